import DataFiles
import Glibc

/// A file being read in pieces; closed when nobody holds it any more.
final class OpenFile: Sendable {
  private static let pieceBytes = 1 << 18
  private let descriptor: Int32

  /// Opens the file at `path`; `-` is standard input.
  init(_ path: String) throws(FileError) {
    descriptor = path == Files.standardStream ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, message: .unreadable(Files.reason())) }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next piece; nothing at the end.
  func read() throws(ByteInput.Failure) -> [UInt8] {
    while true {
      var count = 0
      let piece = unsafe [UInt8](unsafeUninitializedCapacity: Self.pieceBytes) { buffer, initialized in
        count = unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(0, count)
      }
      if count >= 0 { return piece }
      guard errno == EINTR else { throw ByteInput.Failure(.unreadable(Files.reason())) }
    }
  }
}
