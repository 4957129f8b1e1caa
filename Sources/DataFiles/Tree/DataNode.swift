/// A value read from a data file, with the spot at which it stands.
public struct DataNode: Sendable, Hashable {
  /// What stands there.
  public var content: Content
  /// Where it begins.
  public var position: Position

  /// A scalar, a list or a mapping.
  public enum Content: Sendable, Hashable {
    case scalar(Scalar)
    case list([DataNode])
    case mapping([Entry])
  }

  /// One key with its value; keys of a mapping are all different.
  public struct Entry: Sendable, Hashable {
    /// The key's text.
    public var key: String
    /// Where the key begins.
    public var keyPosition: Position
    /// The value for the key.
    public var value: DataNode

    /// Makes an entry.
    public init(key: String, keyPosition: Position, value: DataNode) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// Makes a node.
  public init(_ content: Content, at position: Position) {
    self.content = content
    self.position = position
  }

  /// The value for `key`, if this is a mapping that has it; a linear search.
  public subscript(key: String) -> DataNode? {
    entries?.first { $0.key == key }?.value
  }

  /// The entries in the file's order; nil if this is no mapping.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The items; nil if this is no list.
  public var items: [DataNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// The scalar; nil if this is a list or a mapping.
  public var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  /// The text; nil unless this is a scalar that is text.
  public var text: String? {
    if case .scalar(.string(let text)) = content { text } else { nil }
  }

  /// Whether nothing is given: YAML's empty value or `~`, JSON's `null`.
  public var isNull: Bool { content == .scalar(.null) }
}
