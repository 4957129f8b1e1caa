/// An integer of any size: an `Int` as long as it fits, and only then.
enum Integer: Sendable, Hashable {
  case small(Int)
  /// Outside `Int`'s range.
  case big(BigInt)

  static let zero = Integer.small(0)
  static let one = Integer.small(1)

  init(_ value: BigInt) {
    if let small = Int(exactly: value) { self = .small(small) } else { self = .big(value) }
  }

  var bigInt: BigInt {
    switch self {
    case .small(let small): BigInt(small)
    case .big(let big): big
    }
  }

  /// As `Int`, if it fits.
  var small: Int? {
    if case .small(let small) = self { small } else { nil }
  }

  var isZero: Bool { self == .zero }

  /// -1, 0 or 1.
  var signum: Int {
    switch self {
    case .small(let small): small.signum()
    case .big(let big): big.isNegative ? -1 : 1
    }
  }

  var isOdd: Bool {
    switch self {
    case .small(let small): small & 1 != 0
    case .big(let big): big.magnitudeWords.isOdd
    }
  }

  /// The bits of its magnitude, a measure of what arithmetic on it costs.
  var magnitudeBits: Int {
    switch self {
    case .small(let small): Int.bitWidth - small.magnitude.leadingZeroBitCount
    case .big(let big): big.magnitudeWords.bitCount
    }
  }

  /// How many decimal digits its magnitude has; 1 for zero.
  var digitCount: Int {
    switch self {
    case .small(let small):
      var count = 1
      var rest = small.magnitude
      while rest >= 10 {
        rest /= 10
        count += 1
      }
      return count
    case .big(let big): return big.magnitude.description.utf8.count
    }
  }

  var magnitude: Integer { signum < 0 ? -self : self }
}

extension Integer {
  static func + (left: Integer, right: Integer) -> Integer {
    if case .small(let left) = left, case .small(let right) = right {
      let (sum, overflow) = left.addingReportingOverflow(right)
      if !overflow { return .small(sum) }
    }
    return Integer(left.bigInt + right.bigInt)
  }

  static func - (left: Integer, right: Integer) -> Integer {
    if case .small(let left) = left, case .small(let right) = right {
      let (difference, overflow) = left.subtractingReportingOverflow(right)
      if !overflow { return .small(difference) }
    }
    return Integer(left.bigInt - right.bigInt)
  }

  static func * (left: Integer, right: Integer) -> Integer {
    if case .small(let left) = left, case .small(let right) = right {
      let (product, overflow) = left.multipliedReportingOverflow(by: right)
      if !overflow { return .small(product) }
    }
    return Integer(left.bigInt * right.bigInt)
  }

  static prefix func - (value: Integer) -> Integer { .zero - value }

  /// Quotient towards zero and a remainder with the sign of the dividend; `divisor` is not zero.
  func dividedTruncating(by divisor: Integer) -> (quotient: Integer, remainder: Integer) {
    if case .small(let left) = self, case .small(let right) = divisor, right != -1 {
      let (quotient, remainder) = left.quotientAndRemainder(dividingBy: right)
      return (.small(quotient), .small(remainder))
    }
    let (quotient, remainder) = bigInt.quotientAndRemainder(dividingBy: divisor.bigInt)
    return (Integer(quotient), Integer(remainder))
  }

  /// Python's `//` and `%`: the quotient rounded down, a remainder with the divisor's sign; `divisor` is not
  /// zero.
  func dividedFlooring(by divisor: Integer) -> (quotient: Integer, remainder: Integer) {
    let (quotient, remainder) = dividedTruncating(by: divisor)
    guard remainder.signum * divisor.signum < 0 else { return (quotient, remainder) }
    return (quotient - .one, remainder + divisor)
  }

  /// To a power that is not negative.
  func power(_ exponent: Int) -> Integer {
    Integer(bigInt.power(exponent))
  }

  static func powerOfTen(_ exponent: Int) -> Integer {
    exponent < smallPowersOfTen.count ? .small(smallPowersOfTen[exponent]) : .small(10).power(exponent)
  }

  private static let smallPowersOfTen: [Int] = (0...18).map { exponent in
    var power = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }
}

extension Integer: Comparable {
  static func < (left: Integer, right: Integer) -> Bool {
    if case .small(let left) = left, case .small(let right) = right { return left < right }
    return left.bigInt < right.bigInt
  }
}

extension Integer: CustomStringConvertible {
  var description: String {
    switch self {
    case .small(let small): small.description
    case .big(let big): big.description
    }
  }
}
