import Diagnostics

/// A filter, a test, a global function or a method that is built in or the host's.
struct NativeFunction: Sendable {
  /// What it does with its value; a global function's value is `none`.
  typealias Body = @Sendable (Value, Bound, CallContext) throws(ValueError) -> Value

  let name: String
  let parameters: Parameters
  /// Whether it has an answer for a name that does not exist; the machine reports the name otherwise, unless
  /// unknown names are no errors.
  let acceptsUndefined: Bool
  private let body: Implementation

  private enum Implementation: Sendable {
    case builtIn(Body)
    case host(Environment.Function)
  }

  init(
    _ name: String, _ parameters: Parameters = .none, acceptsUndefined: Bool = false, _ body: @escaping Body
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

  /// What is wrong with a call that gives so many arguments and these names; can be known when compiling.
  func problem(positional: Int, named: [String]) -> Message? {
    parameters.problem(function: name, positional: positional, named: named)
  }

  /// Carries out a call; one that `problem` finds wrong throws that.
  func call(_ value: Value, _ arguments: Arguments, _ context: CallContext) throws(ValueError) -> Value {
    let names = arguments.named.isEmpty ? [] : arguments.named.map(\.name)
    if let problem = problem(positional: arguments.positional.count, named: names) {
      throw ValueError(problem)
    }
    switch body {
    case .builtIn(let body): return try body(value, parameters.bind(arguments), context)
    case .host(let function): return try function(value, arguments)
    }
  }
}

/// What a function may use besides its arguments.
struct CallContext: Sendable {
  let environment: Environment
  /// Whether a name that does not exist is an error.
  let undefined: UndefinedPolicy

  init(environment: Environment, undefined: UndefinedPolicy = .error) {
    self.environment = environment
    self.undefined = undefined
  }
}
