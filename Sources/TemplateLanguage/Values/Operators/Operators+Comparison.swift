extension Operators {
  static func compare(
    _ operation: ComparisonOperator, _ left: Value, _ right: Value
  ) throws(ValueError) -> Bool {
    switch operation {
    case .equal: left == right
    case .notEqual: left != right
    case .isIn: try contains(right, left, symbol: operation.symbol)
    case .isNotIn: try !contains(right, left, symbol: operation.symbol)
    case .less: try isBefore(left, right, symbol: operation.symbol)
    case .greater: try isBefore(right, left, symbol: operation.symbol)
    // Order is total among values that compare at all.
    case .lessOrEqual: try !isBefore(right, left, symbol: operation.symbol)
    case .greaterOrEqual: try !isBefore(left, right, symbol: operation.symbol)
    }
  }

  /// Whether `left` sorts before `right`; both must be numbers, texts, lists, dates or time spans.
  static func isBefore(_ left: Value, _ right: Value, symbol: String = "<") throws(ValueError) -> Bool {
    switch (left, right) {
    case (.int(let left), .int(let right)): return left < right
    case (.string(let left), .string(let right)): return left.isTextBefore(right)
    case (.list(let left), .list(let right)):
      for (left, right) in zip(left, right) where left != right {
        return try isBefore(left, right, symbol: symbol)
      }
      return left.count < right.count
    case (.date(let left), .date(let right)):
      guard (left.secondOfDay == nil) == (right.secondOfDay == nil) else { break }
      return left < right
    case (.object(let left), .object(let right)):
      guard let left = left as? TimeSpan, let right = right as? TimeSpan else { break }
      return left < right
    default:
      guard let left = left.number, let right = right.number else { break }
      return left < right
    }
    throw unsuitable(symbol, left, right)
  }

  /// `element in container`
  private static func contains(
    _ container: Value, _ element: Value, symbol: String
  ) throws(ValueError) -> Bool {
    switch container {
    case .undefined: return false
    case .list(let elements): return elements.contains(element)
    case .mapping(let mapping): return mapping[element] != nil
    case .string(let text):
      guard case .string(let part) = element else { break }
      return part.isEmpty || ByteSearch(part.utf8).first(in: Array(text.utf8)) != nil
    case .object(let object):
      guard let elements = object.elements else { break }
      return elements.contains(element)
    default: break
    }
    throw unsuitable(symbol, element, container)
  }
}
