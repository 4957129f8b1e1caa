import CLibXML2

/// The namespace declarations in force while a document is written, and the prefix that each name gets.
///
/// A node may stand where the declaration it was made with is out of reach, or where another one has taken its
/// prefix: then it is declared anew, or under another prefix.
@safe
struct NamespaceScope {
  /// A declaration; an `address` that is empty takes the default namespace back.
  @safe
  struct Declaration {
    let prefix: UnsafePointer<xmlChar>?
    let address: UnsafePointer<xmlChar>?
    let depth: Int
  }

  private var declarations: [Declaration] = []
  private var depth = 0
  /// The element around what is written, until what is declared outside is asked for in full.
  private var outside: UnsafeMutablePointer<xmlNode>?
  /// Namespaces whose own prefix was found to be in force.
  private var known = KnownNamespaces()

  /// Notes that what is written stands where `node` does.
  mutating func surround(_ node: Node) {
    unsafe outside = unsafe node.parent?.pointer
  }

  /// Takes in what is declared outside.
  private mutating func readOutside() {
    var around: [Declaration] = []
    var current = unsafe outside
    while let element = unsafe current, unsafe element.pointee.type == XML_ELEMENT_NODE {
      var declared = unsafe element.pointee.nsDef
      while let one = unsafe declared {
        unsafe around.append(
          Declaration(prefix: one.pointee.prefix, address: one.pointee.href, depth: 0))
        unsafe declared = unsafe one.pointee.next
      }
      unsafe current = unsafe element.pointee.parent
    }
    declarations = around.reversed() + declarations
    unsafe outside = nil
  }

  /// Whether `namespace` is one declared outside whose prefix nothing between has taken.
  private func isInForceOutside(_ namespace: UnsafeMutablePointer<xmlNs>) -> Bool {
    guard declarations.isEmpty else { return false }
    var current = unsafe outside
    while let element = unsafe current, unsafe element.pointee.type == XML_ELEMENT_NODE {
      var declared = unsafe element.pointee.nsDef
      while let one = unsafe declared {
        if unsafe one == namespace { return true }
        unsafe declared = unsafe one.pointee.next
      }
      unsafe declared = unsafe element.pointee.nsDef
      while let one = unsafe declared {
        if unsafe xmlStrEqual(one.pointee.prefix, namespace.pointee.prefix) == 1 { return false }
        unsafe declared = unsafe one.pointee.next
      }
      unsafe current = unsafe element.pointee.parent
    }
    return false
  }

  /// Enters an element with what it declares itself.
  mutating func enter(_ element: UnsafeMutablePointer<xmlNode>) {
    depth += 1
    var declared = unsafe element.pointee.nsDef
    while let one = unsafe declared {
      unsafe declare(one.pointee.prefix, one.pointee.href)
      unsafe declared = unsafe one.pointee.next
    }
  }

  /// Leaves the element entered last.
  mutating func leave() {
    while let last = declarations.last, last.depth == depth {
      declarations.removeLast()
      known.clear()
    }
    depth -= 1
  }

  /// Those the element entered last has to write.
  var own: ArraySlice<Declaration> {
    var first = declarations.endIndex
    while first > 0, declarations[first - 1].depth == depth { first -= 1 }
    return declarations[first...]
  }

  /// The prefix of the name of the element entered last.
  mutating func prefix(ofElement element: UnsafeMutablePointer<xmlNode>) -> UnsafePointer<xmlChar>? {
    guard let namespace = unsafe element.pointee.ns else {
      if let inner = unsafe innermost(nil), unsafe !Bytes.isEmpty(inner.address) {
        unsafe declare(nil, nil)
      }
      return nil
    }
    let prefix = unsafe namespace.pointee.prefix
    if unsafe isInForce(namespace) { return unsafe UnsafePointer(prefix) }
    if let inner = unsafe innermost(prefix), inner.depth == depth {
      return unsafe prefixInForce(for: namespace) ?? newPrefix(for: namespace, element.pointee.doc)
    }
    unsafe declare(prefix, namespace.pointee.href)
    return unsafe UnsafePointer(prefix)
  }

  /// The prefix of an attribute's name. What is declared for it never hides what was in force for the element.
  mutating func prefix(ofAttribute attribute: UnsafeMutablePointer<xmlAttr>) -> UnsafePointer<xmlChar>? {
    guard let namespace = unsafe attribute.pointee.ns else { return nil }
    let prefix = unsafe namespace.pointee.prefix
    if unsafe prefix != nil, unsafe isInForce(namespace) { return unsafe UnsafePointer(prefix) }
    if let other = unsafe prefixInForce(for: namespace) { return unsafe other }
    if unsafe prefix == nil || innermost(prefix) != nil {
      return unsafe newPrefix(for: namespace, attribute.pointee.doc)
    }
    unsafe declare(prefix, namespace.pointee.href)
    return unsafe UnsafePointer(prefix)
  }

  private mutating func isInForce(_ namespace: UnsafeMutablePointer<xmlNs>) -> Bool {
    if unsafe known.contains(namespace) { return true }
    if unsafe isInForceOutside(namespace) {
      unsafe known.insert(namespace)
      return true
    }
    let prefix = unsafe UnsafePointer(namespace.pointee.prefix)
    if unsafe Bytes.equal(prefix, "xml") { return true }
    guard let inner = unsafe innermost(prefix), unsafe xmlStrEqual(inner.address, namespace.pointee.href) == 1
    else { return false }
    unsafe known.insert(namespace)
    return true
  }

  private mutating func prefixInForce(for namespace: UnsafeMutablePointer<xmlNs>) -> UnsafePointer<xmlChar>? {
    if unsafe outside != nil { readOutside() }
    for one in declarations.reversed()
    where unsafe one.prefix != nil && xmlStrEqual(one.address, namespace.pointee.href) == 1 {
      if let inner = unsafe innermost(one.prefix), unsafe inner.address == one.address {
        return unsafe one.prefix
      }
    }
    return nil
  }

  private mutating func newPrefix(
    for namespace: UnsafeMutablePointer<xmlNs>, _ document: UnsafeMutablePointer<xmlDoc>?
  ) -> UnsafePointer<xmlChar>? {
    var number = 1
    while true {
      // The document's own table keeps the new name.
      let prefix = unsafe xmlDictLookup(document?.pointee.dict, "ns\(number)", -1)
      if unsafe innermost(prefix) == nil {
        unsafe declare(prefix, namespace.pointee.href)
        return unsafe prefix
      }
      number += 1
    }
  }

  private mutating func innermost(_ prefix: UnsafePointer<xmlChar>?) -> Declaration? {
    if unsafe outside != nil { readOutside() }
    return declarations.last { unsafe xmlStrEqual($0.prefix, prefix) == 1 }
  }

  private mutating func declare(_ prefix: UnsafePointer<xmlChar>?, _ address: UnsafePointer<xmlChar>?) {
    unsafe declarations.append(Declaration(prefix: prefix, address: address, depth: depth))
    known.clear()
  }
}

/// A few namespaces by their place in memory.
@safe
private struct KnownNamespaces {
  private var places: [4 of UInt] = [0, 0, 0, 0]
  private var next = 0

  func contains(_ namespace: UnsafeMutablePointer<xmlNs>) -> Bool {
    let place = UInt(bitPattern: namespace)
    return places[0] == place || places[1] == place || places[2] == place || places[3] == place
  }

  mutating func insert(_ namespace: UnsafeMutablePointer<xmlNs>) {
    places[next] = UInt(bitPattern: namespace)
    next = (next + 1) & 3
  }

  mutating func clear() { places = [0, 0, 0, 0] }
}
