/// Where the template itself has text like that of values: characters beyond ASCII, such as Chinese.
struct LiteralDictionary: Sendable {
  struct Place: Sendable {
    var stretch: Int32 = -1
    /// Where in `bytes`.
    var start: Int32 = 0
    /// How many bytes of text there are.
    var count: Int32 = 0
    /// How far from there to the stretch's end.
    var toEnd: Int32 = 0
  }

  /// The texts, one behind the other.
  private(set) var bytes: [UInt8] = []
  private var places: [Place]
  private let shift: UInt32

  init(_ table: StretchTable) {
    let texts = table.ranges.indices.flatMap { stretch in
      Self.texts(in: table.bytes, table.ranges[stretch]).map { (stretch: stretch, range: $0) }
    }
    let size = texts.reduce(0) { $0 + $1.range.count }
    var bits: UInt32 = 4
    while bits < 14, 1 << bits < size { bits += 1 }
    places = [Place](repeating: Place(), count: 1 << bits)
    shift = 32 - bits
    for (stretch, range) in texts {
      let start = bytes.count
      bytes += table.bytes[range]
      for offset in 0...range.count - ValueDictionary.shortest where bytes[start + offset] & 0xC0 != 0x80 {
        let hash = ValueDictionary.hash(bytes, start + offset, shift)
        places[hash] = Place(
          stretch: Int32(truncatingIfNeeded: stretch), start: Int32(truncatingIfNeeded: start + offset),
          count: Int32(truncatingIfNeeded: range.count - offset),
          toEnd: Int32(truncatingIfNeeded: table.ranges[stretch].upperBound - range.lowerBound - offset))
      }
    }
  }

  /// The runs of bytes beyond ASCII that are worth a match.
  private static func texts(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var texts: [Range<Int>] = []
    var start = range.lowerBound
    for place in range.lowerBound...range.upperBound
    where place == range.upperBound || bytes[place] < 0x80 {
      if place - start >= 6 { texts.append(start..<place) }
      start = place + 1
    }
    return texts
  }

  /// A place that may begin with the four bytes at `offset`; its stretch is -1 if there is none.
  @inline(__always)
  func place(for values: [UInt8], _ offset: Int) -> Place {
    places[ValueDictionary.hash(values, offset, shift)]
  }
}
