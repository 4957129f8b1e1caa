import XMLTree

/// Questions about where nodes stand to each other.
enum Ancestry {
  /// The deepest element that holds all of `nodes`, none of which it is.
  static func commonAncestor(of nodes: [Node]) -> Node? {
    guard let first = nodes.first else { return nil }
    var common = path(to: first)
    for node in nodes.dropFirst() {
      let other = path(to: node)
      var length = 0
      while length < common.count, length < other.count, common[length] == other[length] { length += 1 }
      common.removeLast(common.count - length)
    }
    return common.last
  }

  /// The child of `level` that holds `node`.
  static func child(of level: Node, holding node: Node) -> Node? {
    var current = node
    while let parent = current.parent {
      if parent == level { return current }
      current = parent
    }
    return nil
  }

  /// Whether the nearest paragraph around `node` is `paragraph`, and not one in a text box inside it.
  static func isWithinParagraph(_ node: Node, _ paragraph: Node, _ dialect: Dialect) -> Bool {
    dialect.ancestor(of: node, as: .paragraph) == paragraph
  }

  private static func path(to node: Node) -> [Node] {
    var path: [Node] = []
    var current = node.parent
    while let element = current {
      path.append(element)
      current = element.parent
    }
    return path.reversed()
  }
}
