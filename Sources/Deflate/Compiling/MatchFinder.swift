/// Finds earlier places with the same bytes, latest first: a hash table of chains.
struct MatchFinder {
  /// How many bytes a match has at least: what the hash is of.
  static let shortest = 4

  private let bytes: [UInt8]
  private var heads: [Int32]
  private var previous: [Int32]
  private let shift: UInt32

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var bits: UInt32 = 8
    while bits < 16, 1 << bits < bytes.count { bits += 1 }
    heads = [Int32](repeating: -1, count: 1 << bits)
    previous = [Int32](repeating: -1, count: bytes.count)
    shift = 32 - bits
  }

  /// The latest place before, and not yet at, the `place` inserted last that may begin with the same bytes.
  func first(at place: Int) -> Int { Int(heads[hash(place)]) }

  /// The next earlier one.
  func next(after candidate: Int) -> Int { Int(previous[candidate]) }

  /// Makes `place` known, which has at least ``shortest`` bytes behind it.
  mutating func insert(_ place: Int) {
    let hash = hash(place)
    previous[place] = heads[hash]
    heads[hash] = Int32(truncatingIfNeeded: place)
  }

  private func hash(_ place: Int) -> Int {
    let span = bytes.span
    let word =
      UInt32(span[place]) | UInt32(span[place &+ 1]) &<< 8 | UInt32(span[place &+ 2]) &<< 16
      | UInt32(span[place &+ 3]) &<< 24
    return Int((word &* 0x9E37_79B1) &>> shift)
  }

  /// How many bytes from `a` and `b` on are the same, `limit` at most.
  func common(_ a: Int, _ b: Int, limit: Int) -> Int {
    let span = bytes.span
    var count = 0
    while count < limit, span[a &+ count] == span[b &+ count] { count &+= 1 }
    return count
  }
}
