import TemplateLanguage

/// A number with its unit in a sentence, and what stands around it.
struct Quantity: Sendable {
  /// The number; for an approximate one its lower bound.
  let value: Decimal
  /// The least step that the number as written shows.
  let step: Decimal
  /// How exact it is.
  let precision: Precision
  /// The unit, such as 件, 条, 元 or %.
  let unit: String
  /// Where the number begins and its unit ends, in the sentence.
  let range: Range<Int>
  /// How many brackets it stands in.
  let depth: Int
  /// The text before it, back to the last mark or number; brackets are left out.
  let label: [Unicode.Scalar]
  /// The text behind it, up to the next mark or number; brackets are left out.
  let follows: [Unicode.Scalar]
  /// The mark or number's end before the label.
  let opener: Opener

  /// How exact a number is.
  enum Precision: Sendable {
    case exact
    /// Some more than the number: 18万余.
    case open
    /// About the number, or less: 近, 约, 不足, 几.
    case vague
  }

  /// What stands before a label.
  enum Opener: Sendable, Equatable {
    /// Nothing: the sentence begins.
    case start
    /// A mark.
    case mark(Unicode.Scalar)
    /// Another quantity.
    case quantity
  }

  /// The number as a count; nil for what is none, or not exact.
  var count: Int? {
    guard precision == .exact else { return nil }
    return Int(value.text)
  }

  /// Whether the unit counts cases or documents.
  var isCount: Bool { Self.countUnits.contains(unit) }

  static let countUnits: Set<String> = ["件", "条", "份", "宗", "起", "例", "次", "个", "项", "封"]

  /// Whether a figure of a table may be what the number says: equal, or within what 余 leaves open.
  func allows(_ figure: Decimal) -> Bool {
    switch precision {
    case .exact: figure == value
    case .open: figure >= value && figure < value + step
    case .vague: true
    }
  }

  /// The number as a message shows it.
  var text: String { value.text + (precision == .open ? "+" : "") }
}
