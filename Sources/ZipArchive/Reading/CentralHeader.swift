/// A file header of the central directory (APPNOTE 4.3.12), checked.
struct CentralHeader {
  let rawName: [UInt8]
  let name: String
  let flags: Int
  let method: CompressionMethod
  let crc32: UInt32
  let compressedSize: Int
  let uncompressedSize: Int
  let localOffset: Int
  /// Where the next header begins.
  let end: Int

  /// Whether sizes and CRC follow the data instead of standing in the local header (4.4.4, bit 3).
  var hasDescriptor: Bool { flags & 8 != 0 }

  init(_ bytes: [UInt8], at offset: Int, before limit: Int, limits: ZipLimits) throws(ZipError) {
    guard limit - offset >= 46, bytes.u32(offset) == 0x0201_4B50 else { throw .badDirectory }
    let nameEnd = offset + 46 + bytes.u16(offset + 28)
    let extraEnd = nameEnd + bytes.u16(offset + 30)
    let end = extraEnd + bytes.u16(offset + 32)
    guard end <= limit else { throw .badDirectory }
    let rawName = [UInt8](bytes[offset + 46..<nameEnd])
    if let fault = NameFault.of(rawName, limit: limits.nameBytes) { throw .badName(rawName, fault) }
    let name = String(decoding: rawName, as: UTF8.self)
    self.rawName = rawName
    self.name = name
    self.end = end

    flags = bytes.u16(offset + 8)
    // Bit 0 encrypted, bit 6 strongly, bit 13 the directory itself.
    guard flags & 0x2041 == 0 else { throw .encrypted(name) }
    guard let method = CompressionMethod(rawValue: UInt16(bytes.u16(offset + 10))) else {
      throw .method(name, bytes.u16(offset + 10))
    }
    self.method = method
    crc32 = UInt32(bytes.u32(offset + 16))

    let extra = ExtraFields(bytes, nameEnd..<extraEnd)
    guard !extra.renames(rawName[...]) else { throw .localHeaderDiffers(name) }
    var values = [bytes.u32(offset + 24), bytes.u32(offset + 20), bytes.u32(offset + 42)]
    guard extra.resolveZip64(&values) else { throw .badDirectory }
    (uncompressedSize, compressedSize, localOffset) = (values[0], values[1], values[2])

    let disk = bytes.u16(offset + 34)
    guard disk == 0 || disk == 0xFFFF else { throw .manyDisks }
    // Made on Unix (4.4.2), a mode of symbolic link in the upper half of the external attributes.
    if bytes[offset + 5] == 3, bytes.u16(offset + 40) & 0xF000 == 0xA000 { throw .symbolicLink(name) }
  }
}
