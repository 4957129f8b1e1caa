/// Tells bytes that were damaged: eight of them before what they are the checksum of.
///
/// It guards against accidents, not against an enemy, who could make another.
package enum BinaryChecksum {
  static let placeholder = [UInt8](repeating: 0, count: 8)

  package static func enter(into bytes: inout [UInt8]) {
    let sum = checksum(of: bytes)
    for place in 0..<8 { bytes[place] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * place)) }
  }

  static func holds(for bytes: [UInt8]) -> Bool {
    guard bytes.count >= placeholder.count else { return false }
    return word(bytes.span, at: 0) == checksum(of: bytes)
  }

  /// FNV-1a over words of eight bytes, each mixed once more so that all of its bits count.
  private static func checksum(of bytes: [UInt8]) -> UInt64 {
    var sum: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
    let source = bytes.span
    var index = placeholder.count
    while index &+ 8 <= source.count {
      sum = (sum ^ word(source, at: index)) &* 0x100_0000_01B3
      sum ^= sum &>> 29
      index &+= 8
    }
    while index < source.count {
      sum = (sum ^ UInt64(source[index])) &* 0x100_0000_01B3
      sum ^= sum &>> 29
      index &+= 1
    }
    return sum
  }

  @inline(__always)
  private static func word(_ source: Span<UInt8>, at index: Int) -> UInt64 {
    var word: UInt64 = 0
    for place in 0..<8 { word |= UInt64(source[index &+ place]) &<< UInt64(8 &* place) }
    return word
  }
}
