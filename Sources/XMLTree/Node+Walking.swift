import CLibXML2

extension Node {
  private func node(_ found: UnsafeMutablePointer<xmlNode>?) -> Node? {
    unsafe found.map { unsafe Node(tree, $0) }
  }

  /// The element the node stands in; nil for the root, and for a node that stands nowhere.
  public var parent: Node? {
    guard let parent = unsafe pointer.pointee.parent, unsafe parent.pointee.type == XML_ELEMENT_NODE else {
      return nil
    }
    return unsafe Node(tree, parent)
  }

  /// The first node inside an element.
  public var firstChild: Node? { isElement ? unsafe node(pointer.pointee.children) : nil }
  /// The last node inside an element.
  public var lastChild: Node? { isElement ? unsafe node(pointer.pointee.last) : nil }
  /// The node behind this one.
  public var nextSibling: Node? { unsafe node(pointer.pointee.next) }
  /// The node before this one.
  public var previousSibling: Node? { unsafe node(pointer.pointee.prev) }

  /// The nodes inside an element, in order. The one a loop is at may be removed, moved or replaced.
  public var children: Children { Children(upcoming: firstChild) }

  /// The elements inside an element, in order.
  public var elements: [Node] { children.filter { $0.isElement } }

  /// The elements called `name` directly inside this one.
  public func elements(_ name: Name) -> [Node] { children.filter { $0.is(name) } }

  /// The first element called `name` directly inside this one.
  public func firstElement(_ name: Name) -> Node? { children.first { $0.is(name) } }

  /// All nodes below this one, in document order. The tree must not change meanwhile.
  public var descendants: Descendants { Descendants(top: self, current: self) }

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
  public struct Children: Sequence, IteratorProtocol {
    fileprivate var upcoming: Node?

    /// Whether there are none.
    public var isEmpty: Bool { upcoming == nil }

    /// The next node inside the element.
    public mutating func next() -> Node? {
      let current = upcoming
      upcoming = current?.nextSibling
      return current
    }
  }

  /// The nodes below a node.
  public struct Descendants: Sequence, IteratorProtocol {
    fileprivate let top: Node
    fileprivate var current: Node?

    /// The next node in document order.
    public mutating func next() -> Node? {
      guard let node = current else { return nil }
      current = node.firstChild
      var upwards = node
      while current == nil, upwards != top {
        current = upwards.nextSibling
        guard current == nil, let parent = upwards.parent else { break }
        upwards = parent
      }
      return current
    }
  }
}
