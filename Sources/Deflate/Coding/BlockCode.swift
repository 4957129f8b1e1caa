/// The two codes of a block with codes of its own (RFC 1951, 3.2.7).
struct BlockCode: Sendable {
  private let symbols: PrefixCode
  private let distances: PrefixCode
  /// The bits of a length: code and extra bits.
  private let lengthBits: [Bits]

  init(_ counts: TokenCounts) {
    symbols = PrefixCode(counts: counts.symbols, limit: 15)
    distances = PrefixCode(counts: counts.distances, limit: 15)
    lengthBits = LengthCodes.symbols.enumerated().map { [codes = symbols.codes] index, symbol in
      let extra = index + LengthCodes.shortest - Int(LengthCodes.bases[Int(symbol)])
      return codes[257 + Int(symbol)].followed(
        by: Bits(extra, count: Int(LengthCodes.extraBits[Int(symbol)])))
    }
  }

  @inline(__always)
  func write(byte: UInt8, to bits: inout BitWriter) {
    bits.put(symbols.codes[Int(byte)])
  }

  @inline(__always)
  func write(length: Int, distance: Int, to bits: inout BitWriter) {
    let first = lengthBits[length &- LengthCodes.shortest]
    let symbol = DistanceCodes.symbol(distance)
    let code = distances.codes[symbol]
    let extra = UInt64(truncatingIfNeeded: distance &- DistanceCodes.base(symbol))
    let far = code.value | extra &<< UInt64(truncatingIfNeeded: code.count)
    bits.put(
      first.value | far &<< UInt64(truncatingIfNeeded: first.count),
      first.count &+ code.count &+ DistanceCodes.extraBits(symbol))
  }

  @inline(__always)
  func write(_ token: Token, to bits: inout BitWriter) {
    if token.isMatch {
      write(length: token.length, distance: token.distance, to: &bits)
    } else {
      write(byte: token.byte, to: &bits)
    }
  }

  func writeEnd(to bits: inout BitWriter) { bits.put(symbols.codes[256]) }

  /// How many bits a token takes.
  func cost(_ token: Token) -> Int {
    guard token.isMatch else { return symbols.codes[Int(token.byte)].count }
    let symbol = DistanceCodes.symbol(token.distance)
    return lengthBits[token.length - LengthCodes.shortest].count + distances.codes[symbol].count
      + DistanceCodes.extraBits(symbol)
  }

  /// Writes the block's header: its kind and the lengths of its codes.
  func writeHeader(isLast: Bool, to bits: inout BitWriter) {
    CodeLengthHeader(symbols.lengths, distances.lengths).write(isLast: isLast, to: &bits)
  }
}
