import TemplateLanguage

/// Reads the values of statements about cells.
enum CellValue {
  /// Keeps a wrong value from making a table no one can open; Word itself stops at 63 columns.
  static let greatestSpan = 1_000

  /// How many columns `{% colspan %}` asks for: a whole number, or text that says one.
  static func span(_ value: Value) throws(ValueError) -> Int {
    let span: Int?
    switch value {
    case .int(let number): span = number
    case .decimal, .string: span = Int(value.printed)
    default: span = nil
    }
    guard let span else { throw ValueError(.spanIsNoNumber(value)) }
    guard (1...greatestSpan).contains(span) else { throw ValueError(.spanOutOfRange(span)) }
    return span
  }

  /// The colour `{% cellbg %}` asks for; nil for none.
  static func color(_ value: Value) throws(ValueError) -> Color? {
    switch value {
    case .none, .undefined: return nil
    case .string(let text) where text.isEmpty: return nil
    case .string, .int:
      if let color = Color(value.printed) { return color }
    default: break
    }
    throw ValueError(.notAColor(value))
  }
}
