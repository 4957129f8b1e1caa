/// An archive's central directory, read strictly and held against every entry's own header.
///
/// libzip reads the same bytes afterwards; but what it lets pass (names that climb, overlapping entries, sizes
/// nobody checks, a directory that programs read differently) is found here, before anything is unpacked.
enum Directory {
  static func entries(of bytes: [UInt8], limits: ZipLimits) throws(ZipError) -> [ZipEntry] {
    guard bytes.count <= limits.archiveBytes else {
      throw .archiveTooLarge(bytes.count, limit: limits.archiveBytes)
    }
    let end = try EndRecord(of: bytes)
    guard end.entries > 0 else { throw .noEntries }
    guard end.entries <= limits.entries else { throw .tooManyEntries(end.entries, limit: limits.entries) }

    var entries: [ZipEntry] = []
    var extents: [(start: Int, end: Int, entry: Int)] = []
    var names = NameSet()
    var total = 0
    var offset = end.directory.lowerBound
    for index in 0..<end.entries {
      let header = try CentralHeader(bytes, at: offset, before: end.directory.upperBound, limits: limits)
      guard names.insert(header.rawName) else { throw .twinName(header.name) }
      try check(header, limits)
      total += header.uncompressedSize
      guard total <= limits.totalBytes else { throw .unpacksTooLarge(limit: limits.totalBytes) }
      let dataOffset = try LocalHeader.dataOffset(of: header, in: bytes, before: end.directory.lowerBound)
      let dataEnd = dataOffset + header.compressedSize + (header.hasDescriptor ? 12 : 0)
      guard dataEnd <= end.directory.lowerBound else { throw .overlaps(header.name) }
      extents.append((header.localOffset, dataEnd, index))
      entries.append(
        ZipEntry(
          name: header.name, method: header.method, compressedSize: header.compressedSize,
          uncompressedSize: header.uncompressedSize, crc32: header.crc32, dataOffset: dataOffset))
      offset = header.end
    }
    guard offset == end.directory.upperBound else { throw .badDirectory }
    try checkExtents(&extents, entries)
    return entries
  }

  private static func check(_ header: CentralHeader, _ limits: ZipLimits) throws(ZipError) {
    let (packed, unpacked) = (header.compressedSize, header.uncompressedSize)
    guard unpacked <= limits.entryBytes else { throw .entryTooLarge(header.name, limit: limits.entryBytes) }
    if unpacked > limits.ratioFloor, unpacked / limits.ratio >= max(packed, 1) {
      throw .ratioTooHigh(header.name, limit: limits.ratio)
    }
    switch header.method {
    case .stored: guard packed == unpacked else { throw .wrongSize(header.name) }
    // A deflate stream cannot do better than 1032:1: the directory lies.
    case .deflate: guard unpacked / 1_032 <= packed else { throw .wrongSize(header.name) }
    }
  }

  /// No two entries share a byte, and the first begins where the file begins.
  private static func checkExtents(
    _ extents: inout [(start: Int, end: Int, entry: Int)], _ entries: [ZipEntry]
  ) throws(ZipError) {
    extents.sort { $0.start < $1.start }
    guard extents.first?.start == 0 else { throw .foreignBytes }
    for (before, after) in zip(extents, extents.dropFirst()) where before.end > after.start {
      throw .overlaps(entries[after.entry].name)
    }
  }
}
