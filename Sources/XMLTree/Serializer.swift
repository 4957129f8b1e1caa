/// Writes nodes as XML, handing processing instructions and marked attributes to a sink, if there is one.
@safe
struct Serializer {
  /// Not a type parameter: the compiler would copy the sink for each tag that is written.
  private(set) var sink: (any XMLSink)?
  private let bytes = OutputBuffer()
  private var scope: NamespaceScope

  init(of tree: XMLTree, into sink: (any XMLSink)? = nil) {
    self.sink = sink
    scope = NamespaceScope(tree)
  }

  /// All that was written, without a sink.
  var written: [UInt8] { bytes.take() }

  /// Writes a whole document.
  mutating func write(_ tree: XMLTree) {
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\"")
    if tree.isStandalone { bytes.append(" standalone=\"yes\"") }
    bytes.append("?>\n")
    var current = unsafe tree.document.pointee.first
    while let node = unsafe current {
      unsafe write(node)
      unsafe current = unsafe node.pointee.next
    }
    flush()
  }

  /// Writes a node with all below it as it stands where it is.
  mutating func write(fragment node: Node) {
    scope.surround(node)
    unsafe write(node.pointer)
    flush()
  }

  /// Writes a node with all below it and every declaration that it needs.
  mutating func write(standalone node: Node) {
    unsafe write(node.pointer)
    flush()
  }

  /// Writes an element's start tag with no other declarations than its own, and without marked attributes and those
  /// called one of `names`.
  mutating func write(startTagOf node: Node, without names: [Name]) {
    bytes.append("<")
    unsafe bytes.appendName(of: node.pointer)
    unsafe scope.enter(node.pointer)
    appendDeclarations()
    var attribute = unsafe node.pointer.pointee.attributes
    while let one = unsafe attribute {
      let name = unsafe one.pointee.name
      if unsafe AttributeMark.number(in: one.pointee.value) == nil,
        !names.contains(where: { unsafe $0.matches(name) })
      {
        unsafe appendAttribute(one, name.pointee.namespace)
      }
      unsafe attribute = unsafe one.pointee.next
    }
    bytes.append(">")
    flush()
  }

  /// Writes an element's end tag.
  mutating func write(endTagOf node: Node) {
    bytes.append(UInt8(ascii: "<"), UInt8(ascii: "/"))
    unsafe bytes.appendName(of: node.pointer)
    bytes.append(">")
    flush()
  }

  mutating func flush() {
    guard sink != nil, bytes.count > 0 else { return }
    let stretch = bytes.take()
    sink?.write(stretch)
  }

  /// Goes down and up along the links, so that no depth of nesting exhausts the stack.
  private mutating func write(_ top: UnsafeMutablePointer<NodeRecord>) {
    var node = unsafe top
    while true {
      if unsafe begin(node), let child = unsafe node.pointee.first {
        unsafe node = unsafe child
        continue
      }
      while unsafe node != top, unsafe node.pointee.next == nil, let parent = unsafe node.pointee.parent {
        unsafe node = unsafe parent
        unsafe end(node)
      }
      guard unsafe node != top, let next = unsafe node.pointee.next else { return }
      unsafe node = unsafe next
    }
  }

  /// Writes a node up to its first child; true if it has children.
  private mutating func begin(_ node: UnsafeMutablePointer<NodeRecord>) -> Bool {
    switch unsafe node.pointee.kind {
    case .element:
      unsafe openTag(node)
      if unsafe node.pointee.first != nil {
        bytes.append(UInt8(ascii: ">"))
        return true
      }
      bytes.append(UInt8(ascii: "/"), UInt8(ascii: ">"))
      scope.leave()
    case .text:
      unsafe bytes.appendText(node.pointee.content, inAttribute: false)
    case .cdata:
      bytes.append("<![CDATA[")
      unsafe bytes.append(node.pointee.content)
      bytes.append("]]>")
    case .comment:
      bytes.append("<!--")
      unsafe bytes.append(node.pointee.content)
      bytes.append("-->")
    case .instruction:
      unsafe appendInstruction(node)
    case .document: break
    }
    return false
  }

  private mutating func appendInstruction(_ node: UnsafeMutablePointer<NodeRecord>) {
    flush()
    guard let target = unsafe node.pointee.name?.pointee.local else { return }
    let data = unsafe node.pointee.content
    if sink?.instruction(target: target.string, data: data.string) == true { return }
    bytes.append("<?")
    bytes.append(target)
    bytes.append(data.isEmpty ? "" : " ")
    bytes.append(data)
    bytes.append("?>")
  }

  private mutating func end(_ node: UnsafeMutablePointer<NodeRecord>) {
    bytes.append(UInt8(ascii: "<"), UInt8(ascii: "/"))
    if let name = unsafe node.pointee.name {
      unsafe bytes.appendName(name, scope.written(forElement: name.pointee.namespace))
    }
    bytes.append(UInt8(ascii: ">"))
    scope.leave()
  }

  /// Writes `<name attributes`, with the declarations of the element and those it lacks.
  private mutating func openTag(_ node: UnsafeMutablePointer<NodeRecord>) {
    guard let name = unsafe node.pointee.name else { return }
    unsafe scope.enter(node)
    let namespace = unsafe scope.written(forElement: name.pointee.namespace)
    // The attributes' prefixes must be settled before the declarations are written.
    var attribute = unsafe node.pointee.attributes
    while let one = unsafe attribute {
      _ = unsafe scope.written(forAttribute: one.pointee.name.pointee.namespace)
      unsafe attribute = unsafe one.pointee.next
    }
    bytes.append(UInt8(ascii: "<"))
    unsafe bytes.appendName(name, namespace)
    appendDeclarations()
    unsafe attribute = unsafe node.pointee.attributes
    while let one = unsafe attribute {
      unsafe appendAttribute(one, scope.written(forAttribute: one.pointee.name.pointee.namespace))
      unsafe attribute = unsafe one.pointee.next
    }
  }

  private mutating func appendAttribute(
    _ attribute: UnsafeMutablePointer<AttributeRecord>, _ namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) {
    bytes.append(UInt8(ascii: " "))
    unsafe bytes.appendName(attribute.pointee.name, namespace)
    bytes.append(UInt8(ascii: "="), UInt8(ascii: "\""))
    let value = unsafe attribute.pointee.value
    if let marker = AttributeMark.number(in: value) {
      flush()
      _ = sink?.instruction(target: "attribute", data: marker)
    } else {
      bytes.appendValue(value)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendDeclarations() {
    guard scope.hasOwn else { return }
    for one in scope.own {
      bytes.append(" xmlns")
      if unsafe !one.namespace.pointee.prefix.isEmpty {
        bytes.append(UInt8(ascii: ":"))
        unsafe bytes.append(one.namespace.pointee.prefix)
      }
      bytes.append(UInt8(ascii: "="), UInt8(ascii: "\""))
      unsafe bytes.appendText(one.namespace.pointee.address, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }
}

extension Serializer {
  /// Writes an element as it stands where it is, and says where each element directly in it was written; nil if they
  /// would not be written the same by themselves.
  fileprivate mutating func writeInPieces(_ node: Node) -> [Range<Int>]? {
    scope.surround(node)
    guard unsafe begin(node.pointer) else { return [] }
    // What the element had to declare for others' sake would be missing around its children.
    let isSimple = scope.own.count == node.declarationCount
    var pieces: [Range<Int>] = []
    var current = unsafe node.pointer.pointee.first
    while let child = unsafe current {
      let start = bytes.count
      unsafe write(child)
      if unsafe child.pointee.kind == .element { pieces.append(start..<bytes.count) }
      unsafe current = unsafe child.pointee.next
    }
    unsafe end(node.pointer)
    return isSimple ? pieces : nil
  }
}

extension Node {
  /// How many namespaces the element itself declares.
  fileprivate var declarationCount: Int {
    var count = 0
    var declared = unsafe pointer.pointee.declarations
    while let one = unsafe declared {
      count += 1
      unsafe declared = unsafe one.pointee.next
    }
    return count
  }
}

extension XMLTree {
  /// The document as UTF-8.
  public func serialize() -> [UInt8] {
    var serializer = Serializer(of: self)
    serializer.write(self)
    return serializer.written
  }

  /// Writes the document into `sink`.
  public func serialize<Sink: XMLSink>(into sink: inout Sink) {
    var serializer = Serializer(of: self, into: sink)
    serializer.write(self)
    if let filled = serializer.sink as? Sink { sink = filled }
  }
}

extension Node {
  /// The node with all below it as it would stand where it does: declarations in force there are not repeated.
  public func serialize() -> [UInt8] {
    var serializer = Serializer(of: tree)
    serializer.write(fragment: self)
    return serializer.written
  }

  /// What ``serialize()`` gives, and the same for each element directly inside this one.
  public func serializeInPieces() -> (all: [UInt8], elements: [ArraySlice<UInt8>]) {
    var serializer = Serializer(of: tree)
    let pieces = serializer.writeInPieces(self)
    let all = serializer.written
    guard let pieces else { return (all, elements.map { $0.serialize()[...] }) }
    return (all, pieces.map { all[$0] })
  }

  /// Writes the node with all below it and every declaration it needs to stand in any other document.
  public func serialize<Sink: XMLSink>(standaloneInto sink: inout Sink) {
    var serializer = Serializer(of: tree, into: sink)
    serializer.write(standalone: self)
    if let filled = serializer.sink as? Sink { sink = filled }
  }

  /// An element's start tag, without declarations other than its own, and without attributes that are marked or
  /// called one of `names`.
  public func startTag(without names: [Name] = []) -> [UInt8] {
    var serializer = Serializer(of: tree)
    serializer.write(startTagOf: self, without: names)
    return serializer.written
  }

  /// An element's end tag.
  public func endTag() -> [UInt8] {
    var serializer = Serializer(of: tree)
    serializer.write(endTagOf: self)
    return serializer.written
  }
}
