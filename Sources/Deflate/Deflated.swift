/// Text compressed: what an archive needs of it.
public struct Deflated: Sendable, Hashable {
  /// A deflate stream (RFC 1951).
  public let bytes: [UInt8]
  /// Bytes of the text.
  public let uncompressedSize: Int
  /// CRC-32 of the text.
  public let crc32: UInt32

  /// The CRC-32 of a text and one of `count` bytes behind it, by their own.
  public static func checksum(_ first: UInt32, followedBy second: UInt32, count: Int) -> UInt32 {
    CRCShifts.shifted(first, by: count) ^ second
  }
}
