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

  init(_ attribute: UnsafeMutablePointer<AttributeRecord>) {
    let name = unsafe attribute.pointee.name
    let space = unsafe name.pointee.namespace
    unsafe localName = name.pointee.local.string
    unsafe namespace = space?.pointee.address.string ?? ""
    unsafe prefix = space.flatMap { unsafe $0.pointee.prefix.isEmpty ? nil : $0.pointee.prefix.string }
    unsafe value = attribute.pointee.value.string
  }
}

extension Node {
  /// An attribute's value; nil when the element has no such attribute.
  public func attribute(_ name: Name) -> String? { unsafe record(name)?.pointee.value.string }

  /// The attributes in the order they are written, without namespace declarations.
  public var attributes: [Attribute] {
    var found: [Attribute] = []
    var current = unsafe pointer.pointee.attributes
    while let attribute = unsafe current {
      unsafe found.append(Attribute(attribute))
      unsafe current = unsafe attribute.pointee.next
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
    set(name, AttributeMark.value(marker))
  }

  /// Marks, as ``setAttribute(_:marker:)`` does, every attribute for which `marker` gives a number.
  public func markAttributes(_ marker: (Attribute) -> Int?) {
    var current = unsafe pointer.pointee.attributes
    while let attribute = unsafe current {
      if let number = unsafe marker(Attribute(attribute)) {
        unsafe attribute.pointee.value = tree.memory.copy(AttributeMark.value(number))
      }
      unsafe current = unsafe attribute.pointee.next
    }
  }

  /// Removes the attributes that `isGone` is true for.
  public func removeAttributes(where isGone: (Attribute) -> Bool) {
    unsafe removeRecords { unsafe isGone(Attribute($0)) }
  }

  /// Removes an attribute, if it is there.
  public func removeAttribute(_ name: Name) {
    unsafe removeRecords { unsafe name.matches($0.pointee.name) }
  }

  private func removeRecords(where isGone: (UnsafeMutablePointer<AttributeRecord>) -> Bool) {
    var link = unsafe withUnsafeMutablePointer(to: &pointer.pointee.attributes) { unsafe $0 }
    while let attribute = unsafe link.pointee {
      if unsafe isGone(attribute) {
        unsafe link.pointee = unsafe attribute.pointee.next
      } else {
        unsafe link = unsafe withUnsafeMutablePointer(to: &attribute.pointee.next) { unsafe $0 }
      }
    }
  }

  private func set(_ name: Name, _ value: String) {
    precondition(isElement, "only elements have attributes")
    let value = tree.memory.copy(value)
    if let attribute = unsafe record(name) {
      unsafe attribute.pointee.value = value
      return
    }
    let namespace =
      unsafe name.namespaceBytes.isEmpty
      ? nil : tree.namespace(name.namespaceBytes, for: self, isPrefixed: true)
    let made = unsafe tree.memory.make(
      AttributeRecord(name: tree.names.name(name.localBytes, namespace), value: value))
    var link = unsafe withUnsafeMutablePointer(to: &pointer.pointee.attributes) { unsafe $0 }
    while let attribute = unsafe link.pointee {
      unsafe link = unsafe withUnsafeMutablePointer(to: &attribute.pointee.next) { unsafe $0 }
    }
    unsafe link.pointee = unsafe made
  }

  private func record(_ name: Name) -> UnsafeMutablePointer<AttributeRecord>? {
    var current = unsafe pointer.pointee.attributes
    while let attribute = unsafe current {
      if unsafe name.matches(attribute.pointee.name) { return unsafe attribute }
      unsafe current = unsafe attribute.pointee.next
    }
    return nil
  }
}

extension XMLTree {
  /// The number in the value of a marked attribute; nil for a value that is none.
  public static func marker(of value: String) -> Int? {
    guard value.utf8.first == AttributeMark.sign else { return nil }
    return Int(value.dropFirst())
  }
}

/// The value of an attribute that is an instruction's place, told by a character that XML can't hold.
enum AttributeMark {
  fileprivate static let sign: UInt8 = 1

  fileprivate static func value(_ number: Int) -> String { "\u{1}\(number)" }

  /// The number of a marked value.
  static func number(in value: Stretch) -> String? {
    guard value.first == sign else { return nil }
    return unsafe Stretch(value.start + 1, value.count - 1).string
  }
}
