import CLibXML2

extension Node {
  /// An element's name without its prefix.
  public var localName: String { unsafe isElement ? Bytes.string(pointer.pointee.name) : "" }

  /// The address of an element's namespace; empty for none.
  public var namespace: String { unsafe isElement ? Bytes.string(pointer.pointee.ns?.pointee.href) : "" }

  /// The prefix an element is written with.
  public var prefix: String? {
    guard isElement, let prefix = unsafe pointer.pointee.ns?.pointee.prefix else { return nil }
    return unsafe Bytes.string(prefix)
  }

  /// The address that a prefix stands for at an element; nil if it is not declared there.
  public func namespace(ofPrefix prefix: String) -> String? {
    guard isElement, let found = unsafe xmlSearchNs(tree.document, pointer, prefix) else { return nil }
    return unsafe Bytes.string(found.pointee.href)
  }

  /// Declares a namespace on the element itself, unless it declares the prefix already.
  public func declareNamespace(_ address: String, prefix: String) {
    precondition(
      unsafe isElement && xmlValidateNCName(prefix, 0) == 0 && !address.isEmpty,
      "no such declaration is allowed")
    _ = unsafe xmlNewNs(pointer, address, prefix)
  }

  /// Whether the node is an element called `name`.
  public func `is`(_ name: Name) -> Bool {
    unsafe isElement && name.matches(local: pointer.pointee.name, namespace: pointer.pointee.ns)
  }

  /// A number that equal element names in this tree share and unequal ones do not: names are interned.
  public var nameIdentity: NameIdentity {
    unsafe NameIdentity(
      local: UInt(bitPattern: pointer.pointee.name), namespace: tree.number(of: pointer.pointee.ns))
  }
}

/// Tells element names of one tree apart without reading them.
public struct NameIdentity: Hashable, Sendable {
  let local: UInt
  let namespace: UInt
}
