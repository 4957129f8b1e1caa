import Forms
import TemplateLanguage

/// What the text in a number's cell says.
enum FigureText: Equatable {
  /// Nothing.
  case blank
  /// That there is nothing to count: /, —, 无.
  case notApplicable
  /// A number, and what else is to be said about it.
  case figure(Figure, Remark?)
  /// No number that could be told.
  case unreadable

  /// What besides a plain number stood there.
  enum Remark: Equatable {
    /// A note or a unit, which the form has no place for.
    case words
    /// An amount in another unit, which was converted.
    case converted(from: String, to: String)
  }

  /// Reads a cell's text.
  init(_ text: String, kind: FigureKind, unit: String?) {
    var rest = Self.plain(text)[...]
    if rest.isEmpty {
      self = .blank
    } else if Self.none.contains(String(rest)) {
      self = .notApplicable
    } else {
      var sign = ""
      if kind == .change { sign = Self.sign(&rest) }
      if kind == .amount, rest.first == "¥" || rest.first == "￥" { rest = rest.dropFirst() }
      let digits = Self.number(&rest)
      guard let digits, let figure = Self.figure(sign, digits, kind) else {
        self = .unreadable
        return
      }
      self = Self.withWords(figure, String(rest), kind, unit)
    }
  }

  /// Texts that say there is nothing to count.
  private static let none: Set<String> = [
    "/", "//", "\\", "-", "--", "—", "——", "–", "无", "没有", "不适用", "未收取", "未收费",
  ]

  /// Takes the sign of a change, which may be a word.
  private static func sign(_ rest: inout Substring.UnicodeScalarView) -> String {
    for (written, sign) in [
      ("增加", "+"), ("减少", "-"), ("增", "+"), ("减", "-"), ("+", "+"), ("-", "-"), ("\u{2212}", "\u{2212}"),
    ] where rest.starts(with: written.unicodeScalars) {
      rest = rest.dropFirst(written.unicodeScalars.count)
      return sign
    }
    return ""
  }

  /// Whether the text can only be a figure's, or that of an empty cell.
  static func isFigure(_ text: String) -> Bool {
    FigureText(text, kind: .amount, unit: nil) != .unreadable
      || FigureText(text, kind: .change, unit: nil) != .unreadable
  }

  /// Without blanks, and with plain characters for full-width ones.
  private static func plain(_ text: String) -> String.UnicodeScalarView {
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.isBlank {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return plain
  }

  /// Takes digits with a point or with commas between groups of three.
  private static func number(_ rest: inout Substring.UnicodeScalarView) -> String? {
    var parts: [String] = [""]
    var fraction: String?
    while let scalar = rest.first {
      if ("0"..."9").contains(scalar) {
        if fraction != nil {
          fraction?.unicodeScalars.append(scalar)
        } else {
          parts[parts.count - 1].unicodeScalars.append(scalar)
        }
      } else if scalar == ".", fraction == nil {
        fraction = ""
      } else if scalar == ",", fraction == nil {
        parts.append("")
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    let groupsAreSound = parts.dropFirst().allSatisfy { $0.utf8.count == 3 } && parts[0].utf8.count > 0
    guard groupsAreSound, parts.count == 1 || parts[0].utf8.count <= 3, fraction != "" else { return nil }
    return parts.joined() + (fraction.map { "." + $0 } ?? "")
  }

  private static func figure(_ sign: String, _ digits: String, _ kind: FigureKind) -> Figure? {
    switch kind {
    case .count:
      // A spreadsheet's 5.00 is five.
      Int(whole(digits)).flatMap { $0 <= greatestCount ? .count($0) : nil }
    case .amount:
      digits.utf8.count <= 30 ? Decimal(digits).map { .written(digits, $0) } : nil
    case .change:
      Int(digits).flatMap { number in
        number <= greatestCount
          ? .written(sign + digits, Decimal(integerLiteral: sign == "" || sign == "+" ? number : -number))
          : nil
      }
    }
  }

  /// The digits without a fraction of zeros.
  private static func whole(_ digits: String) -> Substring {
    guard let point = digits.firstIndex(of: "."), digits[point...].dropFirst().allSatisfy({ $0 == "0" })
    else {
      return digits[...]
    }
    return digits[..<point]
  }

  /// The greatest count that a report file may hold.
  private static let greatestCount = 999_999_999_999
  /// How many times one unit is another.
  private static let yuan: [String: Int] = ["元": 0, "万元": 4, "亿元": 8]

  private static func withWords(
    _ figure: Figure, _ words: String, _ kind: FigureKind, _ unit: String?
  ) -> FigureText {
    if words.isEmpty { return .figure(figure, nil) }
    if kind == .amount, let given = yuan[words] {
      guard let unit, let wanted = yuan[unit], given != wanted else { return .figure(figure, .words) }
      guard case .written(let text, _) = figure else { return .unreadable }
      let moved = shift(text, by: given - wanted)
      return Decimal(moved).map { .figure(.written(moved, $0), .converted(from: words, to: unit)) }
        ?? .unreadable
    }
    let isNote = words.hasPrefix("(") && words.hasSuffix(")")
    let isCounted = ["件", "个", "项", "条", "起", "宗", "次"].contains(words)
    return isNote || isCounted ? .figure(figure, .words) : .unreadable
  }

  /// The number with its point moved to the right by `places`, to the left if negative.
  static func shift(_ text: String, by places: Int) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    var whole = String(parts[0])
    var fraction = parts.count > 1 ? String(parts[1]) : ""
    if places > 0 {
      while fraction.utf8.count < places { fraction += "0" }
      whole += fraction.prefix(places)
      fraction = String(fraction.dropFirst(places))
    } else {
      while whole.utf8.count <= -places { whole = "0" + whole }
      fraction = String(whole.suffix(-places)) + fraction
      whole = String(whole.dropLast(-places))
      while fraction.hasSuffix("0") { fraction.removeLast() }
    }
    while whole.utf8.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}
