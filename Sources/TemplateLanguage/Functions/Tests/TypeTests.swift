extension BuiltIn {
  /// Tests of what kind of value it is.
  static let typeTests: [NativeFunction] = [
    test("defined", acceptsUndefined: true) { !$0.isUndefined },
    test("undefined", acceptsUndefined: true) { $0.isUndefined },
    test("none") { $0.isNone },
    test("boolean") { if case .bool = $0 { true } else { false } },
    test("true") { if case .bool(true) = $0 { true } else { false } },
    test("false") { if case .bool(false) = $0 { true } else { false } },
    test("integer") {
      switch $0 {
      case .int, .bigInt: true
      default: false
      }
    },
    test("float") { if case .decimal = $0 { true } else { false } },
    test("number") { $0.number != nil },
    test("string") { if case .string = $0 { true } else { false } },
    test("mapping") { if case .mapping = $0 { true } else { false } },
    test("iterable") { (try? Operators.elements(of: $0)) != nil },
    test("sequence") { !$0.isUndefined && (try? Operators.elements(of: $0)) != nil },
    test("callable") { if case .object(let object) = $0 { object is any CallableObject } else { false } },
    // Nothing is: everything is escaped when it is written.
    test("escaped") { _ in false },
  ]

  private static func test(
    _ name: String, acceptsUndefined: Bool = false, _ body: @escaping @Sendable (Value) -> Bool
  ) -> NativeFunction {
    NativeFunction(name, acceptsUndefined: acceptsUndefined) { (call) throws(ValueError) in
      .bool(body(call.value))
    }
  }
}
