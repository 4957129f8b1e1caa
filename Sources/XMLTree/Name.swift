/// An expanded name (Namespaces in XML 1.0, 2.1): a namespace and a local name, known when the program is written.
@safe
public struct Name: @unchecked Sendable, Hashable {
  let namespaceBytes: Stretch
  let localBytes: Stretch

  /// Makes a name; an empty `namespace` is none.
  public init(_ namespace: StaticString, _ local: StaticString) {
    namespaceBytes = Stretch(namespace)
    localBytes = Stretch(local)
  }

  /// The namespace's address; empty for none.
  public var namespace: String { namespaceBytes.string }
  /// The name without a prefix.
  public var local: String { localBytes.string }

  /// Whether namespace and local name are equal.
  public static func == (left: Name, right: Name) -> Bool {
    left.localBytes == right.localBytes && left.namespaceBytes == right.namespaceBytes
  }

  /// Hashes the local name.
  public func hash(into hasher: inout Hasher) { localBytes.hash(into: &hasher) }

  /// Whether a name in a tree is this one.
  func matches(_ name: UnsafeMutablePointer<NameRecord>) -> Bool {
    guard unsafe name.pointee.local == localBytes else { return false }
    guard let namespace = unsafe name.pointee.namespace else { return namespaceBytes.isEmpty }
    return unsafe namespace.pointee.address == namespaceBytes
  }
}
