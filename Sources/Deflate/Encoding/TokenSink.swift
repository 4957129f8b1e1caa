/// Writes tokens: at once in the template's own code, or block by block in codes made for each.
struct TokenSink {
  /// How many tokens a block has.
  private static let blockTokens = 16_384
  /// Up to here the template's own code is as good as codes made for the text.
  private static let fewValueBytes = 16_384

  private var bits: BitWriter
  private let code: BlockCode
  /// Whether tokens are collected until there is a block of them.
  private let collects: Bool
  /// Whether nothing follows the text in the stream.
  private let isLast: Bool
  private var tokens: [Token] = []

  init(_ template: TemplateCode, for text: TemplateText, isLast: Bool) {
    code = template.block
    self.isLast = isLast
    // A text that is much of values, or of repetitions, has other tokens than the template led one to expect.
    collects =
      !isLast || text.values.count > Self.fewValueBytes
      || text.byteCount > 2 * (template.literalBytes + text.values.count)
    bits = BitWriter(capacity: 16_384 + text.values.count)
    if collects {
      tokens.reserveCapacity(Self.blockTokens + 1024)
    } else {
      bits.put(template.header, from: 0, bits: template.headerBits)
    }
  }

  @inline(__always)
  mutating func put(byte: UInt8) {
    if collects {
      put(Token(byte: byte))
    } else {
      code.write(byte: byte, to: &bits)
    }
  }

  /// A match of any length from 3.
  mutating func put(length: Int, distance: Int) {
    assert(length >= LengthCodes.shortest && (1...DistanceCodes.longest).contains(distance))
    MatchSplit.forEach(length) { length in
      if collects {
        put(Token(length: length, distance: distance))
      } else {
        code.write(length: length, distance: distance, to: &bits)
      }
    }
  }

  /// Tokens that are known as bits too.
  mutating func put(_ template: TemplateCode, tokens range: Range<Int>, word: Int, bits count: Int) {
    if collects {
      for index in range { put(template.tokens[index]) }
    } else {
      bits.put(template.words, from: word, bits: count)
    }
  }

  /// Writes the end, and returns the stream.
  mutating func finish() -> [UInt8] {
    if collects {
      endBlock(isLast: isLast)
    } else {
      code.writeEnd(to: &bits)
    }
    if !isLast { bits.putEmptyStoredBlock() }
    return bits.finish()
  }

  private mutating func put(_ token: Token) {
    tokens.append(token)
    if tokens.count == Self.blockTokens { endBlock(isLast: false) }
  }

  private mutating func endBlock(isLast: Bool) {
    var counts = TokenCounts()
    for token in tokens { counts.add(token) }
    let code = BlockCode(counts)
    code.writeHeader(isLast: isLast, to: &bits)
    for token in tokens { code.write(token, to: &bits) }
    code.writeEnd(to: &bits)
    tokens.removeAll(keepingCapacity: true)
  }
}
