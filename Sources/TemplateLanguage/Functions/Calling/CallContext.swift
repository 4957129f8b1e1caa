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
