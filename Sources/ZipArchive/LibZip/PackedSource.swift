import CLibZip

/// Bytes as libzip asks for them while it writes an archive, without a copy of their own.
///
/// libzip owns the source from `zip_file_add` on; the box lives until libzip frees the source. With `packed`, the source reports the method,
/// sizes and CRC of data that is compressed already, and libzip stores it as it comes.
final class PackedSource {
  private let bytes: [UInt8]
  private let packed: CompressedData?
  private var position = 0

  private init(_ bytes: [UInt8], _ packed: CompressedData?) {
    self.bytes = bytes
    self.packed = packed
  }

  /// A libzip source that gives `bytes`.
  static func make(_ bytes: [UInt8], _ packed: CompressedData?) throws(ZipError) -> OpaquePointer {
    let box = unsafe Unmanaged.passRetained(PackedSource(bytes, packed))
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let source = unsafe zip_source_function_create(answer, box.toOpaque(), &error) else {
      unsafe box.release()
      throw unsafe ZipError(&error, entry: nil)
    }
    return unsafe source
  }

  private func read(into data: UnsafeMutableRawPointer, _ room: Int) -> Int {
    let count = min(room, bytes.count - position)
    guard count > 0 else { return 0 }
    unsafe bytes.withUnsafeBytes { all in
      unsafe UnsafeMutableRawBufferPointer(start: data, count: count)
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + count]))
    }
    position += count
    return count
  }

  private func stat(into stat: UnsafeMutablePointer<zip_stat_t>) {
    unsafe zip_stat_init(stat)
    unsafe stat.pointee.size = UInt64(packed?.uncompressedSize ?? bytes.count)
    unsafe stat.pointee.comp_size = UInt64(bytes.count)
    unsafe stat.pointee.comp_method = packed?.method.rawValue ?? 0
    unsafe stat.pointee.valid = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD)
    if let packed {
      unsafe stat.pointee.crc = packed.crc32
      unsafe stat.pointee.valid |= UInt64(ZIP_STAT_CRC)
    }
  }

  /// libzip's `zip_source_callback`.
  private static let answer: zip_source_callback = { state, data, length, command in
    guard let state = unsafe state else { return -1 }
    let box = unsafe Unmanaged<PackedSource>.fromOpaque(state)
    switch command {
    case ZIP_SOURCE_OPEN:
      unsafe box.takeUnretainedValue().position = 0
      return 0
    case ZIP_SOURCE_READ:
      guard let data = unsafe data else { return -1 }
      return unsafe Int64(box.takeUnretainedValue().read(into: data, Int(length)))
    case ZIP_SOURCE_CLOSE:
      return 0
    case ZIP_SOURCE_STAT:
      guard let data = unsafe data else { return -1 }
      unsafe box.takeUnretainedValue().stat(into: data.assumingMemoryBound(to: zip_stat_t.self))
      return unsafe Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      // Two ints, the libzip and the system code: nothing can go wrong here.
      guard let data = unsafe data, length >= 8 else { return -1 }
      unsafe UnsafeMutableRawBufferPointer(start: data, count: 8).copyBytes(from: [0, 0, 0, 0, 0, 0, 0, 0])
      return 8
    case ZIP_SOURCE_FREE:
      unsafe box.release()
      return 0
    case ZIP_SOURCE_SUPPORTS:
      let commands = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE,
      ]
      return commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default:
      return -1
    }
  }
}
