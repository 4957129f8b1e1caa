/// The namespace declarations in force while a document is written, and the prefix that each name gets.
///
/// A node may stand where the declaration it was made with is out of reach, or where another one has taken its
/// prefix: then it is declared anew, or under another prefix.
@safe
struct NamespaceScope {
  /// A declaration; an address that is empty takes the default namespace back.
  @safe
  struct Declaration {
    let namespace: UnsafeMutablePointer<NamespaceRecord>
    let depth: Int
  }

  private let names: NameTable
  private var declarations: [Declaration] = []
  private var depth = 0
  /// The element around what is written, until what is declared outside is asked for in full.
  private var outside: UnsafeMutablePointer<NodeRecord>?
  /// Namespaces that were found to be in force.
  private var known = KnownNamespaces()

  init(_ tree: XMLTree) { names = tree.names }

  /// Notes that what is written stands where `node` does.
  mutating func surround(_ node: Node) {
    unsafe outside = unsafe node.parent?.pointer
  }

  /// Takes in what is declared outside.
  private mutating func readOutside() {
    var around: [Declaration] = []
    var current = unsafe outside
    while let element = unsafe current {
      var declared = unsafe element.pointee.declarations
      while let one = unsafe declared {
        unsafe around.append(Declaration(namespace: one.pointee.namespace, depth: 0))
        unsafe declared = unsafe one.pointee.next
      }
      unsafe current = unsafe element.pointee.parent
    }
    declarations = around.reversed() + declarations
    unsafe outside = nil
  }

  /// Whether `namespace` is declared outside and nothing between has taken its prefix.
  private func isInForceOutside(_ namespace: UnsafeMutablePointer<NamespaceRecord>) -> Bool {
    guard declarations.isEmpty else { return false }
    var current = unsafe outside
    while let element = unsafe current {
      var declared = unsafe element.pointee.declarations
      while let one = unsafe declared {
        let other = unsafe one.pointee.namespace
        if unsafe other == namespace { return true }
        if unsafe other.pointee.prefixNumber == namespace.pointee.prefixNumber { return false }
        unsafe declared = unsafe one.pointee.next
      }
      unsafe current = unsafe element.pointee.parent
    }
    return false
  }

  /// Enters an element with what it declares itself.
  mutating func enter(_ element: UnsafeMutablePointer<NodeRecord>) {
    depth += 1
    var declared = unsafe element.pointee.declarations
    while let one = unsafe declared {
      unsafe declare(one.pointee.namespace)
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

  /// Whether the element entered last has declarations to write.
  var hasOwn: Bool { declarations.last?.depth == depth }

  /// Those the element entered last has to write.
  var own: ArraySlice<Declaration> {
    var first = declarations.endIndex
    while first > 0, declarations[first - 1].depth == depth { first -= 1 }
    return declarations[first...]
  }

  /// The namespace whose prefix the element entered last is written with; nil for none.
  mutating func written(
    forElement namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) -> UnsafeMutablePointer<NamespaceRecord>? {
    guard let namespace = unsafe namespace else {
      if let inner = innermost(0), unsafe inner.namespace.pointee.addressNumber != 0 {
        unsafe declare(names.namespace(prefix: .empty, address: Stretch.empty))
      }
      return nil
    }
    if unsafe isInForce(namespace) { return unsafe namespace }
    if let inner = unsafe innermost(namespace.pointee.prefixNumber), inner.depth == depth {
      return unsafe otherInForce(for: namespace) ?? newPrefix(for: namespace)
    }
    unsafe declare(namespace)
    return unsafe namespace
  }

  /// The namespace whose prefix an attribute is written with. What is declared for it never hides what was in force
  /// for the element.
  mutating func written(
    forAttribute namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) -> UnsafeMutablePointer<NamespaceRecord>? {
    guard let namespace = unsafe namespace else { return nil }
    let prefix = unsafe namespace.pointee.prefixNumber
    if prefix != 0, unsafe isInForce(namespace) { return unsafe namespace }
    if let other = unsafe otherInForce(for: namespace) { return unsafe other }
    if prefix == 0 || innermost(prefix) != nil { return unsafe newPrefix(for: namespace) }
    unsafe declare(namespace)
    return unsafe namespace
  }

  private mutating func isInForce(_ namespace: UnsafeMutablePointer<NamespaceRecord>) -> Bool {
    if unsafe namespace.pointee.isBuiltIn || known.contains(namespace) { return true }
    if unsafe isInForceOutside(namespace) || innermost(namespace.pointee.prefixNumber)?.namespace == namespace
    {
      unsafe known.insert(namespace)
      return true
    }
    return false
  }

  private mutating func otherInForce(
    for namespace: UnsafeMutablePointer<NamespaceRecord>
  ) -> UnsafeMutablePointer<NamespaceRecord>? {
    if unsafe outside != nil { readOutside() }
    for one in declarations.reversed() {
      let other = unsafe one.namespace
      if unsafe other.pointee.prefixNumber != 0,
        unsafe other.pointee.addressNumber == namespace.pointee.addressNumber,
        unsafe innermost(other.pointee.prefixNumber)?.namespace == other
      {
        return unsafe other
      }
    }
    return nil
  }

  private mutating func newPrefix(
    for namespace: UnsafeMutablePointer<NamespaceRecord>
  ) -> UnsafeMutablePointer<NamespaceRecord> {
    var number = 1
    while true {
      let made = unsafe "ns\(number)".withStretch {
        unsafe names.namespace(prefix: $0, address: namespace.pointee.address)
      }
      if unsafe innermost(made.pointee.prefixNumber) == nil {
        unsafe declare(made)
        return unsafe made
      }
      number += 1
    }
  }

  private mutating func innermost(_ prefix: Int) -> Declaration? {
    if unsafe outside != nil { readOutside() }
    return declarations.last { unsafe $0.namespace.pointee.prefixNumber == prefix }
  }

  private mutating func declare(_ namespace: UnsafeMutablePointer<NamespaceRecord>) {
    unsafe declarations.append(Declaration(namespace: namespace, depth: depth))
    known.clear()
  }
}

/// A few namespaces by their place in memory.
@safe
private struct KnownNamespaces {
  private var places: [4 of UInt] = [0, 0, 0, 0]
  private var next = 0

  func contains(_ namespace: UnsafeMutablePointer<NamespaceRecord>) -> Bool {
    let place = UInt(bitPattern: namespace)
    return places[0] == place || places[1] == place || places[2] == place || places[3] == place
  }

  mutating func insert(_ namespace: UnsafeMutablePointer<NamespaceRecord>) {
    places[next] = UInt(bitPattern: namespace)
    next = (next + 1) & 3
  }

  mutating func clear() { places = [0, 0, 0, 0] }
}
