import CLibXML2

/// Writes nodes as XML, handing processing instructions and marked attributes to a sink.
@safe
struct Serializer<Sink: XMLSink> {
  var sink: Sink
  private var bytes: [UInt8] = []
  /// The declarations in force, the innermost last, each with the depth of its element.
  private var scope: [(declaration: UnsafeMutablePointer<xmlNs>, depth: Int)] = unsafe []
  private var depth = 0
  /// The namespace last found to be in force; nil when that may have changed.
  private var known: UnsafeMutablePointer<xmlNs>?

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

  /// Writes a node with all below it. `outer` says which declarations are in force around it already.
  mutating func write(fragment node: Node) {
    var around: [(declaration: UnsafeMutablePointer<xmlNs>, depth: Int)] = unsafe []
    var current = node.parent
    while let element = current {
      var declared = unsafe element.pointer.pointee.nsDef
      while let one = unsafe declared {
        unsafe around.append((one, -1))
        unsafe declared = unsafe one.pointee.next
      }
      current = element.parent
    }
    unsafe scope = unsafe around.reversed()
    unsafe write(node.pointer)
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
      depth += 1
      unsafe openTag(node)
      if unsafe node.pointee.children != nil {
        bytes.append(UInt8(ascii: ">"))
        return true
      }
      append("/>")
      leaveScope()
      depth -= 1
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
    unsafe appendName(node.pointee.name, node.pointee.ns)
    bytes.append(UInt8(ascii: ">"))
    leaveScope()
    depth -= 1
  }

  private mutating func leaveScope() {
    while let last = unsafe scope.last, unsafe last.depth == depth {
      unsafe scope.removeLast()
      unsafe known = nil
    }
  }

  /// Writes `<name attributes`, with the declarations of the element and those it lacks.
  mutating func openTag(_ node: UnsafeMutablePointer<xmlNode>) {
    bytes.append(UInt8(ascii: "<"))
    unsafe appendName(node.pointee.name, node.pointee.ns)
    var declared = unsafe node.pointee.nsDef
    while let one = unsafe declared {
      unsafe declare(one)
      unsafe declared = unsafe one.pointee.next
    }
    unsafe need(node.pointee.ns, ofElement: true)
    var attribute = unsafe node.pointee.properties
    while let one = unsafe attribute {
      unsafe need(one.pointee.ns, ofElement: false)
      unsafe attribute = unsafe one.pointee.next
    }
    unsafe attribute = unsafe node.pointee.properties
    while let one = unsafe attribute {
      bytes.append(UInt8(ascii: " "))
      unsafe appendName(one.pointee.name, one.pointee.ns)
      append("=\"")
      if let content = unsafe AttributeValue.content(of: one) {
        if let marker = unsafe AttributeValue.marker(content) {
          flush()
          _ = sink.instruction(target: "attribute", data: marker)
        } else {
          unsafe appendText(content, inAttribute: true)
        }
      }
      bytes.append(UInt8(ascii: "\""))
      unsafe attribute = unsafe one.pointee.next
    }
  }

  /// Declares a namespace that is used but not in force: the node was moved out of its declaration's reach.
  private mutating func need(_ namespace: UnsafeMutablePointer<xmlNs>?, ofElement: Bool) {
    guard let namespace = unsafe namespace else {
      // An element without a namespace under a default declaration takes it back.
      if ofElement, let inner = unsafe scope.last(where: { unsafe $0.declaration.pointee.prefix == nil }),
        unsafe inner.declaration.pointee.href.pointee != 0
      {
        append(" xmlns=\"\"")
      }
      return
    }
    if unsafe namespace == known { return }
    if unsafe Bytes.equal(namespace.pointee.prefix, "xml") { return }
    let inner = unsafe scope.last {
      unsafe xmlStrEqual($0.declaration.pointee.prefix, namespace.pointee.prefix) == 1
    }
    if let inner = unsafe inner,
      unsafe xmlStrEqual(inner.declaration.pointee.href, namespace.pointee.href) == 1
    {
      unsafe known = unsafe namespace
      return
    }
    unsafe declare(namespace)
  }

  private mutating func declare(_ namespace: UnsafeMutablePointer<xmlNs>) {
    append(" xmlns")
    if let prefix = unsafe namespace.pointee.prefix {
      bytes.append(UInt8(ascii: ":"))
      unsafe append(prefix)
    }
    append("=\"")
    if let address = unsafe namespace.pointee.href { unsafe appendText(address, inAttribute: true) }
    bytes.append(UInt8(ascii: "\""))
    unsafe scope.append((namespace, depth))
    unsafe known = nil
  }

  private mutating func appendName(_ name: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?)
  {
    if let prefix = unsafe namespace?.pointee.prefix {
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

  /// An element's start tag, without declarations other than its own.
  public func startTag() -> [UInt8] {
    tag(opening: true)
  }

  /// An element's end tag.
  public func endTag() -> [UInt8] {
    tag(opening: false)
  }

  private func tag(opening: Bool) -> [UInt8] {
    let name = (prefix.map { $0 + ":" } ?? "") + localName
    guard opening else { return Array("</\(name)>".utf8) }
    var bytes = Array("<\(name)".utf8)
    for attribute in attributes {
      bytes += Array(" \(attribute.prefix.map { $0 + ":" } ?? "")\(attribute.localName)=\"".utf8)
      XMLCharacters.appendAttributeValue(Array(attribute.value.utf8), to: &bytes)
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: ">"))
    return bytes
  }
}
