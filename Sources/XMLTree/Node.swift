/// A node of a tree: a handle that is cheap to copy; two are equal when they are the same node.
@safe
public struct Node: Hashable {
  /// The tree it belongs to.
  public let tree: XMLTree
  let pointer: UnsafeMutablePointer<NodeRecord>

  /// What a node can be.
  public enum Kind: Sendable, Hashable {
    case element
    case text
    case cdata
    case comment
    case instruction
  }

  init(_ tree: XMLTree, _ pointer: UnsafeMutablePointer<NodeRecord>) {
    self.tree = tree
    unsafe self.pointer = unsafe pointer
  }

  /// Whether both are the same node.
  public static func == (left: Node, right: Node) -> Bool { unsafe left.pointer == right.pointer }

  /// Hashes the node's identity.
  public func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }

  /// What the node is.
  public var kind: Kind {
    switch unsafe pointer.pointee.kind {
    case .element: .element
    case .text: .text
    case .cdata: .cdata
    case .instruction: .instruction
    case .comment, .document: .comment
    }
  }

  var isElement: Bool { unsafe pointer.pointee.kind == .element }

  /// The line the node stands in, counted from 1; 0 for a node that was made.
  public var line: Int { unsafe Int(pointer.pointee.line) }
}
