/// Match distances as symbols and extra bits (RFC 1951, 3.2.5).
enum DistanceCodes {
  static let longest = 32_768
  static let count = 30

  /// The symbol of `distance`, which is from 1 to ``longest``.
  @inline(__always)
  static func symbol(_ distance: Int) -> Int {
    if distance <= 2 { return distance - 1 }
    // Symbols go in pairs, one for each half of what lies between two powers of two.
    let value = UInt32(truncatingIfNeeded: distance &- 1)
    let top = 31 &- value.leadingZeroBitCount
    return 2 &* top &+ Int((value &>> UInt32(truncatingIfNeeded: top &- 1)) & 1)
  }

  /// How many extra bits a symbol has.
  @inline(__always)
  static func extraBits(_ symbol: Int) -> Int { symbol < 4 ? 0 : (symbol &>> 1) &- 1 }

  /// The least distance of a symbol.
  @inline(__always)
  static func base(_ symbol: Int) -> Int {
    symbol < 4 ? symbol &+ 1 : ((2 | (symbol & 1)) &<< ((symbol &>> 1) &- 1)) &+ 1
  }
}
