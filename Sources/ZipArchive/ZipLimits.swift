/// How much an archive may hold before it is refused.
///
/// The defaults are for office documents: far above what one has, far below what hurts.
public struct ZipLimits: Sendable, Hashable {
  /// Entries, folders included.
  public var entries: Int
  /// Bytes of an entry's name.
  public var nameBytes: Int
  /// Bytes of the archive itself.
  public var archiveBytes: Int
  /// Bytes one entry unpacks to.
  public var entryBytes: Int
  /// Bytes all entries together unpack to.
  public var totalBytes: Int
  /// How many times its packed size an entry may unpack to …
  public var ratio: Int
  /// … once it unpacks to more than this many bytes: a short part of repeated rows may well exceed the ratio.
  public var ratioFloor: Int

  /// Limits; whatever is not given has its default.
  public init(
    entries: Int = 10_000,
    nameBytes: Int = 1_024,
    archiveBytes: Int = 256 << 20,
    entryBytes: Int = 256 << 20,
    totalBytes: Int = 512 << 20,
    ratio: Int = 300,
    ratioFloor: Int = 16 << 20
  ) {
    self.entries = entries
    self.nameBytes = nameBytes
    self.archiveBytes = archiveBytes
    self.entryBytes = entryBytes
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
  }
}
