/// How the tags of a part pair up into blocks.
public struct BlockTree: Sendable {
  /// A block: indices into the list of tags it was made from.
  public struct Block: Sendable {
    /// The opening tag.
    public let open: Int
    /// `else` and `elif` tags, in order.
    public let middles: [Int]
    /// The closing tag.
    public let close: Int
    /// The enclosing block, as an index into `blocks`.
    public let parent: Int?
    /// The opening tag's keyword.
    public let keyword: String
  }

  /// The blocks in the order of their opening tags.
  public let blocks: [Block]

  /// Pairs up `tags`, which stand in document order; every tag without a partner is a fault, and a closing tag
  /// that closes the wrong block names both tags.
  public static func match(_ tags: [ParsedTag]) -> (tree: BlockTree, faults: [Fault]) {
    var matcher = BlockMatcher(tags: tags)
    return matcher.run()
  }
}
