import CLibZip
import Glibc

/// An archive in memory or in a file, being written.
///
/// The same calls give the same bytes: entries keep their order, all have the time 1980-01-01 00:00, none has an
/// extra field, and the UTF-8 flag stands only where a name needs it. So an ODF `mimetype` that is added first and
/// stored has its media type at byte 38, as ODF 1.3 part 2, 3.3 wants it.
///
/// ```swift
/// var writer = try ZipWriter()
/// try writer.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8), .stored)
/// try writer.add("content.xml", content)
/// let bytes = try writer.finish()
/// ```
@safe
public struct ZipWriter: ~Copyable {
  private var archive: OpaquePointer?
  private let target: OpaquePointer
  /// The file written to; `nil` for an archive in memory.
  private let file: FileTarget?
  private var names = NameSet()
  private var added: [String] = []

  /// An empty archive in memory.
  ///
  /// - Throws: ``ZipError`` when memory runs out.
  public init() throws(ZipError) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &error) else {
      throw unsafe ZipError(&error, entry: nil)
    }
    try unsafe self.init(target, nil)
  }

  /// An empty archive in an open, empty file that can be written to anywhere; the file stays the caller's.
  ///
  /// - Throws: ``ZipError`` when memory runs out.
  public init(to descriptor: Int32) throws(ZipError) {
    let (source, file) = try unsafe FileTarget.make(descriptor)
    try unsafe self.init(source, file)
  }

  private init(_ target: OpaquePointer, _ file: FileTarget?) throws(ZipError) {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    // libzip drops its hold when it closes the archive; the bytes are read back after that.
    unsafe zip_source_keep(target)
    guard let archive = unsafe zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error) else {
      unsafe zip_source_free(target)
      unsafe zip_source_free(target)
      throw unsafe ZipError(&error, entry: nil)
    }
    unsafe self.archive = archive
    unsafe self.target = target
    self.file = file
  }

  deinit {
    if let archive = unsafe archive { unsafe zip_discard(archive) }
    unsafe zip_source_free(target)
  }

  /// Adds an entry; it is compressed when the archive is finished.
  ///
  /// - Throws: ``ZipError`` for a name that ``ZipReader`` refuses or that is there already (ASCII case does not
  ///   count), and for a compression level that is none.
  public mutating func add(
    _ name: String, _ content: [UInt8], _ compression: Compression = .deflate(level: 6)
  ) throws(ZipError) {
    switch compression {
    case .stored:
      try add(name, .bytes(content), packed: nil, method: .stored, level: 0)
    case .deflate(let level):
      guard (1...9).contains(level) else { throw .badLevel(level) }
      try add(name, .bytes(content), packed: nil, method: .deflate, level: level)
    }
  }

  /// Adds an entry whose data is compressed already; it is copied as it comes.
  ///
  /// - Throws: ``ZipError`` for a name that ``ZipReader`` refuses or that is there already (ASCII case does not
  ///   count).
  public mutating func add(_ name: String, _ data: CompressedData) throws(ZipError) {
    let packed = PackedSource.Packed(method: data.method, size: data.uncompressedSize, crc32: data.crc32)
    try add(name, .bytes(data.bytes), packed: packed, method: data.method, level: 0)
  }

  /// Adds an entry whose content lies in a spool, from where it is drawn when the archive is finished.
  ///
  /// - Throws: ``ZipError`` for a name that ``ZipReader`` refuses or that is there already (ASCII case does not
  ///   count), and for a compression level that is none.
  public mutating func add(_ name: String, _ data: SpooledData) throws(ZipError) {
    switch data.packing {
    case .deflated(let size, let crc32):
      let packed = PackedSource.Packed(method: .deflate, size: size, crc32: crc32)
      try add(name, .spooled(data), packed: packed, method: .deflate, level: 0)
    case .plain(let level):
      guard (1...9).contains(level) else { throw .badLevel(level) }
      try add(name, .spooled(data), packed: nil, method: .deflate, level: level)
    }
  }

  /// The whole archive.
  ///
  /// - Throws: ``ZipError`` when it has no entries (which is no archive to OPC or ODF), or memory runs out.
  public consuming func finish() throws(ZipError) -> [UInt8] {
    guard let archive = unsafe archive, !added.isEmpty else { throw .noEntries }
    guard unsafe zip_close(archive) == 0 else { throw unsafe ZipError(zip_get_error(archive), entry: nil) }
    // Closed is freed: the deinitialiser must not discard it.
    unsafe self.archive = nil
    return try unsafe Self.bytes(of: target)
  }

  /// Writes what is not yet in the file; it is not flushed to the disk.
  ///
  /// - Throws: ``ZipError`` when it has no entries, or the file or a spool can't be written or read.
  public consuming func close() throws(ZipError) {
    guard let archive = unsafe archive, !added.isEmpty else { throw .noEntries }
    guard unsafe zip_close(archive) == 0 else {
      if let file, file.failure != 0 { throw .targetFailed(unsafe String(cString: strerror(file.failure))) }
      throw unsafe ZipError(zip_get_error(archive), entry: nil)
    }
    unsafe self.archive = nil
  }

  private mutating func add(
    _ name: String, _ content: PackedSource.Content, packed: PackedSource.Packed?, method: CompressionMethod,
    level: Int
  ) throws(ZipError) {
    let raw = [UInt8](name.utf8)
    if let fault = NameFault.of(raw, limit: 0xFFFF) { throw .badName(raw, fault) }
    guard names.insert(raw) else { throw .twinName(name) }
    guard let archive = unsafe archive else { return }
    let source = try unsafe PackedSource.make(content, packed)
    let index = unsafe zip_file_add(archive, name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(source)
      throw unsafe ZipError(zip_get_error(archive), entry: name)
    }
    guard
      unsafe zip_set_file_compression(archive, UInt64(index), Int32(method.rawValue), UInt32(level)) == 0,
      unsafe zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
    else { throw unsafe ZipError(zip_get_error(archive), entry: name) }
    added.append(name)
  }

  private static func bytes(of source: OpaquePointer) throws(ZipError) -> [UInt8] {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &stat) == 0, unsafe zip_source_open(source) == 0 else {
      throw unsafe ZipError(zip_source_error(source), entry: nil)
    }
    defer { unsafe zip_source_close(source) }
    let size = unsafe Int(stat.size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      guard let start = buffer.baseAddress else { return }
      count = unsafe max(0, Int(zip_source_read(source, start, UInt64(size))))
    }
    guard bytes.count == size else { throw unsafe ZipError(zip_source_error(source), entry: nil) }
    return bytes
  }
}
