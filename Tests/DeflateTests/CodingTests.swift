import TestSupport
import Testing

@testable import Deflate

/// RFC 1951's tables and arithmetic.
struct CodingTests {
  @Test("every distance has the symbol that RFC 1951's table gives it")
  func distances() {
    let bases = [
      1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073,
      4097,
      6145, 8193, 12289, 16385, 24577,
    ]
    for (symbol, base) in bases.enumerated() {
      let end = symbol + 1 < bases.count ? bases[symbol + 1] : DistanceCodes.longest + 1
      #expect(DistanceCodes.base(symbol) == base)
      #expect(1 << DistanceCodes.extraBits(symbol) == end - base)
      #expect((base..<end).allSatisfy { DistanceCodes.symbol($0) == symbol })
    }
  }

  @Test("a match is cut into lengths that deflate has, and nothing of it is lost", arguments: 3...1100)
  func split(_ length: Int) {
    var sum = 0
    MatchSplit.forEach(length) { part in
      #expect((3...258).contains(part))
      sum += part
    }
    #expect(sum == length)
  }

  @Test("code lengths fill the code space exactly and stay within their limit", arguments: [7, 9, 15])
  func codeLengths(_ limit: Int) {
    var random = SeededGenerator(seed: UInt64(limit))
    for round in 0..<60 {
      let symbols = Int.random(in: 2...1 << limit, using: &random)
      // Fibonacci-like counts make the deepest trees.
      var counts = (0..<min(symbols, 286)).map {
        round % 2 == 0 ? 1 << min($0, 50) : Int.random(in: 0...$0, using: &random)
      }
      counts.shuffle(using: &random)
      let lengths = CodeLengths.of(counts, limit: limit)
      #expect(lengths.allSatisfy { $0 <= limit })
      #expect(lengths.reduce(0) { $1 > 0 ? $0 + 1 << (limit - Int($1)) : $0 } == 1 << limit)
      for (count, length) in zip(counts, lengths) where count > 0 { #expect(length > 0) }
    }
  }

  @Test("one symbol, or none, still makes a code of two")
  func lonelySymbols() {
    #expect(CodeLengths.of([0, 0, 5, 0], limit: 15) == [1, 0, 1, 0])
    #expect(CodeLengths.of([0, 0, 0], limit: 15) == [1, 1, 0])
  }

  @Test("the CRC of the standard's example, whole and put together of parts", arguments: 0...9)
  func checksum(_ cut: Int) {
    let bytes = Array("123456789".utf8)
    var whole = CRC32()
    whole.update(bytes, 0..<9)
    #expect(whole.value == 0xCBF4_3926)
    var (front, back) = (CRC32(), CRC32())
    front.update(bytes, 0..<cut)
    back.update(bytes, cut..<9)
    var shifts = CRCShifts()
    shifts.append(bytes: 1_000_000)
    shifts.append(bytes: 9 - cut)
    front.append(back.value, 1, of: shifts)
    #expect(front.value == 0xCBF4_3926)
  }

  @Test("bits are written from the lowest, words and all")
  func bits() {
    var writer = BitWriter()
    writer.put(0b1, 1)
    writer.put(0b01, 2)
    writer.put([0xFEDC_BA98_7654_3210, 0b101], from: 0, bits: 67)
    writer.put(0, 0)
    #expect(writer.bitCount == 70)
    #expect(writer.finish() == [0x83, 0x90, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5, 0xF6, 0x2F])
  }
}
