import Glibc

/// Bytes on their way to a sink: an array asks at every append whether it is shared, which here is a third of the
/// time.
@safe
final class OutputBuffer {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity = 1 << 12
  private(set) var count = 0

  init() { unsafe start = .allocate(capacity: capacity) }

  deinit { unsafe start.deallocate() }

  @inline(__always)
  func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    unsafe start[count] = byte
    count += 1
  }

  @inline(__always)
  func append(_ first: UInt8, _ second: UInt8) {
    if capacity - count < 2 { grow(2) }
    unsafe start[count] = first
    unsafe start[count + 1] = second
    count += 2
  }

  func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - count < length { grow(length) }
    unsafe memcpy(start + count, bytes, length)
    count += length
  }

  /// Lets `body` write at the end, as many bytes as it returns and `most` at most.
  func fill(atMost most: Int, _ body: (UnsafeMutablePointer<UInt8>) -> Int) {
    if capacity - count < most { grow(most) }
    unsafe count += body(start + count)
  }

  /// What was appended since this was called last.
  func take() -> [UInt8] {
    let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: count))
    count = 0
    return bytes
  }

  private func grow(_ length: Int) {
    capacity = max(2 * capacity, count + length)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe memcpy(larger, start, count)
    unsafe start.deallocate()
    unsafe start = unsafe larger
  }
}

/// Pieces of markup. They are methods of the buffer's because a call of the serializer's own would copy it.
extension OutputBuffer {
  func append(_ text: StaticString) { unsafe append(text.utf8Start, text.utf8CodeUnitCount) }

  func append(_ text: Stretch) { unsafe append(text.start, text.count) }

  /// Appends text, escaped; stretches that need no escaping are copied at once.
  func appendText(_ text: Stretch, inAttribute: Bool) {
    var start = 0
    for end in 0..<text.count {
      let byte = unsafe text.start[end]
      guard byte < 0x3F, let escape = XMLCharacters.escape(byte, inAttribute) else { continue }
      unsafe append(text.start + start, end - start)
      append(escape)
      start = end + 1
    }
    unsafe append(text.start + start, text.count - start)
  }

  /// Appends an attribute's value, escaped. Most are short: they are copied byte by byte, with one look at the room.
  func appendValue(_ value: Stretch) {
    guard value.count <= Self.shortValue else {
      appendText(value, inAttribute: true)
      return
    }
    unsafe fill(atMost: Self.longestEscape * value.count) { room in
      var end = unsafe room
      for place in 0..<value.count {
        let byte = unsafe value.start[place]
        if byte < 0x3F, let escape = XMLCharacters.escape(byte, true) {
          unsafe end.update(from: escape.utf8Start, count: escape.utf8CodeUnitCount)
          unsafe end += escape.utf8CodeUnitCount
        } else {
          unsafe end.pointee = byte
          unsafe end += 1
        }
      }
      return unsafe end - room
    }
  }

  private static let shortValue = 256
  /// `&quot;`
  private static let longestEscape = 6

  /// Appends a name with the prefix of `namespace`, which may be another than its own.
  func appendName(
    _ name: UnsafeMutablePointer<NameRecord>, _ namespace: UnsafeMutablePointer<NamespaceRecord>?
  ) {
    if unsafe namespace == name.pointee.namespace {
      unsafe append(name.pointee.written)
      return
    }
    if let prefix = unsafe namespace?.pointee.prefix, !prefix.isEmpty {
      append(prefix)
      append(UInt8(ascii: ":"))
    }
    unsafe append(name.pointee.local)
  }

  /// Appends an element's name with its own prefix.
  func appendName(of element: UnsafeMutablePointer<NodeRecord>) {
    if let name = unsafe element.pointee.name { unsafe append(name.pointee.written) }
  }
}
