/// What anchors stand for, and how much their aliases have unfolded.
struct YAMLAnchors {
  /// The most nodes that all aliases of a file together may stand for.
  static let maximumUnfolded = 100_000

  private var nodes: [String: DataNode] = [:]
  private var unfolded = 0

  mutating func define(_ name: String?, _ node: DataNode) {
    if let name { nodes[name] = node }
  }

  /// The node for an alias, which stands at `depth`, nil if there is none; its size is measured here, where the
  /// limit also bounds the work of measuring.
  mutating func unfold(_ name: String, at offset: Int, depth: Int) throws(DataFault) -> DataNode? {
    guard let node = nodes[name] else { return nil }
    try measure(node, at: offset, depth: depth)
    return node
  }

  private mutating func measure(_ node: DataNode, at offset: Int, depth: Int) throws(DataFault) {
    unfolded += 1
    guard unfolded <= Self.maximumUnfolded else {
      throw DataFault(.aliasesTooLarge(maximum: Self.maximumUnfolded), at: offset)
    }
    guard depth <= YAMLReader.maximumDepth else {
      throw DataFault(.tooDeep(maximum: YAMLReader.maximumDepth), at: offset)
    }
    switch node.content {
    case .scalar: break
    case .list(let items):
      for item in items { try measure(item, at: offset, depth: depth + 1) }
    case .mapping(let entries):
      for entry in entries { try measure(entry.value, at: offset, depth: depth + 1) }
    }
  }
}
