import Glibc
import Synchronization

/// Bytes written once and read back: in memory while they are few, then in a file without a name, which goes with
/// the spool.
public final class Spool: Sendable {
  private static let mostInMemory = 1 << 20
  private let folder: String
  private let state = Mutex(State())

  private struct State {
    var memory: [UInt8] = []
    var file: Int32 = -1
    var written = 0
  }

  /// An empty spool.
  ///
  /// - Parameter folder: where its file is made, if it comes to that.
  public init(in folder: String) { self.folder = folder }

  deinit {
    state.withLock { state in
      if state.file >= 0 { close(state.file) }
    }
  }

  /// How many bytes there are.
  public var count: Int { state.withLock { $0.written + $0.memory.count } }

  /// Appends bytes.
  ///
  /// - Throws: ``ZipError`` when the file can't be made or written, as on a full disk.
  public func append(_ bytes: [UInt8]) throws(ZipError) {
    let failed = state.withLock { state -> Int32 in
      state.memory += bytes
      guard state.memory.count > Self.mostInMemory else { return 0 }
      return Self.empty(&state, folder)
    }
    if failed != 0 { throw .spoolFailed(unsafe String(cString: strerror(failed))) }
  }

  /// Puts the bytes in memory into the file; the system's error, if any.
  private static func empty(_ state: inout State, _ folder: String) -> Int32 {
    if state.file < 0 {
      var path = Array((folder + "/.chengwen-XXXXXX").utf8CString)
      state.file = unsafe mkstemp(&path)
      guard state.file >= 0 else { return errno }
      _ = unsafe unlink(path)
    }
    var done = 0
    while done < state.memory.count {
      let count = unsafe state.memory.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[done...])
        return unsafe write(state.file, rest.baseAddress, rest.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return errno }
      done += count
    }
    state.written += done
    state.memory.removeAll(keepingCapacity: true)
    return 0
  }

  /// Reads from `offset` on; the number of bytes, which is 0 at the end and -1 when reading fails.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    state.withLock { state in
      if offset < state.written {
        let count = min(buffer.count, state.written - offset)
        return unsafe pread(state.file, buffer.baseAddress, count, offset)
      }
      let start = offset - state.written
      let count = min(buffer.count, state.memory.count - start)
      guard count > 0 else { return 0 }
      unsafe state.memory.withUnsafeBytes { all in
        unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[start..<start + count]))
      }
      return count
    }
  }
}

/// An entry's content of which the most lies in a spool.
public struct SpooledData: Sendable {
  /// How it lies there, and how it is to lie in the archive.
  public enum Packing: Sendable, Hashable {
    /// A deflate stream, with what it unpacks to.
    case deflated(size: Int, crc32: UInt32)
    /// As it is; the archive compresses it at a level of zlib.
    case plain(level: Int)
  }

  let head: [UInt8]
  let spool: Spool
  let packing: Packing

  /// What comes before the spool's bytes, and how all of it is packed; a wrong size or CRC makes a damaged archive.
  public init(head: [UInt8] = [], _ spool: Spool, _ packing: Packing) {
    self.head = head
    self.spool = spool
    self.packing = packing
  }

  var count: Int { head.count + spool.count }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard offset < head.count else { return unsafe spool.read(at: offset - head.count, into: buffer) }
    let count = min(buffer.count, head.count - offset)
    unsafe head.withUnsafeBytes { all in
      unsafe buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[offset..<offset + count]))
    }
    return count
  }
}
