import CLibXML2

/// An attribute of an element.
public struct Attribute: Sendable, Hashable {
  /// The name without its prefix.
  public let localName: String
  /// The address of its namespace; empty for none.
  public let namespace: String
  /// The prefix it is written with.
  public let prefix: String?
  /// The value, references resolved.
  public let value: String

  init(_ property: UnsafeMutablePointer<xmlAttr>) {
    unsafe localName = Bytes.string(property.pointee.name)
    unsafe namespace = Bytes.string(property.pointee.ns?.pointee.href)
    unsafe prefix = property.pointee.ns?.pointee.prefix.map { unsafe Bytes.string($0) }
    unsafe value = Bytes.string(AttributeValue.content(of: property))
  }
}

extension Node {
  /// An attribute's value; nil when the element has no such attribute.
  public func attribute(_ name: Name) -> String? {
    unsafe property(name).map { unsafe Bytes.string(AttributeValue.content(of: $0)) }
  }

  /// The attributes in the order they are written, without namespace declarations.
  public var attributes: [Attribute] {
    var found: [Attribute] = []
    var current = unsafe isElement ? pointer.pointee.properties : nil
    while let property = unsafe current {
      unsafe found.append(Attribute(property))
      unsafe current = unsafe property.pointee.next
    }
    return found
  }

  /// Gives an attribute a value; a new one is added behind the others. The value is text that XML can hold.
  public func setAttribute(_ name: Name, _ value: String) {
    precondition(XMLCharacters.firstForbidden(in: Array(value.utf8)) == nil, "XML can't hold this value")
    set(name, value)
  }

  /// Marks an attribute's value as the place of instruction number `marker`: the serializer hands it to its sink
  /// as the instruction `attribute` with the number as data.
  public func setAttribute(_ name: Name, marker: Int) {
    set(name, AttributeValue.marked(marker))
  }

  /// Marks, as ``setAttribute(_:marker:)`` does, every attribute for which `marker` gives a number.
  public func markAttributes(_ marker: (Attribute) -> Int?) {
    var current = unsafe isElement ? pointer.pointee.properties : nil
    while let property = unsafe current {
      if let number = unsafe marker(Attribute(property)) {
        unsafe AttributeValue.replace(in: property, with: AttributeValue.marked(number))
      }
      unsafe current = unsafe property.pointee.next
    }
  }

  /// Removes the attributes that `isGone` is true for.
  public func removeAttributes(where isGone: (Attribute) -> Bool) {
    var current = unsafe isElement ? pointer.pointee.properties : nil
    while let property = unsafe current {
      unsafe current = unsafe property.pointee.next
      if unsafe isGone(Attribute(property)) { unsafe xmlRemoveProp(property) }
    }
  }

  /// Removes an attribute, if it is there.
  public func removeAttribute(_ name: Name) {
    if let property = unsafe property(name) { unsafe xmlRemoveProp(property) }
  }

  private func set(_ name: Name, _ value: String) {
    precondition(isElement, "only elements have attributes")
    if let property = unsafe property(name) {
      unsafe AttributeValue.replace(in: property, with: value)
    } else {
      let namespace =
        unsafe name.namespace.isEmpty
        ? nil : tree.namespace(name.namespace, for: self, isPrefixed: true)
      // Made without a value: libxml2 would enter that of an xml:id in its table of ids.
      if let made = unsafe xmlNewNsProp(pointer, namespace, name.local, nil) {
        unsafe AttributeValue.replace(in: made, with: value)
      }
    }
  }

  private func property(_ name: Name) -> UnsafeMutablePointer<xmlAttr>? {
    guard isElement else { return nil }
    var current = unsafe pointer.pointee.properties
    while let property = unsafe current {
      if unsafe name.matches(local: property.pointee.name, namespace: property.pointee.ns) {
        return unsafe property
      }
      unsafe current = unsafe property.pointee.next
    }
    return nil
  }
}

extension XMLTree {
  /// The number in the value of a marked attribute; nil for a value that is none.
  public static func marker(of value: String) -> Int? {
    guard value.utf8.first == AttributeValue.sign else { return nil }
    return Int(value.dropFirst())
  }
}

/// What stands in an attribute: text, or the mark of an instruction, told by a character that XML can't hold.
enum AttributeValue {
  fileprivate static let sign: UInt8 = 1

  static func marked(_ number: Int) -> String { "\u{1}\(number)" }

  /// The number of a marked value.
  static func marker(_ content: UnsafePointer<xmlChar>) -> String? {
    guard unsafe content.pointee == sign else { return nil }
    return unsafe Bytes.string(content + 1)
  }

  /// The value; without a document type there is one text node in it, or none.
  static func content(of attribute: UnsafeMutablePointer<xmlAttr>) -> UnsafePointer<xmlChar>? {
    unsafe UnsafePointer(attribute.pointee.children?.pointee.content)
  }

  static func replace(in attribute: UnsafeMutablePointer<xmlAttr>, with value: String) {
    guard let text = unsafe attribute.pointee.children else {
      guard let made = unsafe xmlNewDocText(attribute.pointee.doc, value) else { return }
      unsafe made.pointee.parent = UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self)
      unsafe attribute.pointee.children = unsafe made
      unsafe attribute.pointee.last = unsafe made
      return
    }
    // `xmlNodeSetContent` would read entities in the value; this does not.
    unsafe xmlNodeSetContentLen(text, "", 0)
    unsafe xmlNodeAddContent(text, value)
  }
}
