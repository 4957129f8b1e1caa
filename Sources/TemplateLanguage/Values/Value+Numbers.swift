extension Value {
  /// An integer of any size, as `int` if it fits.
  public init(_ integer: BigInt) { self.init(Integer(integer)) }

  init(_ integer: Integer) {
    switch integer {
    case .small(let small): self = .int(small)
    case .big(let big): self = .bigInt(big)
    }
  }

  init(_ number: Number) {
    switch number {
    case .integer(let integer): self.init(integer)
    case .decimal(let decimal): self = .decimal(decimal)
    }
  }

  /// As a number; true is 1 and false 0, as in Python. Nil for what is no number.
  var number: Number? {
    switch self {
    case .bool(let flag): .integer(.small(flag ? 1 : 0))
    case .int(let small): .integer(.small(small))
    case .bigInt(let big): .integer(Integer(big))
    case .decimal(let decimal): .decimal(decimal)
    default: nil
    }
  }

  /// As an integer, true and false included; nil for decimals too.
  var integer: Integer? {
    if case .integer(let integer)? = number { integer } else { nil }
  }
}
