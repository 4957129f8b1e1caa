/// Archives built field by field, so that each field can lie.
struct RawArchive {
  struct Entry {
    var name: [UInt8]
    var localName: [UInt8]?
    var data: [UInt8]
    var flags = 0
    var localFlags: Int?
    var method = 0
    var localMethod: Int?
    var crc: Int
    var localCRC: Int?
    var packed: Int
    var localPacked: Int?
    var unpacked: Int
    var localUnpacked: Int?
    var descriptor: [UInt8] = []
    var extra: [UInt8] = []
    var localExtra: [UInt8] = []
    var disk = 0
    var madeBy = 20
    var attributes = 0
    /// Where the directory says it is; `nil` for where it is.
    var offset: Int?
    /// Only named in the directory: nothing of its own lies in the archive.
    var isGhost = false

    init(_ name: String, _ content: String = "content") {
      self.init(Array(name.utf8), Array(content.utf8))
    }

    init(_ name: [UInt8], _ content: [UInt8]) {
      self.name = name
      data = content
      crc = Int(crc32(content))
      packed = content.count
      unpacked = content.count
    }
  }

  var entries: [Entry]
  var prefix: [UInt8] = []
  var beforeDirectory: [UInt8] = []
  var beforeEnd: [UInt8] = []
  var disk = 0
  var count: Int?
  var directorySize: Int?
  var directoryOffset: Int?
  var comment: [UInt8] = []
  var suffix: [UInt8] = []
  var isZip64 = false

  init(_ entries: Entry...) { self.entries = entries }

  init(_ entries: [Entry]) { self.entries = entries }

  var bytes: [UInt8] {
    var out = prefix
    var offsets: [Int] = []
    for entry in entries {
      offsets.append(out.count)
      if entry.isGhost { continue }
      out += local(entry) + entry.data + entry.descriptor
    }
    out += beforeDirectory
    let start = directoryOffset ?? out.count
    var directory: [UInt8] = []
    for (entry, offset) in zip(entries, offsets) { directory += central(entry, entry.offset ?? offset) }
    let size = directorySize ?? directory.count
    out += directory + beforeEnd
    let count = count ?? entries.count
    if isZip64 { out += zip64End(count, size, start, at: out.count) }
    out += le(0x0605_4B50, 4) + le(disk, 2) + le(disk, 2)
    out += isZip64 ? le(0xFFFF, 2) + le(0xFFFF, 2) : le(count, 2) + le(count, 2)
    out += isZip64 ? le(0xFFFF_FFFF, 4) + le(0xFFFF_FFFF, 4) : le(size, 4) + le(start, 4)
    return out + le(comment.count, 2) + comment + suffix
  }

  private func local(_ entry: Entry) -> [UInt8] {
    let name = entry.localName ?? entry.name
    return le(0x0403_4B50, 4) + le(20, 2) + le(entry.localFlags ?? entry.flags, 2)
      + le(entry.localMethod ?? entry.method, 2) + le(0x21_0000, 4) + le(entry.localCRC ?? entry.crc, 4)
      + le(entry.localPacked ?? entry.packed, 4) + le(entry.localUnpacked ?? entry.unpacked, 4)
      + le(name.count, 2) + le(entry.localExtra.count, 2) + name + entry.localExtra
  }

  private func central(_ entry: Entry, _ offset: Int) -> [UInt8] {
    let sizes = le(entry.crc, 4) + le(entry.packed, 4) + le(entry.unpacked, 4)
    return le(0x0201_4B50, 4) + le(entry.madeBy, 2) + le(20, 2) + le(entry.flags, 2) + le(entry.method, 2)
      + le(0x21_0000, 4) + sizes + le(entry.name.count, 2) + le(entry.extra.count, 2) + le(0, 2)
      + le(entry.disk, 2) + le(0, 2) + le(entry.attributes, 4) + le(offset, 4) + entry.name + entry.extra
  }

  private func zip64End(_ count: Int, _ size: Int, _ start: Int, at offset: Int) -> [UInt8] {
    let record =
      le(0x0606_4B50, 4) + le(44, 8) + le(45, 2) + le(45, 2) + le(0, 4) + le(0, 4) + le(count, 8)
      + le(count, 8) + le(size, 8) + le(start, 8)
    return record + le(0x0706_4B50, 4) + le(0, 4) + le(offset, 8) + le(1, 4)
  }
}

/// The lowest `count` bytes of a number, lowest first.
func le(_ value: Int, _ count: Int) -> [UInt8] {
  (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}

/// CRC-32 bit by bit, so as not to trust the library under test.
func crc32(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = 0xFFFF_FFFF
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
  }
  return ~crc
}
