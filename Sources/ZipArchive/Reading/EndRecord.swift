/// Where an archive's directory lies: the end of central directory record (APPNOTE 4.3.16), and the ZIP64 one
/// (4.3.14) where there is one.
struct EndRecord {
  let entries: Int
  let directory: Range<Int>

  init(of bytes: [UInt8]) throws(ZipError) {
    let end = try Self.position(in: bytes)
    let disk = bytes.u16(end + 4)
    let directoryDisk = bytes.u16(end + 6)
    var entriesHere = bytes.u16(end + 8)
    var entries = bytes.u16(end + 10)
    var size = bytes.u32(end + 12)
    var offset = bytes.u32(end + 16)
    var directoryEnd = end
    if let record = try Self.zip64Position(in: bytes, before: end) {
      guard bytes.u32(record + 16) == 0, bytes.u32(record + 20) == 0 else { throw .manyDisks }
      entriesHere = bytes.u64(record + 24)
      entries = bytes.u64(record + 32)
      size = bytes.u64(record + 40)
      offset = bytes.u64(record + 48)
      directoryEnd = record
    }
    guard disk == 0 || disk == 0xFFFF, directoryDisk == 0 || directoryDisk == 0xFFFF, entries == entriesHere
    else { throw .manyDisks }
    guard offset <= directoryEnd, size <= directoryEnd - offset else { throw .cutOff }
    guard offset + size == directoryEnd else { throw .foreignBytes }
    self.entries = entries
    self.directory = offset..<offset + size
  }

  /// The record is the one whose comment ends where the file ends. A comment that holds another such record
  /// makes an archive that two programs read differently, so it is refused.
  private static func position(in bytes: [UInt8]) throws(ZipError) -> Int {
    guard bytes.count >= 22 else { throw .noArchive }
    var found: Int?
    var offset = bytes.count - 22
    let first = max(0, bytes.count - 22 - 0xFFFF)
    while offset >= first {
      // Where the signature P K 5 6 could begin next, judging by this one byte.
      switch bytes[offset] {
      case 0x50:
        if bytes.u32(offset) == 0x0605_4B50, offset + 22 + bytes.u16(offset + 20) == bytes.count {
          guard found == nil else { throw .twoEndRecords }
          found = offset
        }
        offset -= 4
      case 0x4B: offset -= 1
      case 0x05: offset -= 2
      case 0x06: offset -= 3
      default: offset -= 4
      }
    }
    guard let found else {
      throw bytes.u32(0) == 0x0403_4B50 ? .cutOff : .noArchive
    }
    return found
  }

  private static func zip64Position(in bytes: [UInt8], before end: Int) throws(ZipError) -> Int? {
    guard end >= 20, bytes.u32(end - 20) == 0x0706_4B50 else { return nil }
    let record = bytes.u64(end - 20 + 8)
    guard bytes.u32(end - 20 + 4) == 0, bytes.u32(end - 20 + 16) <= 1 else { throw .manyDisks }
    guard end - 20 >= 56, record <= end - 20 - 56, bytes.u32(record) == 0x0606_4B50,
      bytes.u64(record + 4) == end - 20 - record - 12
    else { throw .badDirectory }
    return record
  }
}
