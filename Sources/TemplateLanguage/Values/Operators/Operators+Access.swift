extension Operators {
  /// `value.name`: an attribute of a date or object, the entry of a mapping; what is missing is undefined, and
  /// so are the members of what is missing, under the first missing name.
  static func member(_ name: String, of value: Value) -> Value {
    switch value {
    case .mapping(let mapping): mapping.lookup(name) ?? .undefined(name: name)
    case .undefined: value
    case .object(let object): object.member(name) ?? .undefined(name: name)
    case .date(let date): date.member(name) ?? .undefined(name: name)
    default: .undefined(name: name)
    }
  }

  /// `value[key]`: an element of a list or text by its number, from the end if negative; an entry of a mapping;
  /// for other values a member. What is missing is undefined.
  static func item(_ key: Value, of value: Value) throws(ValueError) -> Value {
    switch value {
    case .undefined: return value
    case .mapping(let mapping): return mapping[key] ?? missing(key)
    case .list(let elements):
      guard let index = index(key, count: elements.count) else { return missing(key) }
      return elements[index]
    case .string(let text):
      guard key.integer != nil, let index = index(key, count: text.unicodeScalars.count) else {
        return missing(key)
      }
      let scalars = text.unicodeScalars
      return .string(String(scalars[scalars.index(scalars.startIndex, offsetBy: index)]))
    case .object(let object):
      if case .string(let name) = key { return object.member(name) ?? missing(key) }
      guard let elements = object.elements, let index = index(key, count: elements.count) else {
        return missing(key)
      }
      return elements[index]
    default:
      guard case .string(let name) = key else { return missing(key) }
      return member(name, of: value)
    }
  }

  private static func index(_ key: Value, count: Int) -> Int? {
    guard let number = key.integer?.small else { return nil }
    let index = number < 0 ? number + count : number
    return index >= 0 && index < count ? index : nil
  }

  private static func missing(_ key: Value) -> Value {
    if case .string(let name) = key { return .undefined(name: name) }
    return .undefined(name: "[\(key.representation)]")
  }

  /// What a loop over `value` yields: elements of a list, keys of a mapping, characters of a text; nothing for
  /// what does not exist.
  static func elements(of value: Value) throws(ValueError) -> [Value] {
    switch value {
    case .list(let elements): return elements
    case .undefined: return []
    case .mapping(let mapping): return mapping.keys
    case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
    case .object(let object):
      if let elements = object.elements { return elements }
    default: break
    }
    throw ValueError(.notIterable(value))
  }
}

extension DateValue {
  /// The attributes of Python's `date` and `datetime`.
  func member(_ name: String) -> Value? {
    switch name {
    case "year": .int(year)
    case "month": .int(month)
    case "day": .int(day)
    case "hour": secondOfDay.map { _ in .int(hour) }
    case "minute": secondOfDay.map { _ in .int(minute) }
    case "second": secondOfDay.map { _ in .int(second) }
    default: nil
    }
  }
}
