/// A prefix code, its codes given by their lengths (RFC 1951, 3.2.2).
struct PrefixCode: Sendable {
  let lengths: [UInt8]
  /// The code of each symbol, its bits in the order they are written in.
  let codes: [Bits]

  init(lengths: [UInt8]) {
    self.lengths = lengths
    var numberOf = [Int](repeating: 0, count: 16)
    for length in lengths { numberOf[Int(length)] += 1 }
    numberOf[0] = 0
    var next = [Int](repeating: 0, count: 16)
    for length in 1...15 { next[length] = (next[length - 1] + numberOf[length - 1]) << 1 }
    codes = lengths.map { length in
      let code = next[Int(length)]
      next[Int(length)] += 1
      return Bits(Self.reversed(code, Int(length)), count: Int(length))
    }
  }

  init(counts: [Int], limit: Int) {
    self.init(lengths: CodeLengths.of(counts, limit: limit))
  }

  private static func reversed(_ code: Int, _ count: Int) -> Int {
    Int(UInt16(truncatingIfNeeded: code << (16 - count)).bitSwapped)
  }
}

extension UInt16 {
  /// The bits in the opposite order.
  fileprivate var bitSwapped: UInt16 {
    var bits = self
    bits = (bits >> 1) & 0x5555 | (bits & 0x5555) << 1
    bits = (bits >> 2) & 0x3333 | (bits & 0x3333) << 2
    bits = (bits >> 4) & 0x0F0F | (bits & 0x0F0F) << 4
    return bits.byteSwapped
  }
}
