/// The safe methods of texts, lists, mappings, numbers and dates: those of Python that change nothing.
enum Methods {
  /// Calls `value.name(…)`: a method, or a member that can be called.
  static func call(
    _ name: String, on value: Value, _ arguments: Arguments, _ context: CallContext
  ) throws(ValueError) -> Value {
    if case .undefined(let name) = value { throw ValueError(.unknownName(name)) }
    if let method = table(for: value)[name] { return try method.call(value, arguments, context) }
    let member = Operators.member(name, of: value)
    if case .object(let object) = member, let function = object as? any CallableObject {
      return try function.call(arguments)
    }
    if !member.isUndefined { throw ValueError(.notCallable(name, member)) }
    throw ValueError(
      .unknownMethod(name, value, known: table(for: value).values.filter { !$0.isRefused }.map(\.name)))
  }

  private static func table(for value: Value) -> [String: NativeFunction] {
    switch value {
    case .string: ofTexts
    case .list: ofLists
    case .mapping: ofMappings
    case .bool, .int, .bigInt, .decimal: ofNumbers
    case .date: ofDates
    case .object(let object) where object is TimeSpan: ofTimeSpans
    case .undefined, .none, .object: [:]
    }
  }

  private static let ofTexts = BuiltIn.table(
    caseMethods, characterMethods, searchMethods, splittingMethods, layoutMethods)
  private static let ofLists = BuiltIn.table(listMethods)
  private static let ofMappings = BuiltIn.table(mappingMethods)
  private static let ofNumbers = BuiltIn.table(numberMethods)
  private static let ofDates = BuiltIn.table(dateMethods)
  private static let ofTimeSpans = BuiltIn.table(timeSpanMethods)

  /// Methods that would change the value.
  static func refused(_ names: String...) -> [NativeFunction] {
    names.map { NativeFunction(refused: $0, .changingMethod($0)) }
  }
}

extension Call {
  /// An argument that must be text.
  func strictText(_ index: Int) throws(ValueError) -> String {
    guard case .string(let text)? = self[index] else { throw wrongArgument(index, .text) }
    return text
  }

  /// A single character to fill up with; a blank if it was left out.
  func fill(_ index: Int) throws(ValueError) -> String {
    guard self[index] != nil else { return " " }
    let text = try strictText(index)
    guard text.length == 1 else { throw outOfRange(index) }
    return text
  }
}
