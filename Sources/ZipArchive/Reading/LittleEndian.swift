extension [UInt8] {
  /// The 16-bit number at `offset`, which lies inside.
  func u16(_ offset: Int) -> Int { Int(self[offset]) | Int(self[offset + 1]) << 8 }

  /// The 32-bit number at `offset`, which lies inside.
  func u32(_ offset: Int) -> Int { u16(offset) | u16(offset + 2) << 16 }

  /// The 64-bit number at `offset`, which lies inside; `Int.max` for what no file reaches.
  func u64(_ offset: Int) -> Int {
    let high = u32(offset + 4)
    return high > 0x7FFF_FFFF ? Int.max : u32(offset) | high << 32
  }
}
