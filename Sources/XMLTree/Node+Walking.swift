extension Node {
  private func node(_ found: UnsafeMutablePointer<NodeRecord>?) -> Node? {
    unsafe found.map { unsafe Node(tree, $0) }
  }

  /// The element the node stands in; nil for the root, and for a node that stands nowhere.
  public var parent: Node? {
    guard let parent = unsafe pointer.pointee.parent, unsafe parent.pointee.kind == .element else {
      return nil
    }
    return unsafe Node(tree, parent)
  }

  /// The nearest element called `name` around the node.
  public func ancestor(_ name: Name) -> Node? {
    var current = parent
    while let element = current, !element.is(name) { current = element.parent }
    return current
  }

  /// The first node inside an element.
  public var firstChild: Node? { isElement ? unsafe node(pointer.pointee.first) : nil }
  /// The last node inside an element.
  public var lastChild: Node? { isElement ? unsafe node(pointer.pointee.last) : nil }
  /// The node behind this one.
  public var nextSibling: Node? { unsafe node(pointer.pointee.next) }
  /// The node before this one.
  public var previousSibling: Node? { unsafe node(pointer.pointee.previous) }

  /// The nodes inside an element, in order. The one a loop is at may be removed, moved or replaced.
  public var children: Children { Children(self) }

  /// The elements inside an element, in order.
  public var elements: [Node] { children.filter { $0.isElement } }

  /// The elements called `name` directly inside this one.
  public func elements(_ name: Name) -> [Node] { children.filter { $0.is(name) } }

  /// The first element called `name` directly inside this one.
  public func firstElement(_ name: Name) -> Node? { children.first { $0.is(name) } }

  /// All nodes below this one, in document order. The tree must not change meanwhile.
  public var descendants: Descendants { Descendants(self) }

  /// Whether `ancestor` is around the node.
  public func isDescendant(of ancestor: Node) -> Bool {
    var current = parent
    while let node = current {
      if node == ancestor { return true }
      current = node.parent
    }
    return false
  }

  /// The nodes inside an element.
  @safe
  public struct Children: Sequence, IteratorProtocol {
    private let tree: XMLTree
    private var upcoming: UnsafeMutablePointer<NodeRecord>?

    fileprivate init(_ holder: Node) {
      tree = holder.tree
      unsafe upcoming = holder.isElement ? unsafe holder.pointer.pointee.first : nil
    }

    /// Whether there are none.
    public var isEmpty: Bool { unsafe upcoming == nil }

    /// The next node inside the element.
    public mutating func next() -> Node? {
      guard let current = unsafe upcoming else { return nil }
      unsafe upcoming = unsafe current.pointee.next
      return unsafe Node(tree, current)
    }
  }

  /// The nodes below a node.
  @safe
  public struct Descendants: Sequence, IteratorProtocol {
    private let tree: XMLTree
    private let top: UnsafeMutablePointer<NodeRecord>
    private var current: UnsafeMutablePointer<NodeRecord>?

    fileprivate init(_ top: Node) {
      tree = top.tree
      unsafe self.top = unsafe top.pointer
      unsafe current = unsafe top.pointer
    }

    /// The next node in document order.
    public mutating func next() -> Node? {
      guard var node = unsafe current else { return nil }
      if unsafe node.pointee.kind == .element, let child = unsafe node.pointee.first {
        unsafe current = unsafe child
        return unsafe Node(tree, child)
      }
      while unsafe node != top {
        if let next = unsafe node.pointee.next {
          unsafe current = unsafe next
          return unsafe Node(tree, next)
        }
        guard let parent = unsafe node.pointee.parent else { break }
        unsafe node = unsafe parent
      }
      unsafe current = nil
      return nil
    }
  }
}
