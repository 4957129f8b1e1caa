import Diagnostics

/// A filter, a test, a global function or a method that is built in or the host's.
struct NativeFunction: Sendable {
  let name: String
  let parameters: Parameters
  /// Whether it has an answer for a name that does not exist; the machine reports the name otherwise, unless
  /// unknown names are no errors.
  let acceptsUndefined: Bool
  private let body: Body

  private enum Body: Sendable {
    case builtIn(@Sendable (Call) throws(ValueError) -> Value)
    case host(Environment.Function)
    /// Jinja2 has it, but it makes no sense here.
    case refused(Message)
  }

  init(
    _ name: String, _ parameters: Parameters = .none, acceptsUndefined: Bool = false,
    _ body: @escaping @Sendable (Call) throws(ValueError) -> Value
  ) {
    self.name = name
    self.parameters = parameters
    self.acceptsUndefined = acceptsUndefined
    self.body = .builtIn(body)
  }

  init(host name: String, arguments: ClosedRange<Int>, _ function: @escaping Environment.Function) {
    self.name = name
    parameters = Parameters(count: arguments)
    acceptsUndefined = false
    body = .host(function)
  }

  /// A name that is known only to say why there is no such function.
  init(refused name: String, _ message: Message) {
    self.name = name
    parameters = .none
    acceptsUndefined = true
    body = .refused(message)
  }

  var isRefused: Bool {
    if case .refused = body { true } else { false }
  }

  /// The same function under another name.
  func renamed(_ name: String) -> NativeFunction { NativeFunction(self, name: name) }

  private init(_ function: NativeFunction, name: String) {
    self.name = name
    parameters = function.parameters
    acceptsUndefined = function.acceptsUndefined
    body = function.body
  }

  /// What is wrong with a call that gives so many arguments and these names; can be known when compiling.
  func problem(positional: Int, named: [String]) -> Message? {
    if case .refused(let message) = body { return message }
    return parameters.problem(function: name, positional: positional, named: named)
  }

  /// What is wrong with a call as it is written; nil where only a run can tell.
  func problem(with arguments: ExpressionTree.CallArguments) -> Message? {
    guard arguments.spread == nil, arguments.namedSpread == nil else { return nil }
    return problem(positional: arguments.positional.count, named: arguments.named.map(\.name))
  }

  /// Carries out a call; one that `problem` finds wrong throws that.
  func call(_ value: Value, _ arguments: Arguments, _ context: CallContext) throws(ValueError) -> Value {
    let names = arguments.named.isEmpty ? [] : arguments.named.map(\.name)
    if let problem = problem(positional: arguments.positional.count, named: names) {
      throw ValueError(problem)
    }
    switch body {
    case .builtIn(let body): return try body(Call(name, parameters, value, arguments, context))
    case .host(let function): return try function(value, arguments)
    case .refused(let message): throw ValueError(message)
    }
  }
}
