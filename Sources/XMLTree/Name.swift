import CLibXML2
import Glibc

/// An expanded name (Namespaces in XML 1.0, 2.1): a namespace and a local name, known when the program is written.
@safe
public struct Name: Sendable, Hashable {
  private let namespaceBytes: StaticString
  private let localBytes: StaticString

  /// Makes a name; an empty `namespace` is none.
  public init(_ namespace: StaticString, _ local: StaticString) {
    namespaceBytes = namespace
    localBytes = local
  }

  /// The namespace's address; empty for none.
  public var namespace: String { namespaceBytes.description }
  /// The name without a prefix.
  public var local: String { localBytes.description }

  /// Whether namespace and local name are equal.
  public static func == (left: Name, right: Name) -> Bool {
    equal(left.localBytes, right.localBytes) && equal(left.namespaceBytes, right.namespaceBytes)
  }

  /// Hashes the local name.
  public func hash(into hasher: inout Hasher) {
    unsafe hasher.combine(
      bytes: UnsafeRawBufferPointer(start: localBytes.utf8Start, count: localBytes.utf8CodeUnitCount))
  }

  /// Whether a name in a tree is this one.
  func matches(local: UnsafePointer<xmlChar>?, namespace: UnsafeMutablePointer<xmlNs>?) -> Bool {
    // Most names differ in the first byte already.
    guard let local = unsafe local, unsafe local.pointee == localBytes.utf8Start.pointee,
      unsafe Self.equal(localBytes, local)
    else { return false }
    guard let href = unsafe namespace?.pointee.href else { return namespaceBytes.utf8CodeUnitCount == 0 }
    return unsafe Self.equal(namespaceBytes, href)
  }

  private static func equal(_ left: StaticString, _ right: StaticString) -> Bool {
    guard left.utf8CodeUnitCount == right.utf8CodeUnitCount else { return false }
    return unsafe left.utf8Start == right.utf8Start
      || memcmp(left.utf8Start, right.utf8Start, left.utf8CodeUnitCount) == 0
  }

  private static func equal(_ left: StaticString, _ right: UnsafePointer<xmlChar>) -> Bool {
    let count = left.utf8CodeUnitCount
    guard count > 0 else { return unsafe right.pointee == 0 }
    return unsafe strncmp(
      UnsafeRawPointer(left.utf8Start).assumingMemoryBound(to: CChar.self),
      UnsafeRawPointer(right).assumingMemoryBound(to: CChar.self), count) == 0 && right[count] == 0
  }
}
