extension Encoder {
  /// What is shorter is not worth looking for.
  private static let shortest = 4

  /// Writes an item's stretch, and of its value what is part of a match with the stretch.
  mutating func write(_ index: Int) {
    if !rest.isEmpty, index > 0 { matchRest(of: index - 1) }
    let item = items[index]
    let count = template.stretches[Int(item.stretch)].count
    let last = recent.last(of: Int(item.stretch))
    let twin = recent.exchange(index, item, values)
    if next >= 0, items[next].stretch == item.stretch {
      let source = next
      if isSameValue(source, index) {
        extend(by: count + item.valueCount)
        next = source + 1
      } else if count >= Self.shortest, isTwin(twin, of: index) {
        // The match would end in the value; as there is another source for all of it, it may as well end here.
        begin(twin, index, count)
      } else {
        extend(by: count)
        growIntoValue(source, index)
      }
    } else if count >= Self.shortest, isTwin(twin, of: index) {
      begin(twin, index, count)
    } else if count >= Self.shortest, last >= 0, item.end - items[last].end <= DistanceCodes.longest {
      begin(last, index, count)
    } else {
      let source = write(steps: template.stretches[Int(item.stretch)].steps, of: index)
      if source >= 0 {
        growIntoValue(source, index)
      } else {
        next = -1
        rest = item.value
      }
    }
  }

  /// Begins a match of the item with an earlier one of the same stretch.
  private mutating func begin(_ source: Int, _ index: Int, _ count: Int) {
    let before = common(before: source, rest)
    endMatch()
    writeRest(upTo: rest.upperBound - before)
    rest = rest.upperBound..<rest.upperBound
    begin(length: before + count, distance: items[index].end - items[source].end)
    growIntoValue(source, index)
  }

  /// Whether the item `candidate` has the same stretch and value as `index`, and is in reach.
  private mutating func isTwin(_ candidate: Int, of index: Int) -> Bool {
    candidate >= 0 && items[candidate].stretch == items[index].stretch
      && items[index].end - items[candidate].end <= DistanceCodes.longest && isSameValue(candidate, index)
  }

  private mutating func isSameValue(_ a: Int, _ b: Int) -> Bool {
    let (a, b) = (items[a], items[b])
    return a.valueCount == b.valueCount
      && common(Int(a.valueStart), Int(b.valueStart), limit: a.valueCount) == a.valueCount
  }

  /// How many bytes before the item `source` are the same as the last of `rest`.
  private mutating func common(before source: Int, _ rest: Range<Int>) -> Int {
    guard source > 0, !rest.isEmpty else { return 0 }
    let end = Int(items[source - 1].valueEnd)
    let limit = min(rest.count, items[source - 1].valueCount)
    var count = 0
    while count < limit, values[end - 1 - count] == values[rest.upperBound - 1 - count] { count += 1 }
    return count
  }

  /// Lets the match go on through the value of `index`, as far as `source`'s is the same.
  private mutating func growIntoValue(_ source: Int, _ index: Int) {
    let (own, other) = (items[index], items[source])
    let count = common(
      Int(own.valueStart), Int(other.valueStart), limit: min(own.valueCount, other.valueCount))
    extend(by: count)
    next = count == own.valueCount && count == other.valueCount ? source + 1 : -1
    rest = Int(own.valueStart) + count..<Int(own.valueEnd)
  }

  /// Takes steps that write `index`'s stretch or some of it.
  ///
  /// - Returns: the item with whose value the match that is open at the end would go on; -1 if there is none.
  private mutating func write(steps: Range<Int>, of index: Int) -> Int {
    var following = -1
    for number in steps {
      following = -1
      switch template.steps[number] {
      case .constant(let tokens, let word, let bits):
        write(constant: tokens, word: word, bits: bits)
      case .reach(let reach):
        let source = recent.last(of: reach.source)
        let distance = source < 0 ? .max : items[index].end - items[source].end + reach.distance
        if distance <= DistanceCodes.longest {
          begin(length: reach.length, distance: distance)
          if reach.isSourceEnd { following = source }
        } else {
          following = write(steps: reach.otherwise, of: index)
        }
      }
    }
    return following
  }
}
