/// The safe methods of texts, lists, mappings, numbers and dates: those of Python that change nothing.
enum Methods {
  /// Calls `value.name(…)`.
  static func call(
    _ name: String, on value: Value, _ arguments: Arguments, _ context: CallContext
  ) throws(ValueError) -> Value {
    if case .undefined(let name) = value { throw ValueError(.unknownName(name)) }
    if let method = table(for: value)[name] { return try method.call(value, arguments, context) }
    if case .object(let object) = Operators.member(name, of: value),
      let function = object as? any CallableObject
    {
      return try function.call(arguments)
    }
    throw ValueError(.unknownMethod(name, value))
  }

  private static func table(for value: Value) -> [String: NativeFunction] {
    [:]
  }
}
