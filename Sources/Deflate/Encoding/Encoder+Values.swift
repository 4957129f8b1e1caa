/// A stretch of a value that an earlier value, or the template, has, too.
struct ValueMatch {
  let length: Int
  let distance: Int
  /// The item with which the match may go on, if it ends with the earlier value; else -1.
  var next = -1

  /// Whether the match takes fewer bits than its bytes would.
  static func isWorthwhile(_ length: Int, _ distance: Int) -> Bool {
    length > 5 || length == 5 && distance < 8192 || length == 4 && distance < 1024
  }
}

extension Encoder {
  /// How many earlier places with the same beginning are looked at.
  private static let longestChain = 8
  /// A match that is long enough not to try the next byte.
  private static let lazyLength = 16

  /// Writes the rest of the value of `index`, as matches with earlier values where there are some; what remains
  /// in `rest` are bytes at the end that match nothing.
  ///
  /// Only where a character of UTF-8 begins may a match begin: for Chinese that is a third of the work, and loses
  /// next to nothing.
  mutating func matchRest(of index: Int) {
    let last = rest.upperBound - ValueDictionary.shortest
    var place = characterStart(from: rest.lowerBound)
    var known: ValueMatch?
    while place <= last {
      let following = characterStart(from: place + 1)
      guard let match = known ?? self.match(at: place, index) else {
        place = following
        continue
      }
      known = nil
      var inserted = following
      if match.length < Self.lazyLength, inserted <= last {
        if let later = self.match(at: inserted, index), later.length > match.length {
          known = later
          place = following
          continue
        }
        inserted = characterStart(from: inserted + 1)
      }
      write(match, at: place)
      place = characterStart(from: place + match.length)
      while inserted < place, inserted <= last {
        _ = dictionary.insert(inserted, index, values)
        inserted = characterStart(from: inserted + 1)
      }
    }
  }

  /// The next place that is not inside a character of several bytes, or the end.
  @inline(__always)
  private mutating func characterStart(from place: Int) -> Int {
    var place = place
    while place < rest.upperBound, values[place] & 0xC0 == 0x80 { place &+= 1 }
    return place
  }

  /// Writes what of `rest` comes before `place`, and the match from there.
  private mutating func write(_ match: ValueMatch, at place: Int) {
    let end = rest.upperBound
    endMatch()
    writeRest(upTo: place)
    rest = end..<end
    begin(length: match.length, distance: match.distance)
    rest = place + match.length..<end
    if rest.isEmpty { next = match.next }
  }

  /// The longest match at `place`, which becomes known.
  private mutating func match(at place: Int, _ index: Int) -> ValueMatch? {
    var candidate = dictionary.insert(place, index, values)
    // A place looked at in vain a moment ago is known already.
    guard candidate.offset >= 0, Int(candidate.offset) < place else { return literalMatch(at: place, index) }
    let left = Int(items[index].valueEnd) - place
    let position = items[index].end + place - Int(items[index].valueStart)
    var best: ValueMatch?
    var length = ValueDictionary.shortest - 1
    for _ in 0..<Self.longestChain {
      let start = Int(candidate.offset)
      let source = items[Int(candidate.item)]
      let limit = min(left, Int(source.valueEnd) - start)
      if limit > length, values[start + length] == values[place + length] {
        let distance = position - (source.end + start - Int(source.valueStart))
        guard distance <= DistanceCodes.longest else { break }
        let count = common(start, place, limit: limit)
        if count > length, ValueMatch.isWorthwhile(count, distance) {
          length = count
          best = ValueMatch(
            length: count, distance: distance,
            next: start + count == Int(source.valueEnd) ? Int(candidate.item) + 1 : -1)
          if count == left { break }
        }
      }
      guard let earlier = dictionary.before(candidate, at: place) else { break }
      candidate = earlier
    }
    return best ?? literalMatch(at: place, index)
  }

  /// A match with the template's own text.
  private mutating func literalMatch(at place: Int, _ index: Int) -> ValueMatch? {
    let found = template.dictionary.place(for: values, place)
    guard found.stretch >= 0, values[place] == template.dictionary.bytes[Int(found.start)] else { return nil }
    let last = recent.last(of: Int(found.stretch))
    guard last >= 0 else { return nil }
    let limit = min(Int(items[index].valueEnd) - place, Int(found.count))
    var count = 0
    while count < limit, values[place + count] == template.dictionary.bytes[Int(found.start) + count] {
      count += 1
    }
    let distance =
      items[index].end + place - Int(items[index].valueStart) - (items[last].end - Int(found.toEnd))
    guard count >= ValueDictionary.shortest, distance <= DistanceCodes.longest,
      ValueMatch.isWorthwhile(count, distance)
    else { return nil }
    return ValueMatch(length: count, distance: distance)
  }
}
