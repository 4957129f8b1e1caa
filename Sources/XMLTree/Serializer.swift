import CLibXML2

/// Writes nodes as XML, handing processing instructions and marked attributes to a sink.
@safe
struct Serializer<Sink: XMLSink> {
  var sink: Sink
  private var bytes: [UInt8] = []
  private var scope = NamespaceScope()

  init(_ sink: Sink) {
    self.sink = sink
  }

  /// Writes a whole document.
  mutating func write(_ tree: XMLTree) {
    append("<?xml version=\"1.0\" encoding=\"UTF-8\"")
    if tree.isStandalone { append(" standalone=\"yes\"") }
    append("?>\n")
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

  /// Writes an element's start tag with no other declarations than its own, and without marked attributes.
  mutating func write(startTagOf node: Node) {
    append("<")
    unsafe appendName(node.pointer.pointee.name, node.pointer.pointee.ns?.pointee.prefix)
    unsafe scope.enter(node.pointer)
    appendDeclarations()
    var attribute = unsafe node.pointer.pointee.properties
    while let one = unsafe attribute {
      if unsafe AttributeValue.content(of: one).flatMap({ unsafe AttributeValue.marker($0) }) == nil {
        unsafe appendAttribute(one, one.pointee.ns?.pointee.prefix)
      }
      unsafe attribute = unsafe one.pointee.next
    }
    append(">")
    flush()
  }

  /// Writes an element's end tag.
  mutating func write(endTagOf node: Node) {
    append("</")
    unsafe appendName(node.pointer.pointee.name, node.pointer.pointee.ns?.pointee.prefix)
    append(">")
    flush()
  }

  mutating func flush() {
    guard !bytes.isEmpty else { return }
    sink.write(bytes)
    bytes.removeAll(keepingCapacity: true)
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
      append("/>")
      scope.leave()
    case XML_TEXT_NODE:
      unsafe appendText(node.pointee.content, inAttribute: false)
    case XML_CDATA_SECTION_NODE:
      append("<![CDATA[")
      unsafe append(node.pointee.content)
      append("]]>")
    case XML_COMMENT_NODE:
      append("<!--")
      unsafe append(node.pointee.content)
      append("-->")
    case XML_PI_NODE:
      flush()
      let (target, data) = unsafe (Bytes.string(node.pointee.name), Bytes.string(node.pointee.content))
      if !sink.instruction(target: target, data: data) {
        append("<?\(target)\(data.isEmpty ? "" : " ")\(data)?>")
      }
    default: break
    }
    return false
  }

  private mutating func end(_ node: UnsafeMutablePointer<xmlNode>) {
    append("</")
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
    append("=\"")
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
      append(" xmlns")
      if let prefix = unsafe one.prefix {
        bytes.append(UInt8(ascii: ":"))
        unsafe append(prefix)
      }
      append("=\"")
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

  private mutating func append(_ text: StaticString) {
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func append(_ text: UnsafePointer<xmlChar>?) {
    guard let text = unsafe text else { return }
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text, count: Bytes.length(text)))
  }

  private mutating func appendText(_ text: UnsafePointer<xmlChar>?, inAttribute: Bool) {
    guard let text = unsafe text else { return }
    unsafe XMLCharacters.append(
      UnsafeBufferPointer(start: text, count: Bytes.length(text)), to: &bytes, inAttribute: inAttribute)
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

  /// An element's start tag, without declarations other than its own, and without attributes that are marked.
  public func startTag() -> [UInt8] {
    var serializer = Serializer(ByteSink())
    serializer.write(startTagOf: self)
    return serializer.sink.bytes
  }

  /// An element's end tag.
  public func endTag() -> [UInt8] {
    var serializer = Serializer(ByteSink())
    serializer.write(endTagOf: self)
    return serializer.sink.bytes
  }
}
