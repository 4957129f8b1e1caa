public import OrderedCollections

/// A mapping in insertion order, as Python's `dict`.
public struct Mapping: Sendable {
  /// The entries in order.
  public var entries: OrderedDictionary<Value, Value>

  /// An empty mapping.
  public init() { entries = [:] }

  /// The value for a string key.
  public subscript(name: String) -> Value? {
    get { entries[.string(name)] }
    set { entries[.string(name)] = newValue }
  }
}
