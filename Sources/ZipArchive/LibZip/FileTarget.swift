import CLibZip
import Glibc

/// An open file as libzip writes an archive to it, with a buffer, so that few calls of the system are made.
final class FileTarget {
  private static let bufferBytes = 1 << 18
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  /// Where the buffer begins in the file.
  private var start = 0
  /// Where the next byte goes in the buffer.
  private var cursor = 0
  /// The system's error that ended the writing.
  private(set) var failure: Int32 = 0

  private init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// A libzip source that writes to an open, empty file, which stays the caller's.
  static func make(_ descriptor: Int32) throws(ZipError) -> (source: OpaquePointer, target: FileTarget) {
    let target = FileTarget(descriptor)
    let box = unsafe Unmanaged.passRetained(target)
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_function_create(answer, box.toOpaque(), &error) else {
      unsafe box.release()
      throw unsafe ZipError(&error, entry: nil)
    }
    return unsafe (source, target)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    let over = min(bytes.count, buffer.count - cursor)
    if over > 0 {
      unsafe buffer.replaceSubrange(cursor..<cursor + over, with: bytes[..<over])
    }
    unsafe buffer.append(contentsOf: bytes[over...])
    cursor += bytes.count
    if buffer.count >= Self.bufferBytes, cursor == buffer.count, !flush() { return -1 }
    return Int64(bytes.count)
  }

  private func flush() -> Bool {
    var done = 0
    while done < buffer.count {
      let count = unsafe buffer.withUnsafeBytes { all in
        let rest = unsafe UnsafeRawBufferPointer(rebasing: all[done...])
        return unsafe pwrite(descriptor, rest.baseAddress, rest.count, start + done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        failure = count < 0 ? errno : ENOSPC
        return false
      }
      done += count
    }
    start += cursor
    cursor = 0
    buffer.removeAll(keepingCapacity: true)
    return true
  }

  private func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
    let end = start + buffer.count
    let base =
      switch whence {
      case SEEK_SET: 0
      case SEEK_CUR: start + cursor
      default: end
      }
    let position = base + Int(offset)
    guard position >= 0 else { return -1 }
    if position >= start, position <= end {
      cursor = position - start
    } else {
      cursor = buffer.count
      guard flush() else { return -1 }
      start = position
    }
    return 0
  }

  /// libzip's `zip_source_callback`.
  private static let answer: zip_source_callback = { state, data, length, command in
    guard let state = unsafe state else { return -1 }
    let box = unsafe Unmanaged<FileTarget>.fromOpaque(state)
    let target = unsafe box.takeUnretainedValue()
    switch command {
    case ZIP_SOURCE_STAT:
      guard let data = unsafe data else { return -1 }
      let stat = unsafe data.assumingMemoryBound(to: zip_stat_t.self)
      unsafe zip_stat_init(stat)
      unsafe stat.pointee.size = 0
      unsafe stat.pointee.valid = UInt64(ZIP_STAT_SIZE)
      return unsafe Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_BEGIN_WRITE,
      ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE:
      return 0
    case ZIP_SOURCE_WRITE:
      return unsafe target.write(UnsafeRawBufferPointer(start: data, count: Int(length)))
    case ZIP_SOURCE_SEEK_WRITE:
      guard let data = unsafe data else { return -1 }
      let seek = unsafe data.load(as: zip_source_args_seek_t.self)
      return target.seek(seek.offset, seek.whence)
    case ZIP_SOURCE_TELL_WRITE:
      return Int64(target.start + target.cursor)
    case ZIP_SOURCE_COMMIT_WRITE:
      target.cursor = target.buffer.count
      return target.flush() ? 0 : -1
    case ZIP_SOURCE_ERROR:
      return unsafe SourceError.report(ZIP_ER_WRITE, into: data, length)
    case ZIP_SOURCE_FREE:
      unsafe box.release()
      return 0
    case ZIP_SOURCE_SUPPORTS:
      // libzip takes no other source for one that can be written to.
      return SourceCommands.mask([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
        ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE,
        ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_REMOVE,
      ])
    default:
      return -1
    }
  }
}
