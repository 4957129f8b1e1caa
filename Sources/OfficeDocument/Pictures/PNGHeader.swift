/// Portable Network Graphics (ISO/IEC 15948, 11.2.2 and 11.3.5.3).
enum PNGHeader {
  static func read(_ bytes: [UInt8]) -> PictureHeader? {
    let reader = ByteReader(bytes, isLittle: false)
    var size: (columns: Int, rows: Int)?
    var across = 72.0
    var down = 72.0
    var hasData = false
    var offset = 8
    while let length = reader.uint32(offset), let type = reader.uint32(offset + 4) {
      let content = offset + 8
      guard length <= bytes.count - content - 4 else { return nil }
      switch type {
      case Self.type("IHDR"):
        guard length == 13, let columns = reader.uint32(content), let rows = reader.uint32(content + 4) else {
          return nil
        }
        size = (columns, rows)
      case Self.type("pHYs"):
        guard length == 9, let x = reader.uint32(content), let y = reader.uint32(content + 4) else {
          return nil
        }
        if reader.uint8(content + 8) == 1 {
          across = perInch(x)
          down = perInch(y)
        }
      case Self.type("IDAT"): hasData = true
      case Self.type("IEND"):
        guard let size, hasData else { return nil }
        return PictureHeader(columns: size.columns, rows: size.rows, horizontal: across, vertical: down)
      default: break
      }
      guard size != nil else { return nil }
      offset = content + length + 4
    }
    return nil
  }

  private static func perInch(_ perMetre: Int) -> Double {
    perMetre > 0 ? (Double(perMetre) * 0.0254).rounded(.toNearestOrEven) : 72
  }

  private static func type(_ name: StaticString) -> Int {
    name.description.utf8.reduce(0) { $0 << 8 | Int($1) }
  }
}
