extension Decimal {
  /// What becomes of the digits that are given up.
  enum Rounding: Sendable {
    /// To the nearest; halves to the even digit, as Python's `round`.
    case halfEven
    /// To the nearest; halves away from zero: 四舍五入.
    case halfUp
    /// Towards positive infinity.
    case up
    /// Towards negative infinity.
    case down
  }

  /// Rounded to at most `places` places; negative ones round to tens, hundreds, …
  func rounded(to places: Int, _ rounding: Rounding) -> Decimal {
    guard places < scale else { return self }
    let unit = Integer.powerOfTen(scale - places)
    return Decimal(digits: digits.divided(by: unit, rounding), scale: places)
  }

  /// Rounded to at most `count` significant digits, halves to even.
  func rounded(significantDigits count: Int) -> Decimal {
    let surplus = digits.digitCount - count
    guard surplus > 0 else { return self }
    let rounded = digits.divided(by: .powerOfTen(surplus), .halfEven)
    let result = Decimal(digits: rounded, scale: scale - surplus)
    // 99.5 becomes 100: a digit more.
    return rounded.digitCount > count ? result.trimmingZeros(keeping: max(result.scale - 1, 0)) : result
  }
}

extension Integer {
  /// The quotient by a positive divisor, rounded.
  func divided(by divisor: Integer, _ rounding: Decimal.Rounding) -> Integer {
    let (quotient, remainder) = dividedFlooring(by: divisor)
    if remainder.isZero { return quotient }
    let twice = remainder + remainder
    let isUp =
      switch rounding {
      case .up: true
      case .down: false
      case .halfEven: twice > divisor || twice == divisor && quotient.isOdd
      case .halfUp: twice > divisor || twice == divisor && signum > 0
      }
    return isUp ? quotient + .one : quotient
  }
}
