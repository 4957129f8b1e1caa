/// Collects what data a template uses while it is compiled.
struct ReferenceCollector {
  private struct Node {
    let name: String
    var isList = false
    var order: [Int] = []
    var children: [String: Int] = [:]
    var element: Int?
    var hints: DataHints = []
    var requiredBy: Int?
    var uses: [Int] = []
    var guardedUses: [Int] = []
  }

  private var nodes: [Node] = [Node(name: "")]
  /// How many conditions the tags being compiled stand under.
  var conditions = 0
  /// Whether what is used now need not exist.
  var mayNotExist = false

  /// The data's name `name`.
  mutating func root(_ name: String, origin: Int) -> Int { member(of: 0, name, origin: origin) }

  mutating func member(of parent: Int, _ name: String, origin: Int) -> Int {
    let node: Int
    if let known = nodes[parent].children[name] {
      node = known
    } else {
      nodes.append(Node(name: name))
      node = nodes.count - 1
      nodes[parent].children[name] = node
      nodes[parent].order.append(node)
    }
    use(node, origin)
    return node
  }

  /// The items of `parent`, which is a list.
  mutating func element(of parent: Int, origin: Int) -> Int {
    nodes[parent].isList = true
    let node: Int
    if let known = nodes[parent].element {
      node = known
    } else {
      nodes.append(Node(name: ""))
      node = nodes.count - 1
      nodes[parent].element = node
    }
    use(node, origin)
    return node
  }

  private mutating func use(_ node: Int, _ origin: Int) {
    if nodes[node].uses.last != origin { nodes[node].uses.append(origin) }
    if mayNotExist {
      if nodes[node].guardedUses.last != origin { nodes[node].guardedUses.append(origin) }
    } else if conditions == 0, nodes[node].requiredBy == nil {
      nodes[node].requiredBy = origin
    }
  }

  mutating func useAsList(_ node: Int) { nodes[node].isList = true }

  /// Notes what a use says.
  mutating func note(_ hints: DataHints, _ node: Int) { nodes[node].hints.formUnion(hints) }

  /// The references, in order of first use.
  func finish() -> [DataReference] {
    // Children are made after their parents, so going backwards meets them first.
    var made: [DataReference?] = Array(repeating: nil, count: nodes.count)
    for index in nodes.indices.reversed() {
      let node = nodes[index]
      let items = [node.element.flatMap { made[$0] }].compactMap { $0 }
      let members = node.order.compactMap { made[$0] } + items.flatMap(\.members)
      made[index] = DataReference(
        name: node.name,
        kind: node.isList || node.element != nil ? .list : node.order.isEmpty ? .value : .mapping,
        members: members, items: items, hints: node.hints, requiredBy: node.requiredBy, uses: node.uses,
        guardedUses: node.guardedUses)
    }
    return made[0]?.members ?? []
  }
}
