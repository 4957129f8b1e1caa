/// Text files whose lines were broken at the width of a page, as copied from a PDF or recognised from a scan.
struct WrappedLines {
  /// The width at which lines were broken, in half characters.
  private let width: Int

  /// Nil if the lines are whole paragraphs.
  init?(_ lines: [Substring]) {
    // A figure of a table ends a line early; a paragraph goes on for as long as it is.
    let prose = lines.filter { !Self.isRow($0) }.map(Self.columns)
    // Of the widths at which many lines end alike the greatest; a table's row may be wider.
    var counts: [Int: Int] = [:]
    for columns in prose where (40...120).contains(columns) { counts[columns, default: 0] += 1 }
    func ending(at width: Int) -> Int {
      (0..<Self.play).reduce(0) { $0 + counts[width - $1, default: 0] }
    }
    guard
      let widest = counts.keys.filter({ ending(at: $0) >= 5 }).max(by: { ending(at: $0) < ending(at: $1) })
    else { return nil }
    // Whole paragraphs are as long as they are: few end alike, and many are longer.
    guard prose.count(where: { $0 > widest }) <= ending(at: widest) / 2 else { return nil }
    width = widest
  }

  /// How much shorter a full line may be: a mark that must not begin the next one takes its character along.
  private static let play = 5

  /// Whether a paragraph that a line ends with goes on in the next line.
  func goesOn(_ line: Substring, in next: Substring) -> Bool {
    guard let first = next.unicodeScalars.first, !first.isBlank, !Self.isRow(line), !Self.isRow(next) else {
      return false
    }
    let columns = Self.columns(line)
    // A heading.
    if Self.beginsPart(next), Self.columns(next) <= width / 2 { return false }
    if line.last == "。" || line.last == "：" { return columns > width - Self.play && !Self.beginsPart(next) }
    // Letters and digits are not all as wide in print as half a character.
    return columns * 8 >= width * 7
  }

  /// Whether a line is only the number of a page: — 3 —, - 3 -, 第3页.
  static func isPageNumber(_ line: Substring) -> Bool {
    let scalars = line.unicodeScalars.filter { !$0.isBlank }
    guard let first = scalars.first, let last = scalars.last, (3...12).contains(scalars.count) else {
      return false
    }
    let inner = scalars.dropFirst().dropLast()
    if Self.dashes.contains(first), Self.dashes.contains(last) {
      return inner.contains { ("0"..."9").contains($0) }
        && inner.allSatisfy { ("0"..."9").contains($0) || Self.dashes.contains($0) }
    }
    return first == "第" && (last == "页") && inner.allSatisfy { ("0"..."9").contains($0) }
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "－", "―"]

  /// A row of a table, its cells set apart.
  private static func isRow(_ line: Substring) -> Bool {
    line.contains("\t") || line.contains("|") || line.contains("   ")
  }

  /// （一）, 一、 and the like begin a paragraph.
  private static func beginsPart(_ line: Substring) -> Bool {
    let text = String(line.prefix(6))
    return LabelKey(withoutNumber: text) != LabelKey(text)
  }

  /// How wide a line is printed.
  private static func columns(_ line: Substring) -> Int {
    line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 && !Self.isWide($1) ? 1 : 2) }
  }

  /// Quotation marks and dashes are as wide as ideographs in Chinese type.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool { (0x2010...0x2027).contains(scalar.value) }
}
