import Glibc

extension Operators {
  /// Integer exponents are exact, negative ones as a quotient is; any other power is a float's, as in Python.
  static func power(_ base: Number, _ exponent: Number) throws(ValueError) -> Value {
    let isInteger = if case .integer = base, case .integer = exponent { true } else { false }
    guard let whole = exponent.exactInteger else { return try fractionalPower(base, exponent) }
    if base.isZero {
      if whole.signum < 0 { throw ValueError(.divisionByZero) }
      let result: Integer = whole.isZero ? .one : .zero
      return isInteger ? Value(result) : .decimal(Decimal(result, scale: 1))
    }
    if let unit = base.exactInteger, unit.magnitude == .one {
      let result: Integer = unit.signum > 0 || !whole.isOdd ? .one : .small(-1)
      return isInteger && whole.signum >= 0 ? Value(result) : .decimal(Decimal(result, scale: 1))
    }
    guard let count = whole.magnitude.small, count <= ValueLimits.numberBits,
      (max(base.magnitudeBits, 1) - 1) * count <= ValueLimits.numberBits,
      base.decimal.scale * count <= ValueLimits.digits
    else { throw ValueError(.numberTooLarge) }
    if case .integer(let integer) = base, isInteger, whole.signum >= 0 {
      return try bounded(integer.power(count))
    }
    let power = base.decimal.power(count)
    if whole.signum < 0 { return try bounded(Decimal(.one).divided(by: power)) }
    return try bounded(power.padded(to: 1))
  }

  private static func fractionalPower(_ base: Number, _ exponent: Number) throws(ValueError) -> Value {
    if base.isZero {
      if exponent.signum < 0 { throw ValueError(.divisionByZero) }
      return .decimal(Decimal(.zero, scale: 1))
    }
    guard base.signum > 0 else { throw ValueError(.powerOfNegative) }
    guard let left = Double(base.decimal.text), let right = Double(exponent.decimal.text),
      let result = Decimal(pow(left, right))
    else { throw ValueError(.numberTooLarge) }
    return .decimal(result)
  }
}

extension Decimal {
  /// The shortest decimal that reads back as `value`, with one place at least; nil for infinity and nan.
  public init?(_ value: Double) {
    guard value.isFinite, let decimal = Decimal(value.description) else { return nil }
    self = decimal.padded(to: 1)
  }
}
