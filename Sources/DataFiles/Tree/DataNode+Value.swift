public import TemplateLanguage

extension DataNode {
  /// The node as a value of the template language.
  ///
  /// Whole numbers are `int` or `bigInt`, numbers with a point or an exponent are `decimal` with the places
  /// they were written with, dates are `date`, an empty value is `none`.
  public var value: Value {
    switch content {
    case .scalar(let scalar): scalar.value
    case .list(let items): .list(items.map(\.value))
    case .mapping(let entries): .mapping(Self.mapping(of: entries))
    }
  }

  private static func mapping(of entries: [Entry]) -> Mapping {
    var mapping = Mapping()
    for entry in entries { mapping[entry.key] = entry.value.value }
    return mapping
  }
}

extension Scalar {
  /// The scalar as a value of the template language.
  public var value: Value {
    switch self {
    case .null: .none
    case .bool(let flag): .bool(flag)
    case .integer(let number): .int(number)
    case .number(let text): NumberText(text)?.value ?? .string(text)
    case .string(let text): .string(text)
    case .date(let date):
      DateValue(year: date.year, month: date.month, day: date.day).map(Value.date)
        ?? .string(date.description)
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `yyyy-MM-dd`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
