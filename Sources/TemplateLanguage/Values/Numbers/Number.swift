/// An integer or a decimal, for arithmetic.
enum Number: Sendable {
  case integer(Integer)
  case decimal(Decimal)

  var decimal: Decimal {
    switch self {
    case .integer(let integer): Decimal(digits: integer, scale: 0)
    case .decimal(let decimal): decimal
    }
  }

  /// -1, 0 or 1.
  var signum: Int {
    switch self {
    case .integer(let integer): integer.signum
    case .decimal(let decimal): decimal.signum
    }
  }

  var isZero: Bool { signum == 0 }

  /// The value as an integer, if it is one.
  var exactInteger: Integer? {
    switch self {
    case .integer(let integer): integer
    case .decimal(let decimal): decimal.exactInteger
    }
  }

  /// The bits of all its digits, a measure of what arithmetic on it costs.
  var magnitudeBits: Int {
    switch self {
    case .integer(let integer): integer.magnitudeBits
    case .decimal(let decimal): decimal.digits.magnitudeBits
    }
  }
}

extension Number: Comparable {
  static func == (left: Number, right: Number) -> Bool {
    if case .integer(let left) = left, case .integer(let right) = right { return left == right }
    return left.decimal == right.decimal
  }

  static func < (left: Number, right: Number) -> Bool {
    if case .integer(let left) = left, case .integer(let right) = right { return left < right }
    return left.decimal < right.decimal
  }
}
