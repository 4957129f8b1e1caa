/// Writes nodes as XML, handing processing instructions and marked attributes to a sink.
@safe
struct Serializer<Sink: XMLSink> {
  var sink: Sink
  private let bytes = OutputBuffer()
  private var scope: NamespaceScope

  init(_ sink: Sink, of tree: XMLTree) {
    self.sink = sink
    scope = NamespaceScope(tree)
  }

  /// Writes a whole document.
  mutating func write(_ tree: XMLTree) {
    literal("<?xml version=\"1.0\" encoding=\"UTF-8\"")
    if tree.isStandalone { literal(" standalone=\"yes\"") }
    literal("?>\n")
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
    literal("<")
    unsafe appendName(of: node.pointer)
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
    literal(">")
    flush()
  }

  /// Writes an element's end tag.
  mutating func write(endTagOf node: Node) {
    literal("</")
    unsafe appendName(of: node.pointer)
    literal(">")
    flush()
  }

  mutating func flush() {
    if bytes.count > 0 { sink.write(bytes.take()) }
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
      literal("/>")
      scope.leave()
    case .text:
      unsafe appendText(node.pointee.content, inAttribute: false)
    case .cdata:
      literal("<![CDATA[")
      unsafe append(node.pointee.content)
      literal("]]>")
    case .comment:
      literal("<!--")
      unsafe append(node.pointee.content)
      literal("-->")
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
    if sink.instruction(target: target.string, data: data.string) { return }
    literal("<?")
    append(target)
    literal(data.isEmpty ? "" : " ")
    append(data)
    literal("?>")
  }

  private mutating func end(_ node: UnsafeMutablePointer<NodeRecord>) {
    literal("</")
    if let name = unsafe node.pointee.name {
      unsafe appendName(name, scope.written(forElement: name.pointee.namespace))
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
    unsafe appendName(name, namespace)
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
    unsafe appendName(attribute.pointee.name, namespace)
    literal("=\"")
    let value = unsafe attribute.pointee.value
    if let marker = AttributeMark.number(in: value) {
      flush()
      _ = sink.instruction(target: "attribute", data: marker)
    } else {
      appendText(value, inAttribute: true)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendDeclarations() {
    for one in scope.own {
      literal(" xmlns")
      if unsafe !one.namespace.pointee.prefix.isEmpty {
        bytes.append(UInt8(ascii: ":"))
        unsafe append(one.namespace.pointee.prefix)
      }
      literal("=\"")
      unsafe appendText(one.namespace.pointee.address, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  /// Writes a name with the prefix of `namespace`, which may be another than its own.
  private func appendName(
    _ name: UnsafeMutablePointer<NameRecord>, _ namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) {
    if unsafe namespace == name.pointee.namespace {
      unsafe append(name.pointee.written)
      return
    }
    if let prefix = unsafe namespace?.pointee.prefix, !prefix.isEmpty {
      append(prefix)
      bytes.append(UInt8(ascii: ":"))
    }
    unsafe append(name.pointee.local)
  }

  /// Writes an element's name with its own prefix.
  private func appendName(of element: UnsafeMutablePointer<NodeRecord>) {
    if let name = unsafe element.pointee.name { unsafe append(name.pointee.written) }
  }

  private func literal(_ text: StaticString) {
    unsafe bytes.append(text.utf8Start, text.utf8CodeUnitCount)
  }

  private func append(_ text: Stretch) { unsafe bytes.append(text.start, text.count) }

  /// Copies stretches that need no escaping at once.
  private func appendText(_ text: Stretch, inAttribute: Bool) {
    var start = 0
    for end in 0..<text.count {
      let byte = unsafe text.start[end]
      guard byte < 0x3F, let escape = XMLCharacters.escape(byte, inAttribute) else { continue }
      unsafe bytes.append(text.start + start, end - start)
      literal(escape)
      start = end + 1
    }
    unsafe bytes.append(text.start + start, text.count - start)
  }
}

extension Serializer where Sink == ByteSink {
  /// Writes an element as it stands where it is, and says where each element directly in it was written; nil if they
  /// would not be written the same by themselves.
  fileprivate mutating func writeInPieces(_ node: Node) -> [Range<Int>]? {
    scope.surround(node)
    guard unsafe begin(node.pointer) else {
      flush()
      return []
    }
    // What the element had to declare for others' sake would be missing around its children.
    let isSimple = scope.own.count == node.declarationCount
    var pieces: [Range<Int>] = []
    var current = unsafe node.pointer.pointee.first
    while let child = unsafe current {
      let start = sink.bytes.count + bytes.count
      unsafe write(child)
      if unsafe child.pointee.kind == .element {
        pieces.append(start..<sink.bytes.count + bytes.count)
      }
      unsafe current = unsafe child.pointee.next
    }
    unsafe end(node.pointer)
    flush()
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
    var sink = ByteSink()
    serialize(into: &sink)
    return sink.bytes
  }

  /// Writes the document into `sink`.
  public func serialize<Sink: XMLSink>(into sink: inout Sink) {
    var serializer = Serializer(sink, of: self)
    serializer.write(self)
    sink = serializer.sink
  }
}

extension Node {
  /// The node with all below it as it would stand where it does: declarations in force there are not repeated.
  public func serialize() -> [UInt8] {
    var serializer = Serializer(ByteSink(), of: tree)
    serializer.write(fragment: self)
    return serializer.sink.bytes
  }

  /// What ``serialize()`` gives, and the same for each element directly inside this one.
  public func serializeInPieces() -> (all: [UInt8], elements: [ArraySlice<UInt8>]) {
    var serializer = Serializer(ByteSink(), of: tree)
    let pieces = serializer.writeInPieces(self)
    let all = serializer.sink.bytes
    guard let pieces else { return (all, elements.map { $0.serialize()[...] }) }
    return (all, pieces.map { all[$0] })
  }

  /// Writes the node with all below it and every declaration it needs to stand in any other document.
  public func serialize<Sink: XMLSink>(standaloneInto sink: inout Sink) {
    var serializer = Serializer(sink, of: tree)
    serializer.write(standalone: self)
    sink = serializer.sink
  }

  /// An element's start tag, without declarations other than its own, and without attributes that are marked or
  /// called one of `names`.
  public func startTag(without names: [Name] = []) -> [UInt8] {
    var serializer = Serializer(ByteSink(), of: tree)
    serializer.write(startTagOf: self, without: names)
    return serializer.sink.bytes
  }

  /// An element's end tag.
  public func endTag() -> [UInt8] {
    var serializer = Serializer(ByteSink(), of: tree)
    serializer.write(endTagOf: self)
    return serializer.sink.bytes
  }
}
