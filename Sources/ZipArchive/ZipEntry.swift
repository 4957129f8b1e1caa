/// A line of an archive's directory.
public struct ZipEntry: Sendable, Hashable {
  /// The name, relative, with `/` between its segments; a folder's ends with `/`.
  public let name: String
  /// How its bytes lie in the archive.
  public let method: CompressionMethod
  /// Bytes in the archive.
  public let compressedSize: Int
  /// Bytes unpacked.
  public let uncompressedSize: Int
  /// CRC-32 of the unpacked bytes.
  public let crc32: UInt32
  /// Where its bytes begin in the archive.
  let dataOffset: Int

  /// Whether the entry only makes a folder.
  public var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }

  /// Where its bytes lie in the archive.
  var dataRange: Range<Int> { dataOffset..<dataOffset + compressedSize }
}
