/// Some bits, to be written from the lowest: at most 27 of them.
struct Bits: Sendable, Hashable {
  private let packed: UInt32

  init(_ value: Int, count: Int) {
    packed = UInt32(truncatingIfNeeded: value) &<< 5 | UInt32(truncatingIfNeeded: count)
  }

  @inline(__always) var value: UInt64 { UInt64(packed &>> 5) }
  @inline(__always) var count: Int { Int(packed & 31) }

  /// These bits, then `other`'s.
  func followed(by other: Bits) -> Bits {
    Bits(Int(value | other.value << UInt64(count)), count: count + other.count)
  }
}
