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
    var current = unsafe pointer.pointee.parent
    while let element = unsafe current, unsafe element.pointee.kind == .element {
      if let own = unsafe element.pointee.name, unsafe name.matches(own) { return unsafe Node(tree, element) }
      unsafe current = unsafe element.pointee.parent
    }
    return nil
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
  public func elements(_ name: Name) -> [Node] {
    var found: [Node] = []
    var current = unsafe firstElement(name, from: pointer.pointee.first)
    while let element = unsafe current {
      unsafe found.append(Node(tree, element))
      unsafe current = unsafe firstElement(name, from: element.pointee.next)
    }
    return found
  }

  /// The first element called `name` directly inside this one.
  public func firstElement(_ name: Name) -> Node? {
    unsafe node(firstElement(name, from: pointer.pointee.first))
  }

  /// The first element called `name` among a record and those behind it.
  private func firstElement(
    _ name: Name, from first: UnsafeMutablePointer<NodeRecord>?
  ) -> UnsafeMutablePointer<NodeRecord>? {
    var current = unsafe first
    while let record = unsafe current {
      if unsafe record.pointee.kind == .element, let own = unsafe record.pointee.name,
        unsafe name.matches(own)
      {
        return unsafe record
      }
      unsafe current = unsafe record.pointee.next
    }
    return nil
  }

  /// All nodes below this one, in document order. The tree must not change meanwhile.
  public var descendants: Descendants { Descendants(self) }

  /// Whether `ancestor` is around the node.
  public func isDescendant(of ancestor: Node) -> Bool {
    var current = unsafe pointer.pointee.parent
    while let record = unsafe current {
      if unsafe record == ancestor.pointer { return true }
      unsafe current = unsafe record.pointee.parent
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
