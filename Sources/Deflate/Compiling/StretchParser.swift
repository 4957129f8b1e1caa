/// Finds, once, what the template's stretches repeat of themselves and of stretches before them.
struct StretchParser {
  /// Bytes as they are, or a repetition.
  struct Piece {
    let start: Int
    let length: Int
    /// Where the same bytes lie; `nil` for bytes as they are.
    var source: Source?
    /// The same bytes in other pieces, in case the source's stretch is not in reach.
    var otherwise: [Piece] = []
  }

  /// A place in the table's bytes with the same bytes as another.
  struct Source {
    let stretch: Int
    let start: Int
    let length: Int
    /// How far back it would be if everything in the template were written once.
    let distance: Int
  }

  /// What a match may refer to besides its own stretch.
  private struct Reach {
    var distance = Rehearsal.farthest
    /// A stretch that is not to be counted on.
    var without = -1

    /// What is left when the source of a piece is not in reach.
    func narrowed(_ source: Source) -> Reach {
      without < 0
        ? Reach(distance: max(source.distance / 2, 4096), without: source.stretch) : Reach(distance: 0)
    }
  }

  private static let longestChain = 64
  /// A match that is long enough to look no further.
  private static let longEnough = 512
  /// A match that is long enough not to try the next byte.
  private static let lazyLength = 64

  private let table: StretchTable
  private var finder: MatchFinder
  /// The stretch each byte of the table belongs to.
  private var stretchOf: [Int32] = []
  /// Where each stretch would have been written last.
  private var latest: [Int]
  private(set) var pieces: [[Piece]]
  /// How far back a stretch that is written again would be.
  private(set) var repeats: [(length: Int, distance: Int)] = []

  init(_ table: StretchTable) {
    self.table = table
    finder = MatchFinder(table.bytes)
    latest = [Int](repeating: -1, count: table.ranges.count)
    pieces = [[Piece]](repeating: [], count: table.ranges.count)
    stretchOf.reserveCapacity(table.bytes.count)
    for (number, range) in table.ranges.enumerated() {
      for _ in range { stretchOf.append(Int32(truncatingIfNeeded: number)) }
    }
    var position = 0
    for stretch in table.ofLiteral {
      let count = table.ranges[stretch].count
      if latest[stretch] < 0 {
        parse(stretch, at: position)
      } else {
        repeats.append((count, position - latest[stretch]))
      }
      latest[stretch] = position
      position += count + Rehearsal.valueBytes
    }
  }

  private mutating func parse(_ stretch: Int, at position: Int) {
    latest[stretch] = position
    let range = table.ranges[stretch]
    pieces[stretch] = parse(range, in: stretch, Reach(), inserting: true)
  }

  /// The piece with what to do when its source is not in reach.
  private mutating func hedged(_ piece: Piece, in stretch: Int, _ reach: Reach) -> Piece {
    guard let source = piece.source, source.stretch != stretch else { return piece }
    let narrowed = reach.narrowed(source)
    var hedged = piece
    hedged.otherwise = parse(
      piece.start..<piece.start + piece.length, in: stretch, narrowed, inserting: false)
    return hedged
  }

  private mutating func parse(
    _ range: Range<Int>, in stretch: Int, _ reach: Reach, inserting: Bool
  ) -> [Piece] {
    var pieces: [Piece] = []
    var (place, plain) = (range.lowerBound, range.lowerBound)
    var known: Source?
    while place < range.upperBound {
      let found = known ?? match(at: place, in: stretch, upTo: range.upperBound, reach)
      known = nil
      if inserting { insert(place, range) }
      var isBest = true
      if let found, found.length < Self.lazyLength, place + 1 < range.upperBound,
        let later = match(at: place + 1, in: stretch, upTo: range.upperBound, reach),
        later.length > found.length
      {
        known = later
        isBest = false
      }
      if let found, isBest {
        if plain < place { pieces.append(Piece(start: plain, length: place - plain)) }
        pieces.append(hedged(Piece(start: place, length: found.length, source: found), in: stretch, reach))
        if inserting {
          for inner in place + 1..<place + found.length { insert(inner, range) }
        }
        place += found.length
        plain = place
      } else {
        place += 1
      }
    }
    if plain < place { pieces.append(Piece(start: plain, length: place - plain)) }
    return pieces
  }

  private mutating func insert(_ place: Int, _ range: Range<Int>) {
    if place + MatchFinder.shortest <= range.upperBound { finder.insert(place) }
  }

  private func match(at place: Int, in stretch: Int, upTo end: Int, _ reach: Reach) -> Source? {
    let left = end - place
    guard left >= MatchFinder.shortest else { return nil }
    var best: Source?
    var length = MatchFinder.shortest - 1
    var candidate = finder.first(at: place)
    for _ in 0..<Self.longestChain {
      guard candidate >= 0 else { break }
      if candidate < place,
        let source = source(candidate, at: place, in: stretch, left, reach, atLeast: length + 1),
        isWorthwhile(source)
      {
        best = source
        length = source.length
        if length == left || length >= Self.longEnough { break }
      }
      candidate = finder.next(after: candidate)
    }
    return best
  }

  private func source(
    _ candidate: Int, at place: Int, in stretch: Int, _ left: Int, _ reach: Reach, atLeast length: Int
  ) -> Source? {
    let other = Int(stretchOf[candidate])
    let limit = other == stretch ? left : min(left, table.ranges[other].upperBound - candidate)
    guard limit >= length, table.bytes[candidate + length - 1] == table.bytes[place + length - 1],
      other != reach.without
    else { return nil }
    let distance =
      latest[stretch] + place - table.ranges[stretch].lowerBound
      - (latest[other] + candidate - table.ranges[other].lowerBound)
    guard distance <= (other == stretch ? DistanceCodes.longest : reach.distance) else { return nil }
    let common = finder.common(candidate, place, limit: limit)
    guard common >= length else { return nil }
    return Source(stretch: other, start: candidate, length: common, distance: distance)
  }

  /// Whether the match takes fewer bits than its bytes would.
  private func isWorthwhile(_ source: Source) -> Bool {
    source.length > 5 || source.length == 5 && source.distance < 8192 || source.distance < 1024
  }
}
