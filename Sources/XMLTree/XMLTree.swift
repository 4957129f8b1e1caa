import CLibXML2

/// An XML document as a tree that can be walked, edited and written.
///
/// The tree owns every node ever made in it, attached or not, until it goes; a ``Node`` keeps its tree alive.
/// One task at a time may use a tree.
@safe
public final class XMLTree {
  let document: UnsafeMutablePointer<xmlDoc>
  /// Nodes that stand nowhere, each the top of a subtree.
  private var detached: Set<UInt> = []

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
    for address in detached { unsafe xmlFreeNode(UnsafeMutablePointer(bitPattern: address)) }
    unsafe xmlFreeDoc(document)
  }

  /// Notes that a node stands nowhere, so that it goes with the tree.
  func detach(_ node: UnsafeMutablePointer<xmlNode>) { detached.insert(UInt(bitPattern: node)) }

  /// Notes that a node stands somewhere again.
  func attach(_ node: UnsafeMutablePointer<xmlNode>) { detached.remove(UInt(bitPattern: node)) }

  /// The document's element.
  public var root: Node {
    guard let root = unsafe xmlDocGetRootElement(document) else {
      preconditionFailure("the root was removed")
    }
    return unsafe Node(self, root)
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
    if !name.namespace.isEmpty { unsafe node.pointee.ns = namespace(name.namespace, for: element) }
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

  /// Makes a processing instruction that stands nowhere yet.
  public func makeInstruction(target: String, data: String) -> Node {
    guard let node = unsafe xmlNewDocPI(document, target, data) else { preconditionFailure("no memory") }
    unsafe detach(node)
    return unsafe Node(self, node)
  }

  /// Declares a namespace on the root, unless the prefix is declared there already.
  public func declareNamespace(_ address: String, prefix: String) {
    _ = unsafe xmlNewNs(root.pointer, address, prefix)
  }

  /// The namespace as the root declares it, or, if it does not, as a declaration on `element`.
  func namespace(_ address: String, for element: Node) -> UnsafeMutablePointer<xmlNs>? {
    if address == "http://www.w3.org/XML/1998/namespace" {
      return unsafe xmlSearchNsByHref(document, root.pointer, address)
    }
    var fallback: UnsafeMutablePointer<xmlNs>?
    for holder in [root, element] {
      var declared = unsafe holder.pointer.pointee.nsDef
      while let current = unsafe declared {
        if unsafe Bytes.equal(current.pointee.href, address) {
          if unsafe current.pointee.prefix != nil { return unsafe current }
          unsafe fallback = unsafe current
        }
        unsafe declared = unsafe current.pointee.next
      }
    }
    if let fallback = unsafe fallback { return unsafe fallback }
    var number = 1
    while true {
      if let made = unsafe xmlNewNs(element.pointer, address, "ns\(number)") { return unsafe made }
      number += 1
    }
  }
}
