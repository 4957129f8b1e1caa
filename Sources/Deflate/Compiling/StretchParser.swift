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
    /// How many candidates are looked at.
    var looks = 64

    /// What is left when the source of a piece is not in reach.
    func narrowed(_ source: Source) -> Reach {
      without < 0
        ? Reach(distance: max(source.distance / 2, 4096), without: source.stretch, looks: 16)
        : Reach(distance: 0, looks: 16)
    }
  }

  /// A match that is long enough to look no further.
  private static let longEnough = 512
  /// A match that is long enough not to try the next byte.
  private static let lazyLength = 64

  private let table: StretchTable
  private let finder: MatchFinder
  /// The stretch each byte of the table belongs to.
  private var stretchOf: [Int32] = []
  /// Where each stretch would have been written last.
  private var latest: [Int]
  private(set) var pieces: [[Piece]]
  /// How far back a stretch that is written again would be.
  private(set) var repeats: [(length: Int, distance: Int)] = []
  /// How many candidates were looked at, and places passed over.
  private(set) var work = 0

  init(_ table: StretchTable) {
    self.table = table
    finder = MatchFinder(table.bytes, table.ranges)
    latest = [Int](repeating: -1, count: table.ranges.count)
    pieces = [[Piece]](repeating: [], count: table.ranges.count)
    stretchOf.reserveCapacity(table.bytes.count)
    for (number, range) in table.ranges.enumerated() {
      stretchOf.append(contentsOf: repeatElement(Int32(truncatingIfNeeded: number), count: range.count))
    }
    var position = 0
    for stretch in table.ofLiteral {
      let count = table.ranges[stretch].count
      if latest[stretch] < 0 {
        latest[stretch] = position
        pieces[stretch] = parse(table.ranges[stretch], in: stretch, Reach())
      } else {
        repeats.append((count, position - latest[stretch]))
        latest[stretch] = position
      }
      position += count + Rehearsal.valueBytes
    }
  }

  private mutating func parse(_ range: Range<Int>, in stretch: Int, _ reach: Reach) -> [Piece] {
    // Stretches lie in the order they are written in: before this one's bytes lie only others'.
    let floor = reach.distance == 0 ? table.ranges[stretch].lowerBound : 0
    var pieces: [Piece] = []
    var (place, plain) = (range.lowerBound, range.lowerBound)
    func endPlain() {
      if plain < place { pieces.append(Piece(start: plain, length: place - plain)) }
    }
    while true {
      place = finder.firstPlace(in: place..<range.upperBound, withCandidateFrom: floor)
      if place == range.upperBound { break }
      guard var found = match(at: place, in: stretch, upTo: range.upperBound, reach, from: floor) else {
        place += 1
        continue
      }
      while found.length < Self.lazyLength, place + 1 < range.upperBound,
        let later = match(at: place + 1, in: stretch, upTo: range.upperBound, reach, from: floor),
        later.length > found.length
      {
        found = later
        place += 1
      }
      endPlain()
      pieces.append(hedged(Piece(start: place, length: found.length, source: found), in: stretch, reach))
      place += found.length
      plain = place
    }
    endPlain()
    work += range.count
    return pieces
  }

  /// The piece with what to do when its source is not in reach.
  private mutating func hedged(_ piece: Piece, in stretch: Int, _ reach: Reach) -> Piece {
    guard let source = piece.source, source.stretch != stretch else { return piece }
    var hedged = piece
    hedged.otherwise = parse(
      piece.start..<piece.start + piece.length, in: stretch, reach.narrowed(source))
    return hedged
  }

  private mutating func match(
    at place: Int, in stretch: Int, upTo end: Int, _ reach: Reach, from floor: Int
  ) -> Source? {
    let left = end - place
    guard left >= MatchFinder.shortest else { return nil }
    var best: Source?
    var length = MatchFinder.shortest - 1
    var candidate = finder.candidate(before: place)
    var looks = reach.looks
    // What a longer match ends with: candidates are many, and few of them have it.
    var ending = finder.ending(of: length + 1, at: place)
    while candidate >= floor, looks > 0 {
      if finder.ending(of: length + 1, at: candidate) == ending,
        let source = source(candidate, at: place, in: stretch, left, reach, atLeast: length + 1),
        isWorthwhile(source)
      {
        best = source
        length = source.length
        if length == left || length >= Self.longEnough { break }
        ending = finder.ending(of: length + 1, at: place)
      }
      candidate = finder.candidate(before: candidate)
      looks -= 1
    }
    work += reach.looks - looks
    return best
  }

  private func source(
    _ candidate: Int, at place: Int, in stretch: Int, _ left: Int, _ reach: Reach, atLeast length: Int
  ) -> Source? {
    let other = Int(stretchOf[candidate])
    let limit = other == stretch ? left : min(left, table.ranges[other].upperBound - candidate)
    guard limit >= length, other != reach.without else { return nil }
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
