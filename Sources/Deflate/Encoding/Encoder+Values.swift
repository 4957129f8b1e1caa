/// A stretch of a value that an earlier value has, too.
struct ValueMatch {
  let length: Int
  let distance: Int
  /// The item with the earlier value.
  let source: Int
  /// Whether that value ends with the match.
  let isSourceEnd: Bool

  /// Whether the match takes fewer bits than its bytes would.
  static func isWorthwhile(_ length: Int, _ distance: Int) -> Bool {
    length > 5 || length == 5 && distance < 8192 || length == 4 && distance < 1024
  }
}

extension Encoder {
  /// How many earlier places with the same beginning are looked at.
  private static let longestChain = 4
  /// A match that is long enough not to try the next byte.
  private static let lazyLength = 16

  /// Writes the rest of the value of `index`, as matches with earlier values where there are some; what remains
  /// in `rest` are bytes at the end that match nothing.
  mutating func matchRest(of index: Int) {
    let last = rest.upperBound - ValueDictionary.shortest
    var place = rest.lowerBound
    var known: ValueMatch?
    while place <= last {
      guard let match = known ?? self.match(at: place, index) else {
        place += 1
        continue
      }
      known = nil
      var inserted = place + 1
      if match.length < Self.lazyLength, inserted <= last {
        if let later = self.match(at: inserted, index), later.length > match.length {
          known = later
          place += 1
          continue
        }
        inserted += 1
      }
      write(match, at: place)
      place += match.length
      while inserted < place, inserted <= last {
        _ = dictionary.insert(inserted, index, values)
        inserted += 1
      }
    }
  }

  /// Writes what of `rest` comes before `place`, and the match from there.
  private mutating func write(_ match: ValueMatch, at place: Int) {
    let end = rest.upperBound
    endMatch()
    writeRest(upTo: place)
    rest = end..<end
    begin(length: match.length, distance: match.distance)
    rest = place + match.length..<end
    if rest.isEmpty, match.isSourceEnd { next = match.source + 1 }
  }

  /// The longest match at `place`, which becomes known.
  private mutating func match(at place: Int, _ index: Int) -> ValueMatch? {
    var candidate = dictionary.insert(place, index, values)
    guard candidate.offset >= 0 else { return nil }
    let left = Int(items[index].valueEnd) - place
    var best: ValueMatch?
    var length = ValueDictionary.shortest - 1
    for _ in 0..<Self.longestChain {
      let start = Int(candidate.offset)
      let source = items[Int(candidate.item)]
      let limit = min(left, Int(source.valueEnd) - start)
      if limit > length, values[start + length] == values[place + length] {
        let distance =
          items[index].end + place - Int(items[index].valueStart)
          - (source.end + start - Int(source.valueStart))
        guard distance <= DistanceCodes.longest else { break }
        let count = common(start, place, limit: limit)
        if count > length, ValueMatch.isWorthwhile(count, distance) {
          length = count
          best = ValueMatch(
            length: count, distance: distance, source: Int(candidate.item),
            isSourceEnd: start + count == Int(source.valueEnd))
          if count == left { break }
        }
      }
      guard let earlier = dictionary.before(candidate, at: place) else { break }
      candidate = earlier
    }
    return best
  }
}
