/// Turns the pieces that stretches fall into into steps.
struct StepBuilder {
  private let table: StretchTable
  private(set) var counts = TokenCounts()
  private(set) var stretches: [CompiledStretch] = []
  private(set) var shifts = CRCShifts()
  private(set) var tokens: [Token] = []
  private var steps: [CompiledStretch.Step] = []

  init(_ table: StretchTable) {
    self.table = table
  }

  mutating func add(_ pieces: [StretchParser.Piece], of stretch: Int) {
    let steps = add(pieces, table.ranges[stretch], isCounted: true)
    stretches.append(
      CompiledStretch(
        count: table.ranges[stretch].count, steps: steps, checksum: table.checksums[stretch]))
    shifts.append(bytes: table.ranges[stretch].count)
  }

  /// - Parameter isCounted: whether the code is to be made for these pieces.
  private mutating func add(
    _ pieces: [StretchParser.Piece], _ range: Range<Int>, isCounted: Bool
  ) -> Range<Int> {
    var added: [CompiledStretch.Step] = []
    var first = tokens.count
    func endConstant() {
      if tokens.count > first { added.append(.constant(tokens: first..<tokens.count, word: 0, bits: 0)) }
    }
    for piece in pieces {
      guard let source = piece.source else {
        for byte in table.bytes[piece.start..<piece.start + piece.length] { tokens.append(Token(byte: byte)) }
        continue
      }
      if range.contains(source.start) {
        MatchSplit.forEach(piece.length) { tokens.append(Token(length: $0, distance: source.distance)) }
        continue
      }
      if isCounted { count(piece.length, source.distance) }
      endConstant()
      if isCounted { for token in tokens[first...] { counts.add(token) } }
      let otherwise = add(piece.otherwise, range, isCounted: false)
      first = tokens.count
      let sourceRange = table.ranges[source.stretch]
      added.append(
        .reach(
          CompiledStretch.Reach(
            length: piece.length, source: source.stretch,
            distance: (piece.start - range.upperBound) - (source.start - sourceRange.upperBound),
            isSourceEnd: source.start + piece.length == sourceRange.upperBound, otherwise: otherwise)))
    }
    endConstant()
    if isCounted { for token in tokens[first...] { counts.add(token) } }
    steps += added
    return steps.count - added.count..<steps.count
  }

  /// Counts a match.
  mutating func count(_ length: Int, _ distance: Int) {
    guard length >= LengthCodes.shortest, distance <= DistanceCodes.longest else { return }
    MatchSplit.forEach(length) { counts.add(length: $0, distance: distance) }
  }

  /// Counts what `values` values are likely to be: figures, and Chinese in UTF-8.
  mutating func countValues(_ values: Int) {
    for byte in 0...255 { counts.add(byte: UInt8(byte)) }
    for digit in UInt8(ascii: "0")...UInt8(ascii: "9") { counts.add(byte: digit, times: values / 8) }
    for byte in UInt8(0x80)...0xBF { counts.add(byte: byte, times: values / 16) }
    // U+3000 on, U+4000 on and so on up to U+9000; U+F000 on.
    for (byte, share) in zip([0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEF], [1, 4, 6, 6, 4, 4, 2, 1]) {
      counts.add(byte: UInt8(byte), times: values * share / 16)
    }
    for symbol in 257..<counts.symbols.count { counts.symbols[symbol] += 1 }
    for symbol in counts.distances.indices { counts.distances[symbol] += 1 }
  }

  /// The steps, and the bits of all that is constant in them.
  consuming func finish(_ block: BlockCode) -> (steps: [CompiledStretch.Step], words: [UInt64]) {
    var bits = BitWriter()
    for index in steps.indices {
      guard case .constant(let range, _, _) = steps[index] else { continue }
      bits.alignToWord()
      let start = bits.bitCount
      for token in tokens[range] { block.write(token, to: &bits) }
      steps[index] = .constant(tokens: range, word: start / 64, bits: bits.bitCount - start)
    }
    bits.alignToWord()
    return (steps, bits.words)
  }
}
