/// The header in front of an entry's data (APPNOTE 4.3.7).
enum LocalHeader {
  /// Where the data of the entry begins, once its own header is found to say what the directory says.
  static func dataOffset(
    of central: CentralHeader, in bytes: [UInt8], before limit: Int
  ) throws(ZipError) -> Int {
    let offset = central.localOffset
    guard offset <= limit - 30 else { throw .cutOff }
    guard bytes.u32(offset) == 0x0403_4B50 else { throw .badDirectory }
    let nameEnd = offset + 30 + bytes.u16(offset + 26)
    let extraEnd = nameEnd + bytes.u16(offset + 28)
    guard extraEnd <= limit, central.compressedSize <= limit - extraEnd else { throw .cutOff }
    let extra = ExtraFields(bytes, nameEnd..<extraEnd)
    guard bytes[offset + 30..<nameEnd].elementsEqual(central.rawName), !extra.renames(central.rawName[...]),
      bytes.u16(offset + 8) == central.method.rawValue,
      (bytes.u16(offset + 6) ^ central.flags) & 0x2049 == 0
    else { throw .localHeaderDiffers(central.name) }

    var sizes = [bytes.u32(offset + 22), bytes.u32(offset + 18)]
    let crc = UInt32(bytes.u32(offset + 14))
    let resolved = extra.resolveZip64(&sizes)
    // With a descriptor the header may leave all three at zero, and ZIP64 writers leave the sizes at -1.
    func agrees(_ value: Int, _ expected: Int) -> Bool {
      value == expected || central.hasDescriptor && (value == 0 || value == 0xFFFF_FFFF)
    }
    guard resolved || central.hasDescriptor, agrees(sizes[0], central.uncompressedSize),
      agrees(sizes[1], central.compressedSize), agrees(Int(crc), Int(central.crc32))
    else { throw .localHeaderDiffers(central.name) }
    return extraEnd
  }
}
