/// A piece of data a template uses.
public struct DataReference: Sendable, Hashable {
  /// How it is used.
  public enum Kind: Sendable, Hashable {
    /// Printed, compared or tested.
    case value
    /// Gone through or indexed; `members` are those of its items.
    case list
    /// Asked for members.
    case mapping
  }

  /// Its name in the mapping around it; `*` for the values of a mapping that is gone through.
  public let name: String
  /// How it is used.
  public let kind: Kind
  /// The members used, in order of first use.
  public let members: [DataReference]
  /// The host's number of the tag that uses it first.
  public let origin: Int
}

/// Collects what data a template uses while it is compiled.
struct ReferenceCollector {
  private struct Node {
    let name: String
    let origin: Int
    /// Whether it stands for the items of its parent.
    let isElement: Bool
    var isList = false
    var order: [Int] = []
    var children: [String: Int] = [:]
    var element: Int?
  }

  private var nodes: [Node] = [Node(name: "", origin: 0, isElement: false)]

  /// The data's name `name`.
  mutating func root(_ name: String, origin: Int) -> Int { member(of: 0, name, origin: origin) }

  mutating func member(of parent: Int, _ name: String, origin: Int) -> Int {
    if let known = nodes[parent].children[name] { return known }
    nodes.append(Node(name: name, origin: origin, isElement: false))
    nodes[parent].children[name] = nodes.count - 1
    nodes[parent].order.append(nodes.count - 1)
    return nodes.count - 1
  }

  /// The items of `parent`, which is a list.
  mutating func element(of parent: Int, origin: Int) -> Int {
    nodes[parent].isList = true
    if let known = nodes[parent].element { return known }
    nodes.append(Node(name: "", origin: origin, isElement: true))
    nodes[parent].element = nodes.count - 1
    return nodes.count - 1
  }

  mutating func useAsList(_ node: Int) { nodes[node].isList = true }

  /// The references, in order of first use.
  func finish() -> [DataReference] {
    // Children are made after their parents, so going backwards meets them first.
    var made: [DataReference?] = Array(repeating: nil, count: nodes.count)
    for index in nodes.indices.reversed() {
      let node = nodes[index]
      var members = node.order.compactMap { made[$0] }
      if let element = node.element, let items = made[element] { members += items.members }
      let isList = node.isList || node.element != nil
      made[index] = DataReference(
        name: node.name, kind: isList ? .list : node.order.isEmpty ? .value : .mapping, members: members,
        origin: node.origin)
    }
    return made[0]?.members ?? []
  }
}
