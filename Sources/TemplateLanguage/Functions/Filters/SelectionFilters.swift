extension BuiltIn {
  /// Filters that apply another filter or a test to every element.
  static let selectionFilters: [NativeFunction] = [
    NativeFunction("map", Parameters(more: true, names: true)) { (call) throws(ValueError) in
      .list(try mapped(call))
    },
    selection("select", keeps: true, byAttribute: false),
    selection("reject", keeps: false, byAttribute: false),
    selection("selectattr", keeps: true, byAttribute: true),
    selection("rejectattr", keeps: false, byAttribute: true),
  ]

  /// `map('upper')`, `map(attribute='name', default='')`.
  private static func mapped(_ call: Call) throws(ValueError) -> [Value] {
    let elements = try call.elements()
    guard let first = call.more.first else {
      guard let attribute = call.names.last(where: { $0.name == "attribute" })?.value else {
        throw ValueError(.argumentMissing(call.function, "attribute"))
      }
      if let other = call.names.first(where: { $0.name != "attribute" && $0.name != "default" }) {
        throw ValueError(.unknownArgument(call.function, other.name, known: ["attribute", "default"]))
      }
      let standard = call.names.last { $0.name == "default" }?.value
      let path = AttributePath(attribute, standard: standard.flatMap { $0.isNone ? nil : $0 })
      return try elements.map { (element) throws(ValueError) in try path.value(of: element) }
    }
    let name = first.printed
    guard let filter = call.context.environment.filter(name) else {
      throw ValueError(.unknownFilter(name, in: call.context.environment))
    }
    return try apply(filter, to: elements, dropping: 1, call)
  }

  /// `select('odd')`, `selectattr('amount', 'gt', 0)`; without a test, elements that are true.
  private static func selection(_ name: String, keeps: Bool, byAttribute: Bool) -> NativeFunction {
    let parameters =
      byAttribute ? Parameters("attribute", more: true, names: true) : Parameters(more: true, names: true)
    return NativeFunction(name, parameters) { (call) throws(ValueError) in
      let elements = try call.elements()
      let subjects = byAttribute ? try call.elements(attribute: 0) : elements
      let answers: [Value]
      if let first = call.more.first {
        let test = first.printed
        guard let function = call.context.environment.test(test) else {
          throw ValueError(.unknownTest(test, in: call.context.environment))
        }
        answers = try apply(function, to: subjects, dropping: 1, call)
      } else {
        answers = subjects
      }
      return .list(zip(elements, answers).filter { $0.1.isTrue == keeps }.map(\.0))
    }
  }

  /// What the function says of each value, called with the arguments after the first ones.
  private static func apply(
    _ function: NativeFunction, to values: [Value], dropping count: Int, _ call: Call
  ) throws(ValueError) -> [Value] {
    let arguments = Arguments(positional: Array(call.more.dropFirst(count)), named: call.names)
    var results: [Value] = []
    results.reserveCapacity(values.count)
    var length = 0
    for value in values {
      if case .undefined(let name) = value, call.context.undefined == .error, !function.acceptsUndefined {
        throw ValueError(.unknownName(name))
      }
      let result = try function.call(value, arguments, call.context)
      // A small template must not fill the memory with large texts.
      if case .string(let text) = result { length += text.utf8.count }
      guard length <= ValueLimits.textLength * 16 else { throw ValueError(.textTooLong) }
      results.append(result)
    }
    return results
  }
}
