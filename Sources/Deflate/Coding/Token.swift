/// A byte as it is, or a match: so many bytes as they stood so far back.
struct Token: Sendable, Hashable {
  private let packed: UInt32

  init(byte: UInt8) { packed = UInt32(byte) }

  init(length: Int, distance: Int) {
    packed =
      1 << 31 | UInt32(truncatingIfNeeded: length &- 3) << 16 | UInt32(truncatingIfNeeded: distance &- 1)
  }

  @inline(__always) var isMatch: Bool { packed >= 1 << 31 }
  @inline(__always) var byte: UInt8 { UInt8(truncatingIfNeeded: packed) }
  @inline(__always) var length: Int { Int((packed &>> 16) & 0xFF) &+ 3 }
  @inline(__always) var distance: Int { Int(packed & 0x7FFF) &+ 1 }
}
