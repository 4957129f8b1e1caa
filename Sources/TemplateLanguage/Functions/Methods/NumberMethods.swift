extension Methods {
  static let numberMethods: [NativeFunction] = [
    NativeFunction("is_integer") { (call) throws(ValueError) in .bool(try call.number().exactInteger != nil)
    },
    NativeFunction("bit_length") { (call) throws(ValueError) in
      guard let integer = call.value.integer else { throw call.wrongValue(.integer) }
      return .int(integer.magnitudeBits)
    },
  ]
}
