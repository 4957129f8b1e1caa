/// A compiled template: literals, marks and values in the order and under the conditions the tags say.
///
/// Immutable; may be run from many tasks at once.
public struct Program: Sendable {
  let code: Code

  /// The names the program looks up in the data, each once, in order of first use.
  public var names: [String] { code.names }

  /// The data the program uses, as a tree, in order of first use.
  public var references: [DataReference] { code.references }
}
