extension Value: Hashable {
  /// Python's equality: numbers by their value, true as 1, strings code point by code point, mappings without
  /// regard to order, values of different kinds never.
  public static func == (left: Value, right: Value) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): left.isSameText(as: right)
    case (.int(let left), .int(let right)): left == right
    case (.none, .none), (.undefined, .undefined): true
    case (.list(let left), .list(let right)): left == right
    case (.mapping(let left), .mapping(let right)): left == right
    case (.date(let left), .date(let right)): left == right
    case (.object(let left), .object(let right)): left.equals(right)
    default:
      if let left = left.number, let right = right.number { left == right } else { false }
    }
  }

  /// Hashes numbers by their value, whatever their kind.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .undefined: hasher.combine(0 as UInt8)
    case .none: hasher.combine(1 as UInt8)
    case .bool(let flag): Integer.small(flag ? 1 : 0).hash(into: &hasher)
    case .int(let small): Integer.small(small).hash(into: &hasher)
    case .bigInt(let big): Integer(big).hash(into: &hasher)
    case .decimal(let decimal): decimal.hash(into: &hasher)
    case .string(let text): text.hashText(into: &hasher)
    case .list(let elements): hasher.combine(elements)
    case .mapping(let mapping): hasher.combine(mapping)
    case .date(let date): hasher.combine(date)
    case .object(let object): hasher.combine(object.typeName)
    }
  }
}
