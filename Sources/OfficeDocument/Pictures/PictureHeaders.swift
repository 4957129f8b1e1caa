/// Knows pictures by their first bytes.
enum PictureHeaders {
  typealias Reader = ([UInt8]) throws(OfficeError) -> PictureHeader?

  /// The kind of picture `bytes` begin like, and what reads its header; the reader returns nil for a damaged one.
  static func reader(for bytes: [UInt8]) -> (PictureFormat, Reader)? {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
      return (.png, { (bytes) throws(OfficeError) in PNGHeader.read(bytes) })
    }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      return (.jpeg, { (bytes) throws(OfficeError) in JPEGHeader.read(bytes) })
    }
    if bytes.starts(with: "GIF87a".utf8) || bytes.starts(with: "GIF89a".utf8) {
      return (.gif, { (bytes) throws(OfficeError) in gif(bytes) })
    }
    if bytes.starts(with: [0x49, 0x49, 0x2A, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      return (.tiff, { (bytes) throws(OfficeError) in TIFFHeader.read(bytes) })
    }
    if bytes.starts(with: [0xD7, 0xCD, 0xC6, 0x9A]) {
      return (.wmf, { (bytes) throws(OfficeError) in wmf(bytes) })
    }
    if bytes.starts(with: [1, 0, 0, 0]), bytes.count >= 44, Array(bytes[40..<44]) == Array(" EMF".utf8) {
      return (.emf, { (bytes) throws(OfficeError) in emf(bytes) })
    }
    if bytes.starts(with: "BM".utf8) {
      return (.bmp, { (bytes) throws(OfficeError) in bmp(bytes) })
    }
    if SVGHeader.looksLikeIt(bytes) { return (.svg, SVGHeader.read) }
    return nil
  }

  /// Logical screen width and height (GIF89a, 18).
  private static func gif(_ bytes: [UInt8]) -> PictureHeader? {
    let reader = ByteReader(bytes, isLittle: true)
    guard let columns = reader.uint16(6), let rows = reader.uint16(8), bytes.count > 13 else { return nil }
    return PictureHeader(columns: columns, rows: rows, horizontal: 72, vertical: 72)
  }

  private static func bmp(_ bytes: [UInt8]) -> PictureHeader? {
    let reader = ByteReader(bytes, isLittle: true)
    guard let headerSize = reader.uint32(14) else { return nil }
    if headerSize == 12 {
      guard let columns = reader.uint16(18), let rows = reader.uint16(20) else { return nil }
      return PictureHeader(columns: columns, rows: rows, horizontal: 96, vertical: 96)
    }
    guard headerSize >= 40, let columns = reader.int32(18), let rows = reader.int32(22),
      let across = reader.int32(38), let down = reader.int32(42)
    else { return nil }
    func perInch(_ perMetre: Int) -> Double {
      perMetre > 0 ? (Double(perMetre) * 0.0254).rounded(.toNearestOrEven) : 96
    }
    return PictureHeader(
      columns: columns, rows: abs(rows), horizontal: perInch(across), vertical: perInch(down))
  }

  /// The frame in hundredths of a millimetre (MS-EMF, 2.2.9).
  private static func emf(_ bytes: [UInt8]) -> PictureHeader? {
    let reader = ByteReader(bytes, isLittle: true)
    guard let left = reader.int32(24), let top = reader.int32(28), let right = reader.int32(32),
      let bottom = reader.int32(36), bytes.count >= 88
    else { return nil }
    return PictureHeader(
      columns: right - left, rows: bottom - top, horizontal: 2_540, vertical: 2_540, isVector: true)
  }

  /// The bounding box of a placeable metafile (MS-WMF, 2.3.2.3).
  private static func wmf(_ bytes: [UInt8]) -> PictureHeader? {
    let reader = ByteReader(bytes, isLittle: true)
    guard let left = reader.int16(6), let top = reader.int16(8), let right = reader.int16(10),
      let bottom = reader.int16(12), let perInch = reader.uint16(14), perInch > 0, bytes.count >= 40
    else { return nil }
    return PictureHeader(
      columns: abs(right - left), rows: abs(bottom - top), horizontal: Double(perInch),
      vertical: Double(perInch), isVector: true)
  }
}
