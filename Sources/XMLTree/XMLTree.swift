import CLibXML2

/// An XML document as a tree that can be walked, edited and written.
///
/// The tree owns every node ever made in it, attached or not, until it goes; a ``Node`` keeps its tree alive.
/// One task at a time may use a tree.
@safe
public final class XMLTree {
  /// What the document's element and the comments and instructions beside it stand in.
  let document: UnsafeMutablePointer<NodeRecord>
  let memory: TreeMemory
  let names: NameTable
  /// Whether the source's XML declaration said `standalone="yes"`.
  let isStandalone: Bool

  /// Parses a document.
  ///
  /// Everything in it is kept, blanks, comments and processing instructions too. Document type declarations,
  /// entities, encodings other than UTF-8 and UTF-16, and undeclared prefixes are refused.
  ///
  /// - Throws: ``XMLError`` for the first fault.
  public init(parsing bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) {
    let (builder, isStandalone) = try Parsing.parse(bytes, limits)
    unsafe document = unsafe builder.document
    memory = builder.memory
    names = builder.names
    self.isStandalone = isStandalone
  }

  /// The document's element.
  public var root: Node {
    guard let root = standingRoot else { preconditionFailure("the root was removed") }
    return root
  }

  fileprivate var standingRoot: Node? {
    var current = unsafe document.pointee.first
    while let node = unsafe current, unsafe node.pointee.kind != .element {
      unsafe current = unsafe node.pointee.next
    }
    return unsafe current.map { unsafe Node(self, $0) }
  }

  /// Makes an element that stands nowhere yet, with the prefix the root declares for its namespace; one that it
  /// does not declare is declared on the element itself.
  public func makeElement(_ name: Name) -> Node {
    let node = unsafe memory.make(NodeRecord(.element))
    let element = unsafe Node(self, node)
    let space =
      unsafe name.namespaceBytes.isEmpty
      ? nil : namespace(name.namespaceBytes, for: element, isPrefixed: false)
    unsafe node.pointee.name = unsafe names.name(name.localBytes, space)
    unsafe NameRecord.note(node)
    return element
  }

  /// Makes a text node that stands nowhere yet; `bytes` are UTF-8 that XML can hold.
  public func makeText(_ bytes: [UInt8]) -> Node {
    precondition(XMLCharacters.firstForbidden(in: bytes) == nil, "XML can't hold this text")
    let node = unsafe memory.make(NodeRecord(.text))
    unsafe bytes.withUnsafeBufferPointer {
      guard let start = $0.baseAddress else { return }
      unsafe node.pointee.content = unsafe memory.copy(Stretch(start, $0.count))
    }
    return unsafe Node(self, node)
  }

  /// Makes a text node that stands nowhere yet.
  public func makeText(_ text: String) -> Node { makeText(Array(text.utf8)) }

  /// Makes a processing instruction that stands nowhere yet; `target` is a name, `data` what XML can hold in one.
  public func makeInstruction(target: String, data: String) -> Node {
    precondition(XMLCharacters.firstForbidden(in: Array(data.utf8)) == nil, "XML can't hold this data")
    precondition(
      !data.utf8.contains(UInt8(ascii: ">")) || !data.contains("?>"), "the data ends the instruction")
    precondition(unsafe xmlValidateNCName(target, 0) == 0, "the target is no name")
    let node = unsafe memory.make(NodeRecord(.instruction, names.name(target, nil)))
    unsafe node.pointee.content = memory.copy(data)
    return unsafe Node(self, node)
  }

  /// Declares a namespace on the root, unless the prefix is declared there already.
  public func declareNamespace(_ address: String, prefix: String) {
    root.declareNamespace(address, prefix: prefix)
  }

  /// A declaration of a namespace: one in force at `element`, with a prefix if `isPrefixed` says so, or one on the
  /// root, or else a new one on `element`.
  func namespace(
    _ address: Stretch, for element: Node, isPrefixed: Bool
  ) -> UnsafeMutablePointer<NamespaceRecord> {
    if address == Stretch("http://www.w3.org/XML/1998/namespace") {
      return unsafe names.namespace(prefix: Stretch("xml"), address: address)
    }
    var holder: Node? = element
    while let current = holder {
      if let found = unsafe current.declaration(of: address, isPrefixed: isPrefixed) { return unsafe found }
      holder = current.parent ?? (current == standingRoot ? nil : standingRoot)
    }
    var number = 1
    while true {
      let prefix = memory.copy("ns\(number)")
      if !element.isUsed(prefix) {
        let made = unsafe names.namespace(prefix: prefix, address: address)
        unsafe element.declare(made)
        return unsafe made
      }
      number += 1
    }
  }
}

extension Node {
  /// What the element itself declares for a namespace, rather with a prefix than without.
  fileprivate func declaration(
    of address: Stretch, isPrefixed: Bool
  ) -> UnsafeMutablePointer<NamespaceRecord>? {
    var fallback: UnsafeMutablePointer<NamespaceRecord>?
    var declared = unsafe pointer.pointee.declarations
    while let current = unsafe declared {
      let namespace = unsafe current.pointee.namespace
      if unsafe namespace.pointee.address == address {
        if unsafe !namespace.pointee.prefix.isEmpty { return unsafe namespace }
        unsafe fallback = unsafe namespace
      }
      unsafe declared = unsafe current.pointee.next
    }
    return unsafe isPrefixed ? nil : fallback
  }

  /// Whether the element, one around it, or the root declares a prefix.
  fileprivate func isUsed(_ prefix: Stretch) -> Bool {
    var holder: Node? = self
    while let current = holder {
      if unsafe current.declared(prefix) != nil { return true }
      holder = current.parent ?? (current == tree.standingRoot ? nil : tree.standingRoot)
    }
    return false
  }
}
