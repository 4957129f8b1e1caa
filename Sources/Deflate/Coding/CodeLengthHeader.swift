/// The header of a block with codes of its own: the codes' lengths, themselves coded (RFC 1951, 3.2.7).
struct CodeLengthHeader {
  private struct Item {
    let symbol: Int
    var extra = Bits(0, count: 0)
  }

  /// The order in which the lengths of the lengths' codes are written.
  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  private let symbolCount: Int
  private let distanceCount: Int
  private var items: [Item] = []

  init(_ symbols: [UInt8], _ distances: [UInt8]) {
    symbolCount = max(257, (symbols.lastIndex { $0 > 0 } ?? 0) + 1)
    distanceCount = max(1, (distances.lastIndex { $0 > 0 } ?? 0) + 1)
    let lengths = symbols[..<symbolCount] + distances[..<distanceCount]
    var rest = lengths[...]
    while let length = rest.first {
      let run = rest.prefix { $0 == length }.count
      append(length, times: run)
      rest = rest.dropFirst(run)
    }
  }

  private mutating func append(_ length: UInt8, times: Int) {
    var left = times
    if length > 0 {
      items.append(Item(symbol: Int(length)))
      left -= 1
    }
    while left >= 3 {
      let count = min(left, length > 0 ? 6 : 138)
      switch (length, count) {
      case (1..., _): items.append(Item(symbol: 16, extra: Bits(count - 3, count: 2)))
      case (_, ..<11): items.append(Item(symbol: 17, extra: Bits(count - 3, count: 3)))
      default: items.append(Item(symbol: 18, extra: Bits(count - 11, count: 7)))
      }
      left -= count
    }
    for _ in 0..<left { items.append(Item(symbol: Int(length))) }
  }

  func write(isLast: Bool, to bits: inout BitWriter) {
    var counts = [Int](repeating: 0, count: 19)
    for item in items { counts[item.symbol] += 1 }
    let code = PrefixCode(counts: counts, limit: 7)
    let written = max(4, (Self.order.lastIndex { code.lengths[$0] > 0 } ?? 0) + 1)
    bits.put(isLast ? 1 : 0, 1)
    bits.put(2, 2)
    bits.put(UInt64(symbolCount - 257), 5)
    bits.put(UInt64(distanceCount - 1), 5)
    bits.put(UInt64(written - 4), 4)
    for symbol in Self.order[..<written] { bits.put(UInt64(code.lengths[symbol]), 3) }
    for item in items {
      bits.put(code.codes[item.symbol])
      bits.put(item.extra)
    }
  }
}
