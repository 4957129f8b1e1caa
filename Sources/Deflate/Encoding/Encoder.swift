/// Deflates what one run of a template has written.
///
/// Every method is `mutating`: calling another one would copy the encoder.
struct Encoder {
  let template: TemplateCode
  let values: [UInt8]
  let items: [Item]
  /// How many bytes of values come before the first item.
  private let start: Int
  var recent: RecentItems
  var dictionary: ValueDictionary
  private var sink: TokenSink
  /// The match being written: it grows as long as what follows is the same, too.
  private var length = 0
  private var distance = 0
  /// The item that the match would go on with; -1 if it can't go on.
  var next = -1
  /// What of the last value is not written yet.
  var rest: Range<Int>

  init(_ template: TemplateCode, _ text: TemplateText, isLast: Bool) {
    self.template = template
    values = text.values
    items = template.items(of: text)
    start = items.first.map { Int($0.valueStart) } ?? values.count
    rest = 0..<start
    recent = RecentItems(stretches: template.stretches.count, items: items.count)
    dictionary = ValueDictionary(bytes: values.count)
    sink = TokenSink(template, for: text, isLast: isLast)
  }

  /// Writes everything; to be called once.
  mutating func encode() -> Deflated {
    for index in items.indices { write(index) }
    if !rest.isEmpty, !items.isEmpty { matchRest(of: items.count - 1) }
    flush()
    let size = items.last.map { $0.end + $0.valueCount } ?? start
    return Deflated(bytes: sink.finish(), uncompressedSize: size, crc32: checksum())
  }

  private mutating func checksum() -> UInt32 {
    var crc = CRC32()
    crc.update(values, 0..<start)
    for item in items {
      let stretch = Int(item.stretch)
      crc.append(template.stretches[stretch].checksum, stretch, of: template.shifts)
      crc.update(values, item.value)
    }
    return crc.value
  }

  // MARK: The match being written

  /// Begins a match; what is open before it ends.
  mutating func begin(length: Int, distance: Int) {
    flush()
    self.length = length
    self.distance = distance
  }

  mutating func extend(by count: Int) { length += count }

  /// Writes the match and what of the last value comes behind it.
  mutating func flush() {
    endMatch()
    writeRest(upTo: rest.upperBound)
  }

  mutating func endMatch() {
    if length > 0 {
      sink.put(length: length, distance: distance)
      length = 0
    }
    next = -1
  }

  /// Writes the rest of the last value up to `end` as it is.
  mutating func writeRest(upTo end: Int) {
    for place in rest.lowerBound..<end { sink.put(byte: values[place]) }
    rest = end..<rest.upperBound
  }

  mutating func write(constant tokens: Range<Int>, word: Int, bits: Int) {
    flush()
    sink.put(template, tokens: tokens, word: word, bits: bits)
  }

  /// How many bytes of the values from `a` and `b` on are the same, `limit` at most.
  @inline(__always)
  mutating func common(_ a: Int, _ b: Int, limit: Int) -> Int {
    var count = 0
    while count < limit, values[a &+ count] == values[b &+ count] { count &+= 1 }
    return count
  }
}
