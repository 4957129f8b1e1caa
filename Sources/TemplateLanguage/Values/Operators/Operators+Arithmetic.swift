extension Operators {
  static func binary(
    _ operation: BinaryOperator, _ left: Value, _ right: Value
  ) throws(ValueError) -> Value {
    if case .int(let left) = left, case .int(let right) = right {
      switch operation {
      case .add:
        let (sum, overflow) = left.addingReportingOverflow(right)
        if !overflow { return .int(sum) }
      case .subtract:
        let (difference, overflow) = left.subtractingReportingOverflow(right)
        if !overflow { return .int(difference) }
      case .multiply:
        let (product, overflow) = left.multipliedReportingOverflow(by: right)
        if !overflow { return .int(product) }
      default: break
      }
    }
    if operation == .concatenate { return try concatenate(left, right) }
    if let left = left.number, let right = right.number { return try arithmetic(operation, left, right) }
    return try otherArithmetic(operation, left, right)
  }

  static func negate(_ value: Value) throws(ValueError) -> Value {
    if case .integer(let integer)? = value.number { return Value(-integer) }
    if case .decimal(let decimal) = value { return .decimal(-decimal) }
    if case .object(let object) = value, let span = object as? TimeSpan {
      return .object(TimeSpan(totalSeconds: -span.totalSeconds))
    }
    throw unsuitable("-", value)
  }

  static func plus(_ value: Value) throws(ValueError) -> Value {
    if let number = value.number { return Value(number) }
    if case .object(let object) = value, object is TimeSpan { return value }
    throw unsuitable("+", value)
  }

  private static func arithmetic(
    _ operation: BinaryOperator, _ left: Number, _ right: Number
  ) throws(ValueError) -> Value {
    switch operation {
    case .add:
      if case .integer(let left) = left, case .integer(let right) = right { return try bounded(left + right) }
      return try bounded(left.decimal + right.decimal)
    case .subtract:
      if case .integer(let left) = left, case .integer(let right) = right { return try bounded(left - right) }
      return try bounded(left.decimal - right.decimal)
    case .multiply:
      guard left.magnitudeBits + right.magnitudeBits <= ValueLimits.numberBits + 1 else {
        throw ValueError(.numberTooLarge)
      }
      if case .integer(let left) = left, case .integer(let right) = right { return Value(left * right) }
      return try bounded(left.decimal * right.decimal)
    case .divide:
      guard !right.isZero else { throw ValueError(.divisionByZero) }
      return try bounded(left.decimal.divided(by: right.decimal))
    case .floorDivide, .modulo:
      guard !right.isZero else { throw ValueError(.divisionByZero) }
      let isQuotient = operation == .floorDivide
      if case .integer(let left) = left, case .integer(let right) = right {
        let (quotient, remainder) = left.dividedFlooring(by: right)
        return Value(isQuotient ? quotient : remainder)
      }
      let (quotient, remainder) = left.decimal.dividedFlooring(by: right.decimal)
      return try bounded(isQuotient ? Decimal(quotient, scale: 1) : remainder)
    case .power: return try power(left, right)
    case .concatenate: return try concatenate(Value(left), Value(right))
    }
  }

  static func bounded(_ integer: Integer) throws(ValueError) -> Value {
    guard integer.magnitudeBits <= ValueLimits.numberBits else { throw ValueError(.numberTooLarge) }
    return Value(integer)
  }

  static func bounded(_ decimal: Decimal) throws(ValueError) -> Value {
    guard decimal.digits.magnitudeBits <= ValueLimits.numberBits, decimal.scale <= ValueLimits.digits else {
      throw ValueError(.numberTooLarge)
    }
    return .decimal(decimal)
  }

  static func unsuitable(_ symbol: String, _ value: Value) -> ValueError {
    if case .undefined(let name) = value { return ValueError(.unknownName(name)) }
    return ValueError(.unsuitableOperand(symbol, value))
  }

  static func unsuitable(_ symbol: String, _ left: Value, _ right: Value) -> ValueError {
    if case .undefined(let name) = left { return ValueError(.unknownName(name)) }
    if case .undefined(let name) = right { return ValueError(.unknownName(name)) }
    return ValueError(.unsuitableOperands(symbol, left, right))
  }
}
