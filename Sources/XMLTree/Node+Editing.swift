extension Node {
  /// Puts `node` behind the last node in this element; it leaves where it was.
  public func append(_ node: Node) { place(node, in: self, behind: lastChild) }

  /// Puts `node` before the first node in this element; it leaves where it was.
  public func prepend(_ node: Node) { place(node, in: self, behind: nil) }

  /// Puts `node` before this one; it leaves where it was.
  public func insertBefore(_ node: Node) {
    guard node != self else { return }
    node.remove()
    place(node, in: parent, behind: previousSibling)
  }

  /// Puts `node` behind this one; it leaves where it was.
  public func insertAfter(_ node: Node) {
    guard node != self else { return }
    node.remove()
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
    let (parent, previous, next) = unsafe (
      pointer.pointee.parent, pointer.pointee.previous, pointer.pointee.next
    )
    if let previous = unsafe previous {
      unsafe previous.pointee.next = unsafe next
    } else {
      unsafe parent?.pointee.first = unsafe next
    }
    if let next = unsafe next {
      unsafe next.pointee.previous = unsafe previous
    } else {
      unsafe parent?.pointee.last = unsafe previous
    }
    unsafe pointer.pointee.parent = nil
    unsafe pointer.pointee.previous = nil
    unsafe pointer.pointee.next = nil
  }

  private func place(_ node: Node, in parent: Node?, behind previous: Node?) {
    precondition(node.tree === tree, "the node belongs to another tree")
    let isLeaf = unsafe node.pointer.pointee.first == nil
    precondition(self != node && (isLeaf || !isDescendant(of: node)), "a node can't stand in itself")
    var previous = previous
    if previous == node { previous = node.previousSibling }
    node.remove()
    precondition(parent?.isElement != false, "only elements hold nodes")
    precondition(unsafe pointer.pointee.parent != nil || parent != nil, "the node stands nowhere")
    let isText = node.kind == .text || node.kind == .cdata
    precondition(parent != nil || !isText, "text can't stand beside the root")
    let holder = unsafe parent.map { unsafe $0.pointer } ?? tree.document
    let next = unsafe previous.map { unsafe $0.pointer.pointee.next } ?? holder.pointee.first
    unsafe node.pointer.pointee.parent = unsafe holder
    unsafe node.pointer.pointee.previous = unsafe previous.map { unsafe $0.pointer }
    unsafe node.pointer.pointee.next = unsafe next
    if let next = unsafe next {
      unsafe next.pointee.previous = unsafe node.pointer
    } else {
      unsafe holder.pointee.last = unsafe node.pointer
    }
    if let previous {
      unsafe previous.pointer.pointee.next = unsafe node.pointer
    } else {
      unsafe holder.pointee.first = unsafe node.pointer
    }
    unsafe NodeRecord.noteInstructions(of: node.pointer, in: holder)
  }
}
