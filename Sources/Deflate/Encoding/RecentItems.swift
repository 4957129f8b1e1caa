/// Where stretches, and stretches with a value, were written last.
struct RecentItems {
  private var lastOf: [Int32]
  private var byHash: [Int32]
  private let shift: UInt64

  init(stretches: Int, items: Int) {
    lastOf = [Int32](repeating: -1, count: stretches)
    var bits: UInt64 = 6
    while bits < 14, 1 << bits < items { bits += 1 }
    byHash = [Int32](repeating: -1, count: 1 << bits)
    shift = 64 - bits
  }

  /// The last item with the stretch; -1 if there is none.
  @inline(__always)
  func last(of stretch: Int) -> Int { Int(lastOf[stretch]) }

  /// Makes an item known.
  ///
  /// - Returns: an earlier item that may have the same stretch and the same value; -1 if there is none.
  mutating func exchange(_ index: Int, _ item: Item, _ values: [UInt8]) -> Int {
    let hash = hash(item, values)
    let earlier = Int(byHash[hash])
    byHash[hash] = Int32(truncatingIfNeeded: index)
    lastOf[Int(item.stretch)] = Int32(truncatingIfNeeded: index)
    return earlier
  }

  private func hash(_ item: Item, _ values: [UInt8]) -> Int {
    var hash = UInt64(truncatingIfNeeded: item.stretch) << 32 ^ UInt64(truncatingIfNeeded: item.valueCount)
    hash &*= 0x9E37_79B9_7F4A_7C15
    for place in item.value.prefix(24) {
      hash = (hash ^ UInt64(values[place])) &* 0x100_0000_01B3
    }
    return Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }
}
