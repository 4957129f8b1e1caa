/// How often the symbols of a block occur.
struct TokenCounts {
  /// Bytes, the end of the block, lengths.
  var symbols = [Int](repeating: 0, count: 257 + LengthCodes.count)
  var distances = [Int](repeating: 0, count: DistanceCodes.count)

  init() { symbols[256] = 1 }

  mutating func add(byte: UInt8, times: Int = 1) { symbols[Int(byte)] += times }

  mutating func add(length: Int, distance: Int) {
    symbols[257 + Int(LengthCodes.symbols[length - LengthCodes.shortest])] += 1
    distances[DistanceCodes.symbol(distance)] += 1
  }

  mutating func add(_ token: Token) {
    if token.isMatch {
      add(length: token.length, distance: token.distance)
    } else {
      add(byte: token.byte)
    }
  }
}
