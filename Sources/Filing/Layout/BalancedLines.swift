/// Text in lines about equally long, broken where its meaning is whole rather than inside of a word (GB/T 9704—2012,
/// 7.3.1: 梯形 or 菱形).
struct BalancedLines {
  /// The lines.
  private(set) var lines: [String]
  /// The width of the paragraph that breaks the text so, in characters.
  private(set) var width: Double
  /// Whether no paragraph, however narrow, breaks the text so, and line breaks must be added.
  private(set) var needsBreaks = false

  /// Room beside the longest line: less than the narrowest character that could join it.
  private static let slack = 0.2
  /// What a break inside of a word weighs, in characters of difference between lines.
  private static let brokenWord = 7.0
  /// Up to how many lines every way to break is tried.
  private static let mostTriedLines = 4
  /// What a line shorter than both its neighbours weighs: the shape of an hourglass.
  private static let waist = 4.0

  /// Breaks `text` into as few lines as a width allows.
  ///
  /// - Parameters:
  ///   - greatest: the width that a line can have, in characters.
  ///   - seams: the counts of scalars from the start at which its meaning is whole.
  ///   - mayAddBreaks: whether line breaks may be added where they make better lines.
  init(_ text: String, within greatest: Double, seams: Set<Int> = [], mayAddBreaks: Bool = false) {
    let whole = TextWidth.of(text)
    guard whole > greatest else {
      lines = [text]
      width = min(whole + Self.slack, greatest)
      return
    }
    let room = greatest - Self.slack
    let least = LineBreaking.lines(of: text, width: room).count
    var best = (lines: [text], width: greatest, weight: Double.infinity)
    var tried = (whole / Double(least) * 2).rounded(.down) / 2
    while tried <= room {
      let lines = LineBreaking.lines(of: text, width: tried)
      if lines.count == least {
        let weight = Self.weight(of: lines, seams: seams)
        if weight < best.weight {
          best = (lines, (lines.map { TextWidth.of($0) }.max() ?? tried) + Self.slack, weight)
        }
      }
      tried += 0.25
    }
    lines = best.lines
    width = best.width
    guard mayAddBreaks, least <= Self.mostTriedLines else { return }
    for lines in Self.lines(of: Array(text.unicodeScalars), count: least, room: room, seams: seams) {
      let weight = Self.weight(of: lines, seams: seams)
      guard weight < best.weight else { continue }
      best.weight = weight
      self.lines = lines
      width = greatest
      needsBreaks = true
    }
  }

  /// Every way to break text at `seams` into `count` lines of which none is wider than `room`.
  private static func lines(
    of text: [Unicode.Scalar], count: Int, room: Double, seams: Set<Int>
  ) -> [[String]] {
    func line(_ scalars: ArraySlice<Unicode.Scalar>) -> String? {
      let line = String(String.UnicodeScalarView(scalars))
      return TextWidth.of(line) <= room ? line : nil
    }
    guard count > 1 else { return line(text[...]).map { [[$0]] } ?? [] }
    var ways: [[String]] = []
    for seam in seams.sorted() where seam > 0 && seam < text.count {
      guard let first = line(text[..<seam]) else { continue }
      let rest = Self.lines(
        of: Array(text[seam...]), count: count - 1, room: room, seams: Set(seams.map { $0 - seam }))
      ways += rest.map { [first] + $0 }
    }
    return ways
  }

  private static func weight(of lines: [String], seams: Set<Int>) -> Double {
    let widths = lines.map { TextWidth.of($0) }
    var weight = (widths.max() ?? 0) - (widths.min() ?? 0)
    var position = 0
    for line in lines.dropLast() {
      position += line.unicodeScalars.count
      if !seams.contains(position) { weight += brokenWord }
    }
    for (before, pair) in zip(widths, zip(widths.dropFirst(), widths.dropFirst(2)))
    where pair.0 < before && pair.0 < pair.1 {
      weight += waist
    }
    return weight
  }
}
