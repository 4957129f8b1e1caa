/// JPEG (ITU-T T.81, B.2.2), with the resolution that JFIF or Exif states.
enum JPEGHeader {
  static func read(_ bytes: [UInt8]) -> PictureHeader? {
    let reader = ByteReader(bytes, isLittle: false)
    var resolution: (across: Double, down: Double)?
    var offset = 2
    while let first = reader.uint8(offset), let marker = reader.uint8(offset + 1) {
      guard first == 0xFF else { return nil }
      if marker == 0xFF {  // Fill bytes may stand before a marker.
        offset += 1
        continue
      }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) {
        offset += 2
        continue
      }
      guard marker != 0xD9, marker != 0xDA, let length = reader.uint16(offset + 2), length >= 2,
        offset + 2 + length <= bytes.count
      else { return nil }
      let content = bytes[(offset + 4)..<(offset + 2 + length)]
      switch marker {
      case 0xE0 where resolution == nil: resolution = jfif(content)
      case 0xE1 where resolution == nil: resolution = exif(content)
      case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        let frame = ByteReader(content, isLittle: false)
        guard let rows = frame.uint16(1), let columns = frame.uint16(3) else { return nil }
        return PictureHeader(
          columns: columns, rows: rows, horizontal: resolution?.across ?? 72,
          vertical: resolution?.down ?? 72)
      default: break
      }
      offset += 2 + length
    }
    return nil
  }

  private static func jfif(_ content: ArraySlice<UInt8>) -> (Double, Double)? {
    let reader = ByteReader(content, isLittle: false)
    guard content.starts(with: [0x4A, 0x46, 0x49, 0x46, 0]), let unit = reader.uint8(7),
      let across = reader.uint16(8), let down = reader.uint16(10)
    else { return nil }
    switch unit {
    case 1: return (Double(across), Double(down))
    case 2: return ((Double(across) * 2.54).rounded(), (Double(down) * 2.54).rounded())
    default: return (72, 72)
    }
  }

  private static func exif(_ content: ArraySlice<UInt8>) -> (Double, Double)? {
    guard content.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]),
      let folder = TIFFHeader.Folder(Array(content.dropFirst(6)))
    else { return nil }
    return folder.resolution
  }
}
