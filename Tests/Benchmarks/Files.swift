import DataFiles
import Diagnostics
import Glibc
import Synchronization

/// Files, read and written whole.
enum Files {
  struct Failure: Error { let path: String }

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { throw Failure(path: path) }
    defer { close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    lseek(file, 0, SEEK_SET)
    var bytes = [UInt8](repeating: 0, count: max(0, size))
    var count = 0
    while count < size {
      let got = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe Glibc.read(file, buffer.baseAddress.map { unsafe $0 + count }, size - count)
      }
      guard got > 0 else { throw Failure(path: path) }
      count += got
    }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { throw Failure(path: path) }
    defer { close(file) }
    let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(file, $0.baseAddress, $0.count) }
    guard written == bytes.count else { throw Failure(path: path) }
  }

  /// A file in pieces.
  static func input(_ path: String) throws(ByteInput.Failure) -> ByteInput {
    let file = unsafe open(path, O_RDONLY)
    let isOpen = Mutex(file >= 0)
    return ByteInput(name: path) { () throws(ByteInput.Failure) in
      isOpen.withLock { isOpen in
        guard isOpen else { return [] }
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, count in
          count = unsafe max(0, Glibc.read(file, buffer.baseAddress, buffer.count))
        }
        if piece.isEmpty {
          close(file)
          isOpen = false
        }
        return piece
      }
    }
  }
}
