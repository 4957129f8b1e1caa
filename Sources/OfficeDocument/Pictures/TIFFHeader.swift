/// Tagged Image File Format (TIFF 6.0), also as Exif has it in a JPEG.
enum TIFFHeader {
  static func read(_ bytes: [UInt8]) -> PictureHeader? {
    guard let folder = Folder(bytes), let columns = folder.number(0x0100), let rows = folder.number(0x0101)
    else { return nil }
    let (across, down) = folder.resolution ?? (72, 72)
    return PictureHeader(columns: columns, rows: rows, horizontal: across, vertical: down)
  }

  /// The first image file directory.
  struct Folder {
    private let reader: ByteReader
    private let start: Int
    private let count: Int

    init?(_ bytes: [UInt8]) {
      let isLittle = bytes.starts(with: [0x49, 0x49])
      guard isLittle || bytes.starts(with: [0x4D, 0x4D]) else { return nil }
      reader = ByteReader(bytes, isLittle: isLittle)
      guard reader.uint16(2) == 42, let start = reader.uint32(4), let count = reader.uint16(start),
        count <= 4_096
      else { return nil }
      self.start = start + 2
      self.count = count
    }

    /// The value of a tag that is one short or long number.
    func number(_ tag: Int) -> Int? {
      guard let entry = entry(tag) else { return nil }
      return reader.uint16(entry + 2) == 3 ? reader.uint16(entry + 8) : reader.uint32(entry + 8)
    }

    /// Dots to the inch.
    var resolution: (Double, Double)? {
      guard let across = fraction(0x011A), let down = fraction(0x011B) else { return nil }
      switch number(0x0128) ?? 2 {
      case 2: return (across.rounded(), down.rounded())
      case 3: return ((across * 2.54).rounded(), (down * 2.54).rounded())
      default: return nil
      }
    }

    private func fraction(_ tag: Int) -> Double? {
      guard let entry = entry(tag), reader.uint16(entry + 2) == 5, let place = reader.uint32(entry + 8),
        let above = reader.uint32(place), let below = reader.uint32(place + 4), below > 0
      else { return nil }
      return Double(above) / Double(below)
    }

    private func entry(_ tag: Int) -> Int? {
      (0..<count).lazy.map { start + 12 * $0 }.first { reader.uint16($0) == tag }
    }
  }
}
