import CLibXML2

extension Node {
  /// An element's name without its prefix.
  public var localName: String { unsafe isElement ? pointer.pointee.name?.pointee.local.string ?? "" : "" }

  /// The address of an element's namespace; empty for none.
  public var namespace: String { unsafe elementNamespace?.pointee.address.string ?? "" }

  /// The prefix an element is written with.
  public var prefix: String? {
    guard let prefix = unsafe elementNamespace?.pointee.prefix, !prefix.isEmpty else { return nil }
    return prefix.string
  }

  private var elementNamespace: UnsafeMutablePointer<NamespaceRecord>? {
    unsafe isElement ? pointer.pointee.name?.pointee.namespace : nil
  }

  /// The address that a prefix stands for at an element; nil if it is not declared there.
  public func namespace(ofPrefix prefix: String) -> String? {
    guard isElement else { return nil }
    if prefix == "xml" { return "http://www.w3.org/XML/1998/namespace" }
    return prefix.withStretch { prefix in
      var holder: Node? = self
      while let current = holder {
        if let found = unsafe current.declared(prefix) { return unsafe found.pointee.address.string }
        // What was put somewhere else than it was declared for knows its own namespace.
        if current != self, let own = unsafe current.elementNamespace, unsafe own.pointee.prefix == prefix {
          return unsafe own.pointee.address.string
        }
        holder = current.parent
      }
      return nil
    }
  }

  /// What the element itself declares a prefix for, or, for an empty one, as the default.
  func declared(_ prefix: Stretch) -> UnsafeMutablePointer<NamespaceRecord>? {
    var declared = unsafe pointer.pointee.declarations
    while let one = unsafe declared {
      let namespace = unsafe one.pointee.namespace
      if unsafe namespace.pointee.prefix == prefix { return unsafe namespace }
      unsafe declared = unsafe one.pointee.next
    }
    return nil
  }

  /// Declares a namespace on the element itself, unless it declares the prefix already.
  public func declareNamespace(_ address: String, prefix: String) {
    precondition(
      unsafe isElement && xmlValidateNCName(prefix, 0) == 0 && !address.isEmpty,
      "no such declaration is allowed")
    let namespace = unsafe tree.names.namespace(prefix: prefix, address: address)
    guard unsafe !namespace.pointee.isBuiltIn, unsafe declared(namespace.pointee.prefix) == nil else {
      return
    }
    unsafe declare(namespace)
  }

  /// Adds a declaration behind the others.
  func declare(_ namespace: UnsafeMutablePointer<NamespaceRecord>) {
    let made = unsafe tree.memory.make(DeclarationRecord(namespace: namespace))
    guard var last = unsafe pointer.pointee.declarations else {
      unsafe pointer.pointee.declarations = unsafe made
      return
    }
    while let next = unsafe last.pointee.next { unsafe last = unsafe next }
    unsafe last.pointee.next = unsafe made
  }

  /// Whether the node is an element called `name`.
  public func `is`(_ name: Name) -> Bool {
    guard isElement, let own = unsafe pointer.pointee.name else { return false }
    return unsafe name.matches(own)
  }
}
