/// A stream of bits, the first in a byte's lowest place (RFC 1951, 3.1.1).
struct BitWriter: Sendable {
  private(set) var words: [UInt64] = []
  private var open: UInt64 = 0
  /// How many bits of `open` are written; fewer than 64.
  private var used = 0

  var bitCount: Int { 64 * words.count + used }

  init(capacity bytes: Int = 0) {
    words.reserveCapacity(bytes / 8 + 1)
  }

  /// Writes the `count` lowest bits of `value`, at most 64; the others must be 0.
  @inline(__always)
  mutating func put(_ value: UInt64, _ count: Int) {
    open |= value &<< UInt64(truncatingIfNeeded: used)
    used &+= count
    if used >= 64 {
      words.append(open)
      used &-= 64
      // Smart shift: all of `value` may have gone into the word.
      open = value >> UInt64(truncatingIfNeeded: count &- used)
    }
  }

  @inline(__always)
  mutating func put(_ bits: Bits) { put(bits.value, bits.count) }

  /// Writes the first `count` bits of `source`, beginning at a word.
  mutating func put(_ source: [UInt64], from start: Int, bits count: Int) {
    let whole = count / 64
    for index in start..<start + whole { put(source[index], 64) }
    let rest = count % 64
    if rest > 0 { put(source[start + whole], rest) }
  }

  /// Writes a block without content, which ends with a byte (RFC 1951, 3.2.4).
  mutating func putEmptyStoredBlock() {
    put(0, 3)
    put(0, -bitCount & 7)
    put(0xFFFF_0000, 32)
  }

  /// Fills the last word with zeros, so that the next bits begin a word.
  mutating func alignToWord() {
    if used > 0 { put(0, 64 - used) }
  }

  /// The stream, its last byte filled with zeros.
  mutating func finish() -> [UInt8] {
    let count = (bitCount + 7) / 8
    alignToWord()
    var bytes = [UInt8](repeating: 0, count: 8 * words.count)
    var span = bytes.mutableSpan
    for index in words.indices {
      let word = words[index]
      for place in 0..<8 {
        span[8 &* index &+ place] = UInt8(truncatingIfNeeded: word &>> UInt64(truncatingIfNeeded: 8 &* place))
      }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}
