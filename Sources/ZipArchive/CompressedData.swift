/// An entry's content as it lies, or is to lie, in an archive.
///
/// Copied from archive to archive, it is neither unpacked nor compressed again.
public struct CompressedData: Sendable, Hashable {
  /// How `bytes` are compressed.
  public let method: CompressionMethod
  /// The bytes in the archive: the content itself, or one deflate stream.
  public let bytes: [UInt8]
  /// Bytes unpacked.
  public let uncompressedSize: Int
  /// CRC-32 of the unpacked bytes.
  public let crc32: UInt32

  /// What an encoder of one's own has made.
  ///
  /// It is not verified: a wrong size or CRC makes an archive that readers call damaged. ``inflated(limit:)``
  /// verifies.
  public init(method: CompressionMethod, bytes: [UInt8], uncompressedSize: Int, crc32: UInt32) {
    self.method = method
    self.bytes = bytes
    self.uncompressedSize = uncompressedSize
    self.crc32 = crc32
  }

  /// Compresses `content`.
  ///
  /// - Throws: ``ZipError`` for a level that is none, or when memory runs out.
  public init(
    _ content: [UInt8], _ compression: Compression = .deflate(level: 6)
  ) throws(ZipError) {
    var writer = try ZipWriter()
    try writer.add(Self.name, content, compression)
    let archive = try writer.finish()
    let entry = try Directory.entries(of: archive, limits: .none)[0]
    self.init(entry, archive[entry.dataRange])
  }

  /// What lies in an archive.
  init(_ entry: ZipEntry, _ bytes: some Sequence<UInt8>) {
    self.init(
      method: entry.method, bytes: Array(bytes), uncompressedSize: entry.uncompressedSize, crc32: entry.crc32)
  }

  /// The content, its size and CRC verified.
  ///
  /// - Parameter limit: how many bytes it may have at most; `nil` for no other limit than its own size.
  /// - Throws: ``ZipError`` when it is damaged or exceeds `limit`.
  public func inflated(limit: Int? = nil) throws(ZipError) -> [UInt8] {
    if let limit, uncompressedSize > limit { throw .entryTooLarge(Self.name, limit: limit) }
    var writer = try ZipWriter()
    try writer.add(Self.name, self)
    let reader = try ZipReader(writer.finish(), limits: .none)
    return try reader.read(0)
  }

  /// libzip compresses and unpacks archives only, so the data stands alone in one for a moment.
  private static let name = "data"
}

extension ZipLimits {
  /// No limits, for what was made in this module.
  static let none = ZipLimits(
    archiveBytes: .max, entryBytes: .max, totalBytes: .max, ratio: .max, ratioFloor: .max)
}
