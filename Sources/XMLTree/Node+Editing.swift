import CLibXML2

/// Nodes are linked by hand: libxml2's own functions merge neighbouring texts and free one of them, and a handle
/// to it would dangle.
extension Node {
  /// Puts `node` behind the last node in this element; it leaves where it was.
  public func append(_ node: Node) { place(node, in: self, behind: lastChild) }

  /// Puts `node` before the first node in this element; it leaves where it was.
  public func prepend(_ node: Node) { place(node, in: self, behind: nil) }

  /// Puts `node` before this one; it leaves where it was.
  public func insertBefore(_ node: Node) {
    guard node != self else { return }
    unsafe xmlUnlinkNode(node.pointer)
    place(node, in: parent, behind: previousSibling)
  }

  /// Puts `node` behind this one; it leaves where it was.
  public func insertAfter(_ node: Node) {
    guard node != self else { return }
    unsafe xmlUnlinkNode(node.pointer)
    place(node, in: parent, behind: self)
  }

  /// Puts `nodes` in the place of this one, which then stands nowhere, unless it is among them.
  public func replace(with nodes: [Node]) {
    var last = self
    var isKept = false
    for node in nodes {
      if node == self {
        isKept = true
      } else if isKept {
        last.insertAfter(node)
      } else {
        insertBefore(node)
      }
      last = node
    }
    if !isKept { remove() }
  }

  /// Takes the node, with all below it, out of where it stands; it may be put elsewhere.
  public func remove() {
    unsafe xmlUnlinkNode(pointer)
    unsafe tree.detach(pointer)
  }

  private func place(_ node: Node, in parent: Node?, behind previous: Node?) {
    precondition(node.tree === tree, "the node belongs to another tree")
    let isLeaf = unsafe node.pointer.pointee.children == nil
    precondition(self != node && (isLeaf || !isDescendant(of: node)), "a node can't stand in itself")
    var previous = previous
    if previous == node { previous = node.previousSibling }
    unsafe xmlUnlinkNode(node.pointer)
    precondition(parent?.isElement != false, "only elements hold nodes")
    precondition(unsafe pointer.pointee.parent != nil || parent != nil, "the node stands nowhere")
    let isText = node.kind == .text || node.kind == .cdata
    precondition(parent != nil || !isText, "text can't stand beside the root")
    let document = unsafe UnsafeMutableRawPointer(tree.document).assumingMemoryBound(to: xmlNode.self)
    let holder = unsafe parent.map { unsafe $0.pointer } ?? document
    let next = unsafe previous.map { unsafe $0.pointer.pointee.next } ?? holder.pointee.children
    unsafe node.pointer.pointee.parent = unsafe holder
    unsafe node.pointer.pointee.prev = unsafe previous.map { unsafe $0.pointer }
    unsafe node.pointer.pointee.next = unsafe next
    if let next = unsafe next {
      unsafe next.pointee.prev = unsafe node.pointer
    } else {
      unsafe holder.pointee.last = unsafe node.pointer
    }
    if let previous {
      unsafe previous.pointer.pointee.next = unsafe node.pointer
    } else {
      unsafe holder.pointee.children = unsafe node.pointer
    }
  }
}
