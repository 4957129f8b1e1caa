/// An exact decimal number: `coefficient × 10^-scale`; 75.9260 has coefficient 759260 and scale 4.
///
/// Equal when their values are: 1.50 and 1.5 differ only in how they print.
public struct Decimal: Sendable {
  /// All digits as an integer.
  let digits: Integer
  /// How many of the digits stand after the point.
  public let scale: Int

  /// All digits as an integer.
  public var coefficient: BigInt { digits.bigInt }

  /// Makes a decimal; `scale` counts the places after the point. A negative one stands for zeros before it.
  public init(coefficient: BigInt, scale: Int) {
    self.init(digits: Integer(coefficient), scale: scale)
  }

  /// Makes a decimal of an integer that is small.
  public init(coefficient: Int, scale: Int) {
    self.init(digits: .small(coefficient), scale: scale)
  }

  init(digits: Integer, scale: Int) {
    self.digits = scale < 0 ? digits * .powerOfTen(-scale) : digits
    self.scale = max(scale, 0)
  }

  /// An integer, printed with `scale` places.
  init(_ integer: Integer, scale: Int = 0) {
    self.init(digits: integer * .powerOfTen(scale), scale: scale)
  }

  var isZero: Bool { digits.isZero }
  /// -1, 0 or 1.
  var signum: Int { digits.signum }
  var magnitude: Decimal { Decimal(digits: digits.magnitude, scale: scale) }

  /// Without zeros at the end of its places.
  var normalized: Decimal { trimmingZeros(keeping: 0) }

  /// Without zeros at the end of its places, of which `places` stay.
  func trimmingZeros(keeping places: Int) -> Decimal {
    if digits.isZero { return Decimal(digits: .zero, scale: min(scale, places)) }
    var digits = digits
    var scale = scale
    while scale > places {
      let (quotient, remainder) = digits.dividedTruncating(by: .small(10))
      guard remainder.isZero else { break }
      digits = quotient
      scale -= 1
    }
    return Decimal(digits: digits, scale: scale)
  }

  /// The same value with at least `places` places.
  func padded(to places: Int) -> Decimal {
    guard places > scale else { return self }
    return Decimal(digits: digits * .powerOfTen(places - scale), scale: places)
  }

  /// The value as an integer, if it is one.
  var exactInteger: Integer? {
    let (quotient, remainder) = digits.dividedTruncating(by: .powerOfTen(scale))
    return remainder.isZero ? quotient : nil
  }

  /// Rounded towards zero.
  var truncated: Integer { digits.dividedTruncating(by: .powerOfTen(scale)).quotient }
  /// Rounded down.
  var floor: Integer { digits.dividedFlooring(by: .powerOfTen(scale)).quotient }
}

extension Decimal: Hashable {
  /// Compares values: 1.50 equals 1.5.
  public static func == (left: Decimal, right: Decimal) -> Bool {
    let places = max(left.scale, right.scale)
    return left.padded(to: places).digits == right.padded(to: places).digits
  }

  /// Hashes an integral value as the integer.
  public func hash(into hasher: inout Hasher) {
    let normalized = normalized
    normalized.digits.hash(into: &hasher)
    if normalized.scale > 0 { hasher.combine(normalized.scale) }
  }
}

extension Decimal: Comparable {
  /// Compares values.
  public static func < (left: Decimal, right: Decimal) -> Bool {
    let places = max(left.scale, right.scale)
    return left.padded(to: places).digits < right.padded(to: places).digits
  }
}
