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

  func append(_ byte: UInt8) {
    if count == capacity { grow(1) }
    unsafe start[count] = byte
    count += 1
  }

  func append(_ bytes: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - count < length { grow(length) }
    unsafe memcpy(start + count, bytes, length)
    count += length
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
