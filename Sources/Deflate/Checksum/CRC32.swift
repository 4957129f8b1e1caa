/// CRC-32 as ZIP has it: ISO 3309, the polynomial reversed, both ends inverted.
struct CRC32: Sendable {
  /// The remainder so far, inverted.
  private(set) var value: UInt32 = 0

  static let polynomial: UInt32 = 0xEDB8_8320

  /// For each byte, and for each byte with 1 to 7 zero bytes behind it: eight tables of 256.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var remainder = UInt32(byte)
      for _ in 0..<8 { remainder = timesX(remainder) }
      tables[byte] = remainder
    }
    for index in 256..<8 * 256 {
      let before = tables[index - 256]
      tables[index] = tables[Int(before & 0xFF)] ^ before >> 8
    }
    return tables
  }()

  /// The remainder times x.
  static func timesX(_ remainder: UInt32) -> UInt32 {
    remainder & 1 == 0 ? remainder >> 1 : remainder >> 1 ^ polynomial
  }

  /// Takes in `bytes[range]`.
  mutating func update(_ bytes: [UInt8], _ range: Range<Int>) {
    let tables = Self.tables.span
    let source = bytes.span.extracting(range)
    var remainder = ~value
    var index = 0
    while index &+ 8 <= source.count {
      var (low, high) = (UInt32(0), UInt32(0))
      for place in (0..<4).reversed() {
        low = low &<< 8 | UInt32(source[index &+ place])
        high = high &<< 8 | UInt32(source[index &+ place &+ 4])
      }
      low ^= remainder
      remainder =
        tables[1792 &+ Int(low & 0xFF)] ^ tables[1536 &+ Int(low &>> 8 & 0xFF)]
        ^ tables[1280 &+ Int(low &>> 16 & 0xFF)] ^ tables[1024 &+ Int(low &>> 24)]
        ^ tables[768 &+ Int(high & 0xFF)] ^ tables[512 &+ Int(high &>> 8 & 0xFF)]
        ^ tables[256 &+ Int(high &>> 16 & 0xFF)] ^ tables[Int(high &>> 24)]
      index &+= 8
    }
    while index < source.count {
      remainder = tables[Int((remainder ^ UInt32(source[index])) & 0xFF)] ^ remainder &>> 8
      index &+= 1
    }
    value = ~remainder
  }

  /// Takes in bytes of which the CRC is known, and the number of the shift by their length.
  @inline(__always)
  mutating func append(_ crc: UInt32, _ shift: Int, of shifts: CRCShifts) {
    value = shifts.apply(shift, to: value) ^ crc
  }
}
