extension Operators {
  /// `~`: what both print, joined.
  static func concatenate(_ left: Value, _ right: Value) throws(ValueError) -> Value {
    .string(try join(left.printed, right.printed))
  }

  private static func join(_ left: String, _ right: String) throws(ValueError) -> String {
    guard left.utf8.count + right.utf8.count <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
    return left + right
  }

  /// Operators on texts, lists, dates and time spans.
  static func otherArithmetic(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(ValueError) -> Value {
    switch (operation, left, right) {
    case (.add, .string(let left), .string(let right)): return .string(try join(left, right))
    case (.add, .list(let left), .list(let right)):
      guard left.count + right.count <= ValueLimits.listLength else { throw ValueError(.listTooLong) }
      return .list(left + right)
    case (.modulo, .string(let format), _): return .string(try PercentFormat.format(format, right))
    case (.multiply, .string(let text), _):
      if let count = right.integer { return .string(try repeating(text, count)) }
    case (.multiply, _, .string(let text)):
      if let count = left.integer { return .string(try repeating(text, count)) }
    case (.multiply, .list(let elements), _):
      if let count = right.integer { return .list(try repeating(elements, count)) }
    case (.multiply, _, .list(let elements)):
      if let count = left.integer { return .list(try repeating(elements, count)) }
    default:
      if let result = try dateArithmetic(operation, left, right) { return result }
    }
    throw unsuitable(operation.symbol, left, right)
  }

  private static func repeating(_ text: String, _ count: Integer) throws(ValueError) -> String {
    guard count.signum > 0, !text.isEmpty else { return "" }
    guard let count = count.small, count <= ValueLimits.textLength / text.utf8.count else {
      throw ValueError(.textTooLong)
    }
    return String(repeating: text, count: count)
  }

  private static func repeating(_ elements: [Value], _ count: Integer) throws(ValueError) -> [Value] {
    guard count.signum > 0, !elements.isEmpty else { return [] }
    guard let count = count.small, count <= ValueLimits.listLength / elements.count else {
      throw ValueError(.listTooLong)
    }
    var result: [Value] = []
    result.reserveCapacity(elements.count * count)
    for _ in 0..<count { result.append(contentsOf: elements) }
    return result
  }

  private static func dateArithmetic(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(ValueError) -> Value? {
    switch (operation, left, right) {
    case (.subtract, .date(let left), .date(let right)):
      guard let span = left.since(right) else { return nil }
      return .object(span)
    case (.add, .date(let date), .object(let object)), (.add, .object(let object), .date(let date)):
      guard let span = object as? TimeSpan else { return nil }
      return try moved(date, span)
    case (.subtract, .date(let date), .object(let object)):
      guard let span = object as? TimeSpan else { return nil }
      return try moved(date, TimeSpan(totalSeconds: -span.totalSeconds))
    case (.add, .object(let left), .object(let right)):
      guard let left = left as? TimeSpan, let right = right as? TimeSpan else { return nil }
      return try span(left.totalSeconds.addingReportingOverflow(right.totalSeconds))
    case (.subtract, .object(let left), .object(let right)):
      guard let left = left as? TimeSpan, let right = right as? TimeSpan else { return nil }
      return try span(left.totalSeconds.subtractingReportingOverflow(right.totalSeconds))
    case (.multiply, .object(let object), _), (.multiply, _, .object(let object)):
      guard let factor = (left.integer ?? right.integer)?.small, let left = object as? TimeSpan else {
        return nil
      }
      return try span(left.totalSeconds.multipliedReportingOverflow(by: factor))
    default: return nil
    }
  }

  private static func moved(_ date: DateValue, _ span: TimeSpan) throws(ValueError) -> Value {
    guard let moved = date.advanced(by: span) else { throw ValueError(.dateOutOfRange) }
    return .date(moved)
  }

  private static func span(_ result: (partialValue: Int, overflow: Bool)) throws(ValueError) -> Value {
    // Python's bound on a time span: a thousand million days.
    guard !result.overflow, abs(result.partialValue) < 86_400_000_000_000 else {
      throw ValueError(.dateOutOfRange)
    }
    return .object(TimeSpan(totalSeconds: result.partialValue))
  }
}
