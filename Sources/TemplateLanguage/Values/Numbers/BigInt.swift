/// An integer of any size.
///
/// The language's numbers have up to some ten thousand digits, for which the ways taught at school are fast enough.
public struct BigInt: Sendable, Hashable {
  let magnitudeWords: Magnitude
  /// Zero is not negative.
  public let isNegative: Bool

  init(_ magnitude: Magnitude, isNegative: Bool) {
    magnitudeWords = magnitude
    self.isNegative = isNegative && !magnitude.isZero
  }

  /// The same number.
  public init(_ value: Int) { self.init(Magnitude(value.magnitude), isNegative: value < 0) }

  /// Whether it is 0.
  public var isZero: Bool { magnitudeWords.isZero }

  /// Without its sign.
  public var magnitude: BigInt { BigInt(magnitudeWords, isNegative: false) }

  /// The quotient, rounded towards zero, and a remainder with the sign of the dividend.
  ///
  /// - Precondition: `divisor` is not zero.
  public func quotientAndRemainder(dividingBy divisor: BigInt) -> (quotient: BigInt, remainder: BigInt) {
    let (quotient, remainder) = magnitudeWords.divided(by: divisor.magnitudeWords)
    return (
      BigInt(quotient, isNegative: isNegative != divisor.isNegative),
      BigInt(remainder, isNegative: isNegative)
    )
  }

  /// To a power that is not negative.
  public func power(_ exponent: Int) -> BigInt {
    precondition(exponent >= 0, "a negative power is no integer")
    var (result, factor, rest): (BigInt, BigInt, Int) = (1, self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = result * factor }
      rest >>= 1
      if rest > 0 { factor = factor * factor }
    }
    return result
  }
}

extension BigInt {
  /// The sum.
  public static func + (left: BigInt, right: BigInt) -> BigInt {
    let (a, b) = (left.magnitudeWords, right.magnitudeWords)
    if left.isNegative == right.isNegative { return BigInt(a + b, isNegative: left.isNegative) }
    return a >= b ? BigInt(a - b, isNegative: left.isNegative) : BigInt(b - a, isNegative: right.isNegative)
  }

  /// The difference.
  public static func - (left: BigInt, right: BigInt) -> BigInt { left + -right }

  /// The product.
  public static func * (left: BigInt, right: BigInt) -> BigInt {
    BigInt(left.magnitudeWords * right.magnitudeWords, isNegative: left.isNegative != right.isNegative)
  }

  /// The number with the other sign.
  public static prefix func - (value: BigInt) -> BigInt {
    BigInt(value.magnitudeWords, isNegative: !value.isNegative)
  }
}

extension BigInt: Comparable {
  /// Compares values.
  public static func < (left: BigInt, right: BigInt) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative
      ? right.magnitudeWords < left.magnitudeWords : left.magnitudeWords < right.magnitudeWords
  }
}

extension BigInt: ExpressibleByIntegerLiteral {
  /// The number written.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Int {
  /// The same number, if it is one of `Int`'s.
  public init?(exactly value: BigInt) {
    let words = value.magnitudeWords.words
    guard words.count <= 1 else { return nil }
    let magnitude = words.first ?? 0
    if value.isNegative {
      guard magnitude <= Int.min.magnitude else { return nil }
      self = Int(truncatingIfNeeded: 0 &- magnitude)
    } else {
      guard let number = Int(exactly: magnitude) else { return nil }
      self = number
    }
  }
}
