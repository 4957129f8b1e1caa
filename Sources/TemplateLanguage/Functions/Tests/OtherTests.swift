extension BuiltIn {
  static let otherTests: [NativeFunction] = [
    NativeFunction("odd") { (call) throws(ValueError) in .bool(try remainder(call, 2) == Number.integer(.one))
    },
    NativeFunction("even") { (call) throws(ValueError) in .bool(try remainder(call, 2).isZero) },
    NativeFunction("divisibleby", Parameters("num")) { (call) throws(ValueError) in
      .bool(try remainder(call, call[0] ?? 1).isZero)
    },
    NativeFunction("lower") { (call) throws(ValueError) in .bool(try call.text().isLowerPython) },
    NativeFunction("upper") { (call) throws(ValueError) in .bool(try call.text().isUpperPython) },
    NativeFunction("filter") { (call) throws(ValueError) in
      let filter = call.context.environment.filter(call.value.printed)
      return .bool(filter.map { !$0.isRefused } ?? false)
    },
    NativeFunction("test") { (call) throws(ValueError) in
      .bool(call.context.environment.test(call.value.printed) != nil)
    },
  ]

  private static func remainder(_ call: Call, _ divisor: Value) throws(ValueError) -> Number {
    let value = try call.number()
    guard divisor.number != nil else { throw call.wrongArgument(0, .number) }
    let remainder = try Operators.binary(.modulo, Value(value), divisor)
    return remainder.number ?? .integer(.zero)
  }
}

extension String {
  /// Whether it has letters that know case, and all are small.
  var isLowerPython: Bool { hasOnly { $0.properties.isLowercase } }
  /// Whether it has letters that know case, and all are capital.
  var isUpperPython: Bool { hasOnly { $0.properties.isUppercase } }

  private func hasOnly(_ isWanted: (Unicode.Scalar) -> Bool) -> Bool {
    var found = false
    for scalar in unicodeScalars {
      if isWanted(scalar) {
        found = true
      } else if scalar.properties.isLowercase || scalar.properties.isUppercase || scalar.isTitlecase {
        return false
      }
    }
    return found
  }
}
