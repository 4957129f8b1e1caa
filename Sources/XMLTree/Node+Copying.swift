import CLibXML2

extension Node {
  /// A copy of the node with everything below it, standing nowhere.
  public func copyDeep() -> Node { copy(1) }

  /// A copy of an element with its attributes and declarations and nothing below it, standing nowhere.
  public func copyShallow() -> Node { copy(2) }

  private func copy(_ extent: Int32) -> Node {
    guard let made = unsafe xmlDocCopyNode(pointer, tree.document, extent) else {
      preconditionFailure("no memory")
    }
    unsafe tree.detach(made)
    let copy = unsafe Node(tree, made)
    unsafe Self.share(pointer, made)
    if extent == 1, isElement {
      for (original, duplicate) in zip(descendants, copy.descendants) {
        unsafe Self.share(original.pointer, duplicate.pointer)
      }
    }
    return copy
  }

  /// Gives a copy the original's namespaces: libxml2 looks for them at the copy's own place, finds none there, and
  /// declares them behind those the original declares.
  private static func share(
    _ original: UnsafeMutablePointer<xmlNode>, _ copy: UnsafeMutablePointer<xmlNode>
  ) {
    guard unsafe original.pointee.type == XML_ELEMENT_NODE else { return }
    var link = unsafe withUnsafeMutablePointer(to: &copy.pointee.nsDef) { unsafe $0 }
    var declared = unsafe original.pointee.nsDef
    while let one = unsafe declared, let made = unsafe link.pointee {
      unsafe link = unsafe withUnsafeMutablePointer(to: &made.pointee.next) { unsafe $0 }
      unsafe declared = unsafe one.pointee.next
    }
    if let added = unsafe link.pointee {
      unsafe xmlFreeNsList(added)
      unsafe link.pointee = nil
    }
    unsafe copy.pointee.ns = unsafe original.pointee.ns
    var (from, to) = unsafe (original.pointee.properties, copy.pointee.properties)
    while let source = unsafe from, let target = unsafe to {
      unsafe target.pointee.ns = unsafe source.pointee.ns
      unsafe from = unsafe source.pointee.next
      unsafe to = unsafe target.pointee.next
    }
  }
}
