/// What templates may use besides the data: filters, tests and global functions.
///
/// `Environment()` has Jinja2's and those for official documents.
public struct Environment: Sendable {
  /// What a filter or test of the host's own does with its value and arguments.
  public typealias Function = @Sendable (_ value: Value, _ arguments: Arguments) throws(ValueError) -> Value

  /// The built-in environment.
  public init() {}

  /// Adds or replaces a filter; `arguments` is how many it takes besides the value.
  public mutating func addFilter(_ name: String, arguments: ClosedRange<Int>, _ function: @escaping Function) {}
  /// Adds or replaces a test.
  public mutating func addTest(_ name: String, arguments: ClosedRange<Int>, _ function: @escaping Function) {}
}

/// The arguments of a call, filter or test.
public struct Arguments: Sendable {
  public var positional: [Value]
  public var named: [(name: String, value: Value)]

  /// Makes arguments.
  public init(positional: [Value] = [], named: [(name: String, value: Value)] = []) {
    self.positional = positional
    self.named = named
  }
}
