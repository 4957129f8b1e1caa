/// A template's literals, searched once for repetitions and put into deflate's bits as far as that can be done
/// before there are values.
///
/// ```swift
/// let code = TemplateCode(blob, literals)
/// let packed = code.deflate(text)
/// ```
///
/// Equal literals are one *stretch*. A stretch written again is a match with where it was written last, and so
/// on through the values for as long as what follows is the same, too. A stretch written for the first time is
/// constant bits and matches with other stretches, whose distances depend on the values in between.
public struct TemplateCode: Sendable {
  let stretchOfLiteral: [Int32]
  /// The bytes of all literals.
  let literalBytes: Int
  let stretches: [CompiledStretch]
  let steps: [CompiledStretch.Step]
  /// The tokens of constant steps, and the same as bits.
  let tokens: [Token]
  let words: [UInt64]
  let dictionary: LiteralDictionary
  /// Shifts by the stretches' lengths.
  let shifts: CRCShifts
  /// The code that the constant bits are in.
  let block: BlockCode
  /// The header of a last block in that code.
  let header: [UInt64]
  let headerBits: Int

  /// Compiles the literals `blob[literals[0]]`, `blob[literals[1]]` and so on, in the order the template has them.
  public init(_ blob: [UInt8], _ literals: [Range<Int>]) {
    let table = StretchTable(blob, literals)
    let parser = StretchParser(table)
    var builder = StepBuilder(table)
    for (stretch, pieces) in parser.pieces.enumerated() { builder.add(pieces, of: stretch) }
    for (length, distance) in parser.repeats { builder.count(length, distance) }
    builder.countValues(literals.count)
    let block = BlockCode(builder.counts)
    stretches = builder.stretches
    tokens = builder.tokens
    shifts = builder.shifts
    (steps, words) = builder.finish(block)
    stretchOfLiteral = table.ofLiteral.map { Int32(truncatingIfNeeded: $0) }
    dictionary = LiteralDictionary(table)
    literalBytes = literals.reduce(0) { $0 + $1.count }
    self.block = block
    var header = BitWriter()
    block.writeHeader(isLast: true, to: &header)
    headerBits = header.bitCount
    header.alignToWord()
    self.header = header.words
  }

  /// Compresses what the template has written.
  ///
  /// - Parameter isLast: whether the stream ends with it; the bytes of what comes next may be appended otherwise.
  /// - Precondition: the literals of `text` are the template's, and it has less than 2 GiB of values.
  public func deflate(_ text: TemplateText, isLast: Bool = true) -> Deflated {
    // A call on the new value itself would copy its tables at the first change.
    var encoder = Encoder(self, text, isLast: isLast)
    return encoder.encode()
  }
}
