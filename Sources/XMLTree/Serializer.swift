import CLibXML2

/// Writes nodes as XML, handing processing instructions and marked attributes to a sink.
@safe
struct Serializer<Sink: XMLSink> {
  var sink: Sink
  private let bytes = OutputBuffer()
  private var scope = NamespaceScope()

  init(_ sink: Sink) {
    self.sink = sink
  }

  /// Writes a whole document.
  mutating func write(_ tree: XMLTree) {
    literal("<?xml version=\"1.0\" encoding=\"UTF-8\"")
    if tree.isStandalone { literal(" standalone=\"yes\"") }
    literal("?>\n")
    var current = unsafe tree.document.pointee.children
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
    unsafe appendName(node.pointer.pointee.name, node.pointer.pointee.ns?.pointee.prefix)
    unsafe scope.enter(node.pointer)
    appendDeclarations()
    var attribute = unsafe node.pointer.pointee.properties
    while let one = unsafe attribute {
      let isMarked =
        unsafe AttributeValue.content(of: one).flatMap({ unsafe AttributeValue.marker($0) }) != nil
      let (local, space) = unsafe (one.pointee.name, one.pointee.ns)
      if !isMarked, !names.contains(where: { unsafe $0.matches(local: local, namespace: space) }) {
        unsafe appendAttribute(one, one.pointee.ns?.pointee.prefix)
      }
      unsafe attribute = unsafe one.pointee.next
    }
    literal(">")
    flush()
  }

  /// Writes an element's end tag.
  mutating func write(endTagOf node: Node) {
    literal("</")
    unsafe appendName(node.pointer.pointee.name, node.pointer.pointee.ns?.pointee.prefix)
    literal(">")
    flush()
  }

  mutating func flush() {
    if bytes.count > 0 { sink.write(bytes.take()) }
  }

  /// Goes down and up along the links, so that no depth of nesting exhausts the stack.
  private mutating func write(_ top: UnsafeMutablePointer<xmlNode>) {
    var node = unsafe top
    while true {
      if unsafe begin(node), let child = unsafe node.pointee.children {
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
  private mutating func begin(_ node: UnsafeMutablePointer<xmlNode>) -> Bool {
    switch unsafe node.pointee.type {
    case XML_ELEMENT_NODE:
      unsafe openTag(node)
      if unsafe node.pointee.children != nil {
        bytes.append(UInt8(ascii: ">"))
        return true
      }
      literal("/>")
      scope.leave()
    case XML_TEXT_NODE:
      unsafe appendText(node.pointee.content, inAttribute: false)
    case XML_CDATA_SECTION_NODE:
      literal("<![CDATA[")
      unsafe append(node.pointee.content)
      literal("]]>")
    case XML_COMMENT_NODE:
      literal("<!--")
      unsafe append(node.pointee.content)
      literal("-->")
    case XML_PI_NODE:
      flush()
      let (target, data) = unsafe (Bytes.string(node.pointee.name), Bytes.string(node.pointee.content))
      if !sink.instruction(target: target, data: data) {
        literal("<?")
        unsafe append(node.pointee.name)
        literal(data.isEmpty ? "" : " ")
        unsafe append(node.pointee.content)
        literal("?>")
      }
    default: break
    }
    return false
  }

  private mutating func end(_ node: UnsafeMutablePointer<xmlNode>) {
    literal("</")
    unsafe appendName(node.pointee.name, scope.prefix(ofElement: node))
    bytes.append(UInt8(ascii: ">"))
    scope.leave()
  }

  /// Writes `<name attributes`, with the declarations of the element and those it lacks.
  private mutating func openTag(_ node: UnsafeMutablePointer<xmlNode>) {
    unsafe scope.enter(node)
    let prefix = unsafe scope.prefix(ofElement: node)
    // The attributes' prefixes must be settled before the declarations are written.
    var attribute = unsafe node.pointee.properties
    while let one = unsafe attribute {
      _ = unsafe scope.prefix(ofAttribute: one)
      unsafe attribute = unsafe one.pointee.next
    }
    bytes.append(UInt8(ascii: "<"))
    unsafe appendName(node.pointee.name, prefix)
    appendDeclarations()
    unsafe attribute = unsafe node.pointee.properties
    while let one = unsafe attribute {
      unsafe appendAttribute(one, scope.prefix(ofAttribute: one))
      unsafe attribute = unsafe one.pointee.next
    }
  }

  private mutating func appendAttribute(
    _ attribute: UnsafeMutablePointer<xmlAttr>, _ prefix: UnsafePointer<xmlChar>?
  ) {
    bytes.append(UInt8(ascii: " "))
    unsafe appendName(attribute.pointee.name, prefix)
    literal("=\"")
    if let content = unsafe AttributeValue.content(of: attribute) {
      if let marker = unsafe AttributeValue.marker(content) {
        flush()
        _ = sink.instruction(target: "attribute", data: marker)
      } else {
        unsafe appendText(content, inAttribute: true)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendDeclarations() {
    for one in scope.own {
      literal(" xmlns")
      if let prefix = unsafe one.prefix {
        bytes.append(UInt8(ascii: ":"))
        unsafe append(prefix)
      }
      literal("=\"")
      unsafe appendText(one.address, inAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func appendName(_ name: UnsafePointer<xmlChar>?, _ prefix: UnsafePointer<xmlChar>?) {
    if let prefix = unsafe prefix {
      unsafe append(prefix)
      bytes.append(UInt8(ascii: ":"))
    }
    unsafe append(name)
  }

  private func literal(_ text: StaticString) {
    unsafe bytes.append(text.utf8Start, text.utf8CodeUnitCount)
  }

  private func append(_ text: UnsafePointer<xmlChar>?) {
    if let text = unsafe text { unsafe bytes.append(text, Bytes.length(text)) }
  }

  /// Copies stretches that need no escaping at once.
  private func appendText(_ text: UnsafePointer<xmlChar>?, inAttribute: Bool) {
    guard let text = unsafe text else { return }
    var start = 0
    var end = 0
    while true {
      let byte = unsafe text[end]
      if byte == 0 { break }
      if byte < 0x3F, let escape = XMLCharacters.escape(byte, inAttribute) {
        unsafe bytes.append(text + start, end - start)
        literal(escape)
        start = end + 1
      }
      end += 1
    }
    unsafe bytes.append(text + start, end - start)
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
    var current = unsafe node.pointer.pointee.children
    while let child = unsafe current {
      let start = sink.bytes.count + bytes.count
      unsafe write(child)
      if unsafe child.pointee.type == XML_ELEMENT_NODE {
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
    var declared = unsafe pointer.pointee.nsDef
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
    var serializer = Serializer(sink)
    serializer.write(self)
    sink = serializer.sink
  }
}

extension Node {
  /// The node with all below it as it would stand where it does: declarations in force there are not repeated.
  public func serialize() -> [UInt8] {
    var serializer = Serializer(ByteSink())
    serializer.write(fragment: self)
    return serializer.sink.bytes
  }

  /// What ``serialize()`` gives, and the same for each element directly inside this one.
  public func serializeInPieces() -> (all: [UInt8], elements: [ArraySlice<UInt8>]) {
    var serializer = Serializer(ByteSink())
    let pieces = serializer.writeInPieces(self)
    let all = serializer.sink.bytes
    guard let pieces else { return (all, elements.map { $0.serialize()[...] }) }
    return (all, pieces.map { all[$0] })
  }

  /// Writes the node with all below it and every declaration it needs to stand in any other document.
  public func serialize<Sink: XMLSink>(standaloneInto sink: inout Sink) {
    var serializer = Serializer(sink)
    serializer.write(standalone: self)
    sink = serializer.sink
  }

  /// An element's start tag, without declarations other than its own, and without attributes that are marked or
  /// called one of `names`.
  public func startTag(without names: [Name] = []) -> [UInt8] {
    var serializer = Serializer(ByteSink())
    serializer.write(startTagOf: self, without: names)
    return serializer.sink.bytes
  }

  /// An element's end tag.
  public func endTag() -> [UInt8] {
    var serializer = Serializer(ByteSink())
    serializer.write(endTagOf: self)
    return serializer.sink.bytes
  }
}
