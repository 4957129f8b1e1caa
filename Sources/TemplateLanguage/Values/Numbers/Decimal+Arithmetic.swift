extension Decimal {
  /// The exact sum, with the places of the operand that has more.
  public static func + (left: Decimal, right: Decimal) -> Decimal {
    let places = max(left.scale, right.scale)
    return Decimal(digits: left.padded(to: places).digits + right.padded(to: places).digits, scale: places)
  }

  /// The exact difference, with the places of the operand that has more.
  public static func - (left: Decimal, right: Decimal) -> Decimal { left + (-right) }

  /// The exact product, with the places of both.
  public static func * (left: Decimal, right: Decimal) -> Decimal {
    Decimal(digits: left.digits * right.digits, scale: left.scale + right.scale)
  }

  /// The value with the other sign.
  public static prefix func - (value: Decimal) -> Decimal {
    Decimal(digits: -value.digits, scale: value.scale)
  }

  /// The quotient, exact when 28 significant digits hold it, else rounded to as many, halves to even.
  ///
  /// It has one place at least, and otherwise as many as the dividend has more than the divisor, if it is
  /// exact: the rules of the General Decimal Arithmetic Specification 1.70, "divide", except for the one
  /// place. `divisor` is not zero.
  func divided(by divisor: Decimal) -> Decimal {
    let ideal = max(scale - divisor.scale, 1)
    let shift = divisor.digits.digitCount - digits.digitCount + Self.precision + 1
    let dividend = shift > 0 ? digits.magnitude * .powerOfTen(shift) : digits.magnitude
    let unit = shift < 0 ? divisor.digits.magnitude * .powerOfTen(-shift) : divisor.digits.magnitude
    var (quotient, remainder) = dividend.dividedTruncating(by: unit)
    // The digit that is rounded away remembers that something follows it.
    if !remainder.isZero, quotient.dividedTruncating(by: .small(5)).remainder.isZero {
      quotient = quotient + .one
    }
    if signum * divisor.signum < 0 { quotient = -quotient }
    var result = Decimal(digits: quotient, scale: scale - divisor.scale + shift)
    result = result.rounded(significantDigits: Self.precision)
    return (remainder.isZero ? result.trimmingZeros(keeping: ideal) : result).padded(to: 1)
  }

  /// The significant digits of a quotient that does not end.
  static let precision = 28

  /// Python's `//` and `%` on floats; `divisor` is not zero.
  func dividedFlooring(by divisor: Decimal) -> (quotient: Integer, remainder: Decimal) {
    let places = max(scale, divisor.scale)
    let (quotient, remainder) = padded(to: places).digits.dividedFlooring(
      by: divisor.padded(to: places).digits)
    return (quotient, Decimal(digits: remainder, scale: places))
  }

  /// To a power that is not negative, exactly.
  func power(_ exponent: Int) -> Decimal {
    Decimal(digits: digits.power(exponent), scale: scale * exponent)
  }
}
