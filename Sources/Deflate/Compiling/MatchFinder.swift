/// Finds earlier places with the same bytes, latest first: for each place, the one before it with the same hash.
struct MatchFinder {
  /// How many bytes a match has at least: what the hash is of.
  static let shortest = 4

  /// The four bytes at each place, as one number; what lies behind the end is zeros.
  private let words: [UInt32]
  private let earlier: [Int32]

  /// - Parameter ranges: what stretches the bytes fall into; a match begins and ends in one.
  init(_ bytes: [UInt8], _ ranges: [Range<Int>]) {
    var words = [UInt32](repeating: 0, count: bytes.count)
    var word: UInt32 = 0
    for index in bytes.indices.reversed() {
      word = word &<< 8 | UInt32(bytes[index])
      words[index] = word
    }
    var bits: UInt32 = 8
    while bits < 16, 1 << bits < bytes.count { bits += 1 }
    var latest = [Int32](repeating: -1, count: 1 << bits)
    var earlier = [Int32](repeating: -1, count: bytes.count)
    for range in ranges where range.count >= Self.shortest {
      for place in range.lowerBound...range.upperBound - Self.shortest {
        let hash = Int((words[place] &* 0x9E37_79B1) &>> (32 - bits))
        earlier[place] = latest[hash]
        latest[hash] = Int32(truncatingIfNeeded: place)
      }
    }
    self.words = words
    self.earlier = earlier
  }

  /// The place before `place` that may begin with the same bytes; -1 if there is none.
  @inline(__always)
  func candidate(before place: Int) -> Int { Int(earlier[place]) }

  /// The first place in `range` of which there is a candidate from `floor` on; its end if there is none.
  func firstPlace(in range: Range<Int>, withCandidateFrom floor: Int) -> Int {
    let span = earlier.span
    var place = range.lowerBound
    while place < range.upperBound, Int(span[place]) < floor { place &+= 1 }
    return place
  }

  /// The last ``shortest`` of `count` bytes from `place` on, as one number.
  @inline(__always)
  func ending(of count: Int, at place: Int) -> UInt32 { words[place &+ count &- Self.shortest] }

  /// How many bytes from `a` and `b` on are the same, `limit` at most.
  @inline(__always)
  func common(_ a: Int, _ b: Int, limit: Int) -> Int {
    let span = words.span
    var count = 0
    while count < limit {
      let difference = span[a &+ count] ^ span[b &+ count]
      if difference != 0 { return min(limit, count &+ difference.trailingZeroBitCount &>> 3) }
      count &+= 4
    }
    return limit
  }
}
