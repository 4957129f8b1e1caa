/// Multiplications of a CRC by x to the power of a number of bits: what following bytes do to it.
///
/// CRC(a b) is CRC(a), shifted by b's length, plus CRC(b). The product is linear, so it is the sum of
/// what each four bits contribute: eight tables of sixteen for each length.
struct CRCShifts: Sendable {
  private static let size = 128
  private var tables: [UInt32] = []

  /// Adds the shift by `count` bytes; shifts are numbered from 0.
  mutating func append(bytes count: Int) {
    var column = Self.power(count)
    // Bit 31 stands for x to the power of 0.
    var columns = [UInt32](repeating: 0, count: 32)
    for bit in (0..<32).reversed() {
      columns[bit] = column
      column = CRC32.timesX(column)
    }
    for nibble in 0..<8 {
      for value in 0..<16 {
        var sum: UInt32 = 0
        for bit in 0..<4 where value >> bit & 1 == 1 { sum ^= columns[4 * nibble + bit] }
        tables.append(sum)
      }
    }
  }

  /// `crc` after the bytes of the shift `number`, if these were zeros and nothing were inverted.
  @inline(__always)
  func apply(_ number: Int, to crc: UInt32) -> UInt32 {
    var sum: UInt32 = 0
    let start = Self.size &* number
    for nibble in 0..<8 {
      sum ^= tables[start &+ 16 &* nibble &+ Int(crc &>> UInt32(truncatingIfNeeded: 4 &* nibble) & 15)]
    }
    return sum
  }

  /// `crc` after `count` bytes, if these were zeros and nothing were inverted.
  static func shifted(_ crc: UInt32, by count: Int) -> UInt32 { product(crc, power(count)) }

  /// x to the power of 8 × `count`, modulo the polynomial.
  private static func power(_ count: Int) -> UInt32 {
    var result: UInt32 = 1 << 31
    // x to the power of 8.
    var factor: UInt32 = 1 << 23
    var exponent = count
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, factor) }
      factor = product(factor, factor)
      exponent >>= 1
    }
    return result
  }

  private static func product(_ a: UInt32, _ b: UInt32) -> UInt32 {
    var (sum, factor): (UInt32, UInt32) = (0, b)
    for bit in (0..<32).reversed() {
      if a >> UInt32(bit) & 1 == 1 { sum ^= factor }
      factor = CRC32.timesX(factor)
    }
    return sum
  }
}
