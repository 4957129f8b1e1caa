/// The arguments of a call, filter or test.
public struct Arguments: Sendable {
  /// Those without a name, in order.
  public var positional: [Value]
  /// Those with a name, in the order written.
  public var named: [(name: String, value: Value)]

  /// Makes arguments.
  public init(positional: [Value] = [], named: [(name: String, value: Value)] = []) {
    self.positional = positional
    self.named = named
  }

  /// None.
  public static var none: Arguments { Arguments() }

  var isEmpty: Bool { positional.isEmpty && named.isEmpty }

  /// The argument called `name`.
  public func named(_ name: String) -> Value? { named.last { $0.name == name }?.value }
}
