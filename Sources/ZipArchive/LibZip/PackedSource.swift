import CLibZip

/// Bytes as libzip asks for them while it writes an archive, without a copy of their own.
///
/// libzip owns the source from `zip_file_add` on; the box lives until libzip frees the source. Of data that is compressed
/// already the source reports the method, sizes and CRC, and libzip stores it as it comes.
final class PackedSource {
  /// Where the bytes are.
  enum Content {
    case bytes([UInt8])
    case spooled(SpooledData)
  }

  /// What compressed data unpacks to.
  struct Packed {
    let method: CompressionMethod
    let size: Int
    let crc32: UInt32
  }

  private let content: Content
  private let count: Int
  private let packed: Packed?
  private var position = 0

  private init(_ content: Content, _ packed: Packed?) {
    self.content = content
    self.packed = packed
    count =
      switch content {
      case .bytes(let bytes): bytes.count
      case .spooled(let data): data.count
      }
  }

  /// A libzip source that gives `content`.
  static func make(_ content: Content, _ packed: Packed?) throws(ZipError) -> OpaquePointer {
    let box = unsafe Unmanaged.passRetained(PackedSource(content, packed))
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
    let wanted = min(room, count - position)
    guard wanted > 0 else { return 0 }
    let target = unsafe UnsafeMutableRawBufferPointer(start: data, count: wanted)
    switch content {
    case .bytes(let bytes):
      unsafe bytes.withUnsafeBytes { all in
        unsafe target.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[position..<position + wanted]))
      }
      position += wanted
      return wanted
    case .spooled(let data):
      let got = unsafe data.read(at: position, into: target)
      guard got > 0 else { return -1 }
      position += got
      return got
    }
  }

  private func stat(into stat: UnsafeMutablePointer<zip_stat_t>) {
    unsafe zip_stat_init(stat)
    unsafe stat.pointee.size = UInt64(packed?.size ?? count)
    unsafe stat.pointee.comp_size = UInt64(count)
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
      return unsafe SourceError.report(ZIP_ER_READ, into: data, length)
    case ZIP_SOURCE_FREE:
      unsafe box.release()
      return 0
    case ZIP_SOURCE_SUPPORTS:
      return SourceCommands.mask([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE,
      ])
    default:
      return -1
    }
  }
}

/// What a source understands, as libzip wants to hear it.
enum SourceCommands {
  static func mask(_ commands: [zip_source_cmd_t]) -> Int64 {
    commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
  }
}

/// What went wrong in a source.
enum SourceError {
  /// Writes two ints, the libzip and the system code.
  static func report(_ code: Int32, into data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
    guard let data = unsafe data, length >= 8 else { return -1 }
    unsafe data.storeBytes(of: code, as: Int32.self)
    unsafe data.storeBytes(of: 0, toByteOffset: 4, as: Int32.self)
    return 8
  }
}
