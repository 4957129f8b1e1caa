/// A call of a built-in function under way: its value and its arguments in the order of its parameters.
///
/// The accessors convert, and throw a message that names the function and the parameter.
struct Call {
  let function: String
  let value: Value
  let context: CallContext
  /// Positional arguments beyond the parameters.
  let more: [Value]
  /// Named arguments that are no parameters.
  let names: [(name: String, value: Value)]
  private let parameters: [Parameters.Parameter]
  private let arguments: [Value?]

  /// Binds arguments that have been found right.
  init(
    _ function: String, _ parameters: Parameters, _ value: Value, _ arguments: Arguments,
    _ context: CallContext
  ) {
    self.function = function
    self.value = value
    self.context = context
    self.parameters = parameters.list
    if arguments.isEmpty {
      self.arguments = []
      more = []
      names = []
      return
    }
    let positional = arguments.positional
    var bound: [Value?] = parameters.list.indices.map { $0 < positional.count ? positional[$0] : nil }
    var names: [(name: String, value: Value)] = []
    for argument in arguments.named {
      if let index = parameters.list.firstIndex(where: { $0.name == argument.name }) {
        bound[index] = argument.value
      } else {
        names.append(argument)
      }
    }
    self.arguments = bound
    self.names = names
    more = Array(positional.dropFirst(bound.count))
  }

  /// The argument for the parameter with this number; nil if it was left out.
  subscript(index: Int) -> Value? { index < arguments.count ? arguments[index] : nil }

  /// The argument, but nil if it is `none` too.
  func optional(_ index: Int) -> Value? {
    guard let argument = self[index], !argument.isNone else { return nil }
    return argument
  }
}

extension Call {
  /// The value as text: what it prints; nothing for what does not exist.
  func text() throws(ValueError) -> String {
    if case .string(let text) = value { return text }
    if case .object(let object) = value, object.text == nil { throw wrongValue(.text) }
    return value.printed
  }

  /// The value's elements.
  func elements() throws(ValueError) -> [Value] {
    switch value {
    case .none, .bool, .int, .bigInt, .decimal, .date: throw wrongValue(.sequence)
    case .object(let object) where object.elements == nil: throw wrongValue(.sequence)
    default: return try Operators.elements(of: value)
    }
  }

  func mapping() throws(ValueError) -> Mapping {
    switch value {
    case .mapping(let mapping): return mapping
    case .undefined: return Mapping()
    default: throw wrongValue(.mapping)
    }
  }

  /// The value as a number; texts are none.
  func number() throws(ValueError) -> Number {
    guard let number = value.number else { throw wrongValue(.number) }
    return number
  }
}

extension Call {
  func text(_ index: Int, or standard: String) throws(ValueError) -> String {
    guard let argument = self[index] else { return standard }
    if case .object(let object) = argument, object.text == nil { throw wrongArgument(index, .text) }
    return argument.printed
  }

  func flag(_ index: Int) -> Bool { self[index]?.isTrue ?? false }

  func integer(_ index: Int, or standard: Int) throws(ValueError) -> Int {
    guard let argument = self[index] else { return standard }
    guard let integer = argument.integer else { throw wrongArgument(index, .integer) }
    guard let small = integer.small else { throw outOfRange(index) }
    return small
  }

  /// A width or a count; a negative one is 0.
  func size(_ index: Int, or standard: Int = 0, most: Int = ValueLimits.width) throws(ValueError) -> Int {
    let size = try integer(index, or: standard)
    guard size <= most else { throw outOfRange(index) }
    return max(size, 0)
  }

  /// One of a few words.
  func choice(_ index: Int, _ words: [String]) throws(ValueError) -> String? {
    guard let argument = self[index] else { return nil }
    guard case .string(let word) = argument, words.contains(word) else {
      throw ValueError(.argumentChoice(function, parameters[index].name, words))
    }
    return word
  }

  func wrongValue(_ wanted: WantedKind) -> ValueError {
    if case .undefined(let name) = value { return ValueError(.unknownName(name)) }
    return ValueError(.wrongValue(function, wanted, value))
  }

  func wrongArgument(_ index: Int, _ wanted: WantedKind) -> ValueError {
    guard let argument = self[index] else {
      return ValueError(.argumentMissing(function, parameters[index].name))
    }
    if case .undefined(let name) = argument { return ValueError(.unknownName(name)) }
    return ValueError(.wrongArgument(function, parameters[index].name, wanted, argument))
  }

  func outOfRange(_ index: Int) -> ValueError {
    ValueError(.argumentOutOfRange(function, parameters[index].name))
  }
}
