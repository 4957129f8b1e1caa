public import TemplateLanguage

/// What stands in a cell.
public enum Figure: Sendable, Hashable {
  /// Nothing: the figure is not known.
  case blank
  /// A count.
  case count(Int)
  /// A number kept as written: an amount such as 75.9260, a change such as +1036.
  case written(String, Decimal)

  /// The number; nil if the cell is blank.
  public var number: Decimal? {
    switch self {
    case .blank: nil
    case .count(let count): Decimal(integerLiteral: count)
    case .written(_, let number): number
    }
  }

  /// The figure as it is printed; nothing for a blank cell.
  public var text: String {
    switch self {
    case .blank: ""
    case .count(let count): String(count)
    case .written(let text, _): text
    }
  }

  /// The figure for templates: a count is an integer, an amount a decimal that prints as written, a change an
  /// integer or, with a plus sign, text; a blank cell is none.
  var value: Value {
    switch self {
    case .blank: .none
    case .count(let count): .int(count)
    case .written(let text, let number):
      if number.text != text {
        .string(text)
      } else if number.scale == 0, let integer = Int(text) {
        .int(integer)
      } else {
        .decimal(number)
      }
    }
  }
}
