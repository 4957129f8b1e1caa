/// How an entry's bytes lie in the archive; OPC and ODF allow no others.
public enum CompressionMethod: UInt16, Sendable, Hashable {
  /// As they are.
  case stored = 0
  /// A deflate stream (RFC 1951).
  case deflate = 8
}

/// How an entry is to be packed.
public enum Compression: Sendable, Hashable {
  /// Not compressed.
  case stored
  /// Compressed by zlib at a level from 1 (fast) to 9 (small); 6 is the usual one.
  case deflate(level: Int)
}
