/// Jinja2's `attribute='city.name'`: members and numbers, one after the other.
struct AttributePath {
  private let parts: [Value]
  /// Takes the place of what is missing.
  let standard: Value?

  init(_ attribute: Value, standard: Value? = nil) {
    self.standard = standard
    if case .string(let text) = attribute {
      parts = text.split(separator: ".", omittingEmptySubsequences: false).map { part in
        part.utf8.allSatisfy(\.isDigit)
          ? Int(part).map { .int($0) } ?? .string(String(part)) : .string(String(part))
      }
    } else {
      parts = [attribute]
    }
  }

  /// Paths separated by commas, for sorting by several of them.
  static func several(_ attribute: Value) -> [AttributePath] {
    guard case .string(let text) = attribute else { return [AttributePath(attribute)] }
    return text.split(separator: ",", omittingEmptySubsequences: false).map {
      AttributePath(.string(String($0)))
    }
  }

  func value(of value: Value) throws(ValueError) -> Value {
    var current = value
    for part in parts {
      current = try Operators.item(part, of: current)
      if let standard, current.isUndefined { current = standard }
    }
    return current
  }
}

extension Value {
  /// Texts in small letters, for comparing without regard to case.
  var ignoringCase: Value {
    if case .string(let text) = self { .string(text.lowercased()) } else { self }
  }
}

extension Call {
  /// The elements, or what the attribute says of each.
  func elements(attribute index: Int) throws(ValueError) -> [Value] {
    let elements = try elements()
    guard let attribute = optional(index) else { return elements }
    let path = AttributePath(attribute)
    return try elements.map { (element) throws(ValueError) in try path.value(of: element) }
  }
}
