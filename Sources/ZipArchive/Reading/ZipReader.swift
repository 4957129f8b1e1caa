import CLibZip

/// An archive in memory, opened for reading.
///
/// Everything that can be known from its headers is checked when it is opened: see ``init(_:limits:)``. What is
/// inside an entry is checked when that entry is read.
///
/// ```swift
/// let archive = try ZipReader(bytes)
/// for (index, entry) in archive.entries.enumerated() where !entry.isFolder {
///   print(entry.name, try archive.read(index).count)
/// }
/// ```
@safe
public struct ZipReader: ~Copyable {
  /// The directory, in its order.
  public let entries: [ZipEntry]
  /// libzip's handle, which owns its own copy of the bytes.
  private let archive: OpaquePointer
  /// That copy: libzip frees it with the handle.
  private let bytes: UnsafeRawBufferPointer

  /// Opens an archive.
  ///
  /// - Throws: ``ZipError`` for bytes that are no ZIP archive, for one that is damaged, ambiguous (overlapping or
  ///   twin entries, headers that contradict the directory, two end records, foreign bytes in front), encrypted, split over
  ///   disks, empty or beyond `limits`, and for entries with names that are absolute, climb (`..`), name a drive,
  ///   hold a backslash or a control character, are empty or not UTF-8, and with methods other than stored and
  ///   deflate.
  public init(_ bytes: [UInt8], limits: ZipLimits = ZipLimits()) throws(ZipError) {
    let entries = try Directory.entries(of: bytes, limits: limits)
    guard let copy = unsafe UnsafeMutableRawBufferPointer.allocated(copying: bytes) else {
      throw .outOfMemory
    }
    let archive = try unsafe Self.open(copy)
    guard unsafe zip_get_num_entries(archive, 0) == entries.count else {
      unsafe zip_discard(archive)
      throw .badDirectory
    }
    self.entries = entries
    unsafe self.bytes = UnsafeRawBufferPointer(copy)
    unsafe self.archive = archive
  }

  deinit { unsafe zip_discard(archive) }

  /// The content of the entry at `index` in ``entries``, its size and CRC verified.
  ///
  /// Unpacking stops as soon as there is more than the directory says; what the directory says was held against
  /// the limits when the archive was opened.
  ///
  /// - Throws: ``ZipError`` when the entry is damaged.
  public func read(_ index: Int) throws(ZipError) -> [UInt8] {
    var content: [UInt8] = []
    try unsafe unpack(index) { file, size in
      var isWhole = true
      content = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        while count < size, let start = buffer.baseAddress {
          let read = unsafe zip_fread(file, start + count, UInt64(size - count))
          isWhole = read >= 0
          guard read > 0 else { return }
          count += Int(read)
        }
      }
      return isWhole ? content.count : nil
    }
    return content
  }

  /// Verifies the entry at `index` in ``entries`` as ``read(_:)`` does, and keeps nothing of it.
  ///
  /// - Throws: ``ZipError`` when the entry is damaged.
  public func verify(_ index: Int) throws(ZipError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 15)
    try unsafe unpack(index) { file, size in
      var count = 0
      while count < size {
        let read = unsafe zip_fread(file, &buffer, UInt64(min(buffer.count, size - count)))
        guard read >= 0 else { return nil }
        guard read > 0 else { return count }
        count += Int(read)
      }
      return count
    }
  }

  /// Opens an entry for `body`, which is told its size and returns how many bytes it read, nil if reading failed; and
  /// sees to it that this was all and as it should be.
  private func unpack(
    _ index: Int, _ body: (_ file: OpaquePointer, _ size: Int) -> Int?
  ) throws(ZipError) {
    let entry = entries[index]
    guard agrees(entry, index) else { throw .localHeaderDiffers(entry.name) }
    guard let file = unsafe zip_fopen_index(archive, UInt64(index), 0) else {
      throw unsafe ZipError(zip_get_error(archive), entry: entry.name)
    }
    defer { unsafe zip_fclose(file) }
    guard let count = unsafe body(file, entry.uncompressedSize) else {
      throw unsafe ZipError(zip_file_get_error(file), entry: entry.name)
    }
    guard count == entry.uncompressedSize else { throw .wrongSize(entry.name) }
    // libzip compares the CRC when it meets the end.
    var beyond: UInt8 = 0
    switch unsafe zip_fread(file, &beyond, 1) {
    case 0: return
    case 1: throw .wrongSize(entry.name)
    default: throw unsafe ZipError(zip_file_get_error(file), entry: entry.name)
    }
  }

  /// All entries of an archive as they lie in it, in the order of its directory; nothing is unpacked and verified.
  ///
  /// - Throws: ``ZipError`` as ``init(_:limits:)``.
  package static func compressed(
    _ bytes: [UInt8], limits: ZipLimits = ZipLimits()
  ) throws(ZipError) -> [(entry: ZipEntry, data: CompressedData)] {
    try Directory.entries(of: bytes, limits: limits).map { ($0, CompressedData($0, bytes[$0.dataRange])) }
  }

  /// The entry at `index` in ``entries`` as it lies in the archive, not unpacked and not verified.
  public func readCompressed(_ index: Int) throws(ZipError) -> CompressedData {
    let entry = entries[index]
    return unsafe CompressedData(entry, bytes[entry.dataRange])
  }

  /// Whether libzip, which reads the directory for itself, sees the same entry there.
  private func agrees(_ entry: ZipEntry, _ index: Int) -> Bool {
    var stat = unsafe zip_stat_t()
    guard unsafe zip_stat_index(archive, UInt64(index), UInt32(ZIP_FL_ENC_RAW), &stat) == 0,
      let name = unsafe stat.name
    else { return false }
    return unsafe stat.size == entry.uncompressedSize && stat.comp_size == entry.compressedSize
      && stat.crc == entry.crc32 && String(cString: name) == entry.name
  }

  /// Hands `copy` over to libzip, also when it throws.
  private static func open(_ copy: UnsafeMutableRawBufferPointer) throws(ZipError) -> OpaquePointer {
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(copy.baseAddress, UInt64(copy.count), 1, &error)
    else {
      unsafe copy.deallocate()
      throw unsafe ZipError(&error, entry: nil)
    }
    guard let archive = unsafe zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) else {
      unsafe zip_source_free(source)
      throw unsafe ZipError(&error, entry: nil)
    }
    return unsafe archive
  }
}
