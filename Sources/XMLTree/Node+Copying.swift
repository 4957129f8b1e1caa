extension Node {
  /// A copy of the node with everything below it, standing nowhere.
  public func copyDeep() -> Node {
    let copy = copyShallow()
    guard isElement else { return copy }
    var (from, to) = unsafe (pointer, copy.pointer)
    while true {
      if let child = unsafe from.pointee.kind == .element ? from.pointee.first : nil {
        unsafe to = unsafe duplicate(child, in: to)
        unsafe from = unsafe child
        continue
      }
      while unsafe from != pointer, unsafe from.pointee.next == nil {
        guard let (outer, copied) = unsafe Self.parents(from, to) else { return copy }
        unsafe (from, to) = unsafe (outer, copied)
      }
      guard unsafe from != pointer, let next = unsafe from.pointee.next, let holder = unsafe to.pointee.parent
      else { return copy }
      unsafe to = unsafe duplicate(next, in: holder)
      unsafe from = unsafe next
    }
  }

  /// A copy of an element with its attributes and declarations and nothing below it, standing nowhere.
  public func copyShallow() -> Node { unsafe Node(tree, duplicate(pointer)) }

  private static func parents(
    _ from: UnsafeMutablePointer<NodeRecord>, _ to: UnsafeMutablePointer<NodeRecord>
  ) -> (UnsafeMutablePointer<NodeRecord>, UnsafeMutablePointer<NodeRecord>)? {
    guard let outer = unsafe from.pointee.parent, let copied = unsafe to.pointee.parent else { return nil }
    return unsafe (outer, copied)
  }

  /// A copy of a record and its attributes behind what is in `holder`. Contents, which are not changed in place, are
  /// shared.
  private func duplicate(
    _ original: UnsafeMutablePointer<NodeRecord>, in holder: UnsafeMutablePointer<NodeRecord>? = nil
  ) -> UnsafeMutablePointer<NodeRecord> {
    var record = unsafe original.pointee
    unsafe (record.parent, record.previous, record.next) = (nil, nil, nil)
    unsafe (record.first, record.last) = (nil, nil)
    let made = unsafe tree.memory.make(record)
    if let holder = unsafe holder { unsafe NodeRecord.append(made, to: holder) }
    unsafe copyAttributes(of: made)
    return unsafe made
  }

  /// Gives a record that has the original's attributes and declarations its own ones.
  private func copyAttributes(of element: UnsafeMutablePointer<NodeRecord>) {
    var attribute = unsafe withUnsafeMutablePointer(to: &element.pointee.attributes) { unsafe $0 }
    while let original = unsafe attribute.pointee {
      let made = unsafe tree.memory.make(original.pointee)
      unsafe attribute.pointee = unsafe made
      unsafe attribute = unsafe withUnsafeMutablePointer(to: &made.pointee.next) { unsafe $0 }
    }
    var declaration = unsafe withUnsafeMutablePointer(to: &element.pointee.declarations) { unsafe $0 }
    while let original = unsafe declaration.pointee {
      let made = unsafe tree.memory.make(original.pointee)
      unsafe declaration.pointee = unsafe made
      unsafe declaration = unsafe withUnsafeMutablePointer(to: &made.pointee.next) { unsafe $0 }
    }
  }
}
