import CLibXML2

/// An XML document as a tree that can be walked, edited and written.
///
/// The tree owns every node ever made in it, attached or not, until it goes; a ``Node`` keeps its tree alive.
/// One task at a time may use a tree.
@safe
public final class XMLTree {
  let document: UnsafeMutablePointer<xmlDoc>
  /// Nodes that were made or removed, once each; those that stand nowhere in the end are the tree's to free.
  private var loose: [UnsafeMutablePointer<xmlNode>] = unsafe []
  /// A number for each address of a namespace, for ``Node/nameIdentity``.
  private var namespaceNumbers: [String: Int] = [:]
  /// What is noted of the elements' names.
  let names = NameNotes()

  /// Parses a document.
  ///
  /// Everything in it is kept, blanks, comments and processing instructions too. Document type declarations,
  /// entities, encodings other than UTF-8 and UTF-16, and undeclared prefixes are refused.
  ///
  /// - Throws: ``XMLError`` for the first fault.
  public init(parsing bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) {
    unsafe document = try unsafe Parsing.document(bytes, limits)
  }

  deinit {
    // All must be known before the first is freed: one may stand in another.
    let tops = unsafe loose.filter { unsafe $0.pointee.parent == nil }
    unsafe tops.forEach { unsafe xmlFreeNode($0) }
    unsafe xmlFreeDoc(document)
  }

  /// Notes that a node stands nowhere, so that it goes with the tree unless it is put somewhere.
  func detach(_ node: UnsafeMutablePointer<xmlNode>) {
    guard unsafe node.pointee._private == nil else { return }
    unsafe node.pointee._private = unsafe UnsafeMutableRawPointer(document)
    unsafe loose.append(node)
  }

  /// The number of a namespace by its address, whatever declaration it comes from; 0 for none.
  func number(of namespace: UnsafeMutablePointer<xmlNs>?) -> UInt {
    guard let namespace = unsafe namespace else { return 0 }
    if let noted = unsafe namespace.pointee._private { return UInt(bitPattern: noted) }
    let address = unsafe Bytes.string(namespace.pointee.href)
    guard !address.isEmpty else { return 0 }
    let number = namespaceNumbers[address, default: namespaceNumbers.count + 1]
    namespaceNumbers[address] = number
    unsafe namespace.pointee._private = unsafe UnsafeMutableRawPointer(bitPattern: number)
    return UInt(number)
  }

  /// The document's element.
  public var root: Node {
    guard let root = standingRoot else { preconditionFailure("the root was removed") }
    return root
  }

  fileprivate var standingRoot: Node? {
    unsafe xmlDocGetRootElement(document).map { unsafe Node(self, $0) }
  }

  /// Whether the source's XML declaration said `standalone="yes"`.
  var isStandalone: Bool { unsafe document.pointee.standalone == 1 }

  /// Makes an element that stands nowhere yet, with the prefix the root declares for its namespace; one that it
  /// does not declare is declared on the element itself.
  public func makeElement(_ name: Name) -> Node {
    guard let node = unsafe xmlNewDocNode(document, nil, name.local, nil) else {
      preconditionFailure("no memory")
    }
    unsafe detach(node)
    let element = unsafe Node(self, node)
    if !name.namespace.isEmpty {
      unsafe node.pointee.ns = namespace(name.namespace, for: element, isPrefixed: false)
    }
    return element
  }

  /// Makes a text node that stands nowhere yet; `bytes` are UTF-8 that XML can hold.
  public func makeText(_ bytes: [UInt8]) -> Node {
    precondition(XMLCharacters.firstForbidden(in: bytes) == nil, "XML can't hold this text")
    let node = unsafe bytes.withUnsafeBufferPointer {
      unsafe xmlNewDocTextLen(document, $0.baseAddress, Int32($0.count))
    }
    guard let node = unsafe node else { preconditionFailure("no memory") }
    unsafe detach(node)
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
    guard let node = unsafe xmlNewDocPI(document, target, data) else { preconditionFailure("no memory") }
    unsafe detach(node)
    return unsafe Node(self, node)
  }

  /// Declares a namespace on the root, unless the prefix is declared there already.
  public func declareNamespace(_ address: String, prefix: String) {
    precondition(
      unsafe xmlValidateNCName(prefix, 0) == 0 && !address.isEmpty, "no such declaration is allowed")
    _ = unsafe xmlNewNs(root.pointer, address, prefix)
  }

  /// A declaration of a namespace: one in force at `element`, with a prefix if `isPrefixed` says so, or one on the
  /// root, or else a new one on `element`.
  func namespace(
    _ address: String, for element: Node, isPrefixed: Bool
  ) -> UnsafeMutablePointer<xmlNs>? {
    if address == "http://www.w3.org/XML/1998/namespace" {
      return unsafe xmlSearchNsByHref(document, element.pointer, address)
    }
    var holder: Node? = element
    while let current = holder {
      if let found = unsafe current.declaration(of: address, isPrefixed: isPrefixed) { return unsafe found }
      holder = current.parent ?? (current == standingRoot ? nil : standingRoot)
    }
    var number = 1
    while true {
      let prefix = "ns\(number)"
      number += 1
      if element.isUsed(prefix) { continue }
      if let made = unsafe xmlNewNs(element.pointer, address, prefix) { return unsafe made }
    }
  }
}

extension Node {
  /// What the element itself declares for a namespace, rather with a prefix than without.
  fileprivate func declaration(of address: String, isPrefixed: Bool) -> UnsafeMutablePointer<xmlNs>? {
    var fallback: UnsafeMutablePointer<xmlNs>?
    var declared = unsafe pointer.pointee.nsDef
    while let current = unsafe declared {
      if unsafe Bytes.equal(current.pointee.href, address) {
        if unsafe current.pointee.prefix != nil { return unsafe current }
        unsafe fallback = unsafe current
      }
      unsafe declared = unsafe current.pointee.next
    }
    return unsafe isPrefixed ? nil : fallback
  }

  /// Whether the element, one around it, or the root declares a prefix.
  fileprivate func isUsed(_ prefix: String) -> Bool {
    var holder: Node? = self
    while let current = holder {
      var declared = unsafe current.pointer.pointee.nsDef
      while let one = unsafe declared {
        if unsafe Bytes.equal(one.pointee.prefix, prefix) { return true }
        unsafe declared = unsafe one.pointee.next
      }
      holder = current.parent ?? (current == tree.standingRoot ? nil : tree.standingRoot)
    }
    return false
  }
}
