/// How a stretch is written: bits that never change, and repetitions of other stretches in between.
struct CompiledStretch: Sendable {
  enum Step: Sendable {
    /// Tokens, and the same as bits.
    case constant(tokens: Range<Int>, word: Int, bits: Int)
    /// Bytes that another stretch has, too.
    case reach(Reach)
  }

  struct Reach: Sendable {
    let length: Int
    /// The other stretch.
    let source: Int
    /// How far back it is, less how far the ends of both stretches are from each other.
    let distance: Int
    /// Whether the source ends with these bytes.
    let isSourceEnd: Bool
    /// The steps to take if the source is not in reach.
    let otherwise: Range<Int>
  }

  /// How many bytes it has.
  let count: Int
  let steps: Range<Int>
  /// CRC-32 of its bytes.
  let checksum: UInt32
}
