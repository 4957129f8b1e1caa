import Glibc

extension UnsafeMutableRawBufferPointer {
  /// A copy of `bytes` that C may `free`; `nil` when memory runs out.
  static func allocated(copying bytes: [UInt8]) -> UnsafeMutableRawBufferPointer? {
    guard let start = unsafe malloc(Swift.max(bytes.count, 1)) else { return nil }
    let copy = unsafe UnsafeMutableRawBufferPointer(start: start, count: bytes.count)
    unsafe copy.copyBytes(from: bytes)
    return unsafe copy
  }
}
