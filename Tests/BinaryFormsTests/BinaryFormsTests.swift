import BinaryForms
import TestSupport
import Testing

@Suite("Values as bytes")
struct BinaryFormsTests {
  private enum Fruit: CaseIterable { case apple, pear, plum }

  private static let numbers = [
    0, 1, -1, 63, 64, -64, -65, 127, 128, 300, Int(Int32.max), Int(Int32.min), .max, .min, .max - 1, .min + 1,
  ]

  private static func written() -> [UInt8] {
    var writer = BinaryWriter()
    writer.list(numbers) { $0.write($1) }
    writer.write(true)
    writer.write("二〇二一年 a\0\u{1F600}")
    writer.write("")
    writer.write([1, 2, 3])
    writer.write(single: [1, 2, 3])
    writer.write(3..<9)
    writer.write(case: Fruit.plum)
    writer.optional(7) { $0.write($1) }
    writer.optional(nil as Int?) { $0.write($1) }
    return writer.finish()
  }

  @Test("what was written is read")
  func roundTrip() throws {
    var reader = try BinaryReader(Self.written())
    #expect(try reader.ints() == Self.numbers)
    #expect(try reader.bool())
    #expect(try reader.string() == "二〇二一年 a\0\u{1F600}")
    #expect(try reader.string().isEmpty)
    #expect(try reader.stretch() == [1, 2, 3])
    #expect(try reader.stretch() == [1, 2, 3])
    #expect(try reader.range() == 3..<9)
    #expect(try reader.oneCase() == Fruit.plum)
    #expect(try reader.optional { reader throws(BinaryFormError) in try reader.int() } == 7)
    #expect(try reader.optional { reader throws(BinaryFormError) in try reader.int() } == nil)
    #expect(reader.isAtEnd)
  }

  @Test("a text that is written again costs a number")
  func shared() {
    var writer = BinaryWriter()
    let text = String(repeating: "报", count: 1000)
    for _ in 0..<100 {
      writer.write(text)
      writer.write(Array(text.utf8))
    }
    #expect(writer.finish().count < 2 * 3000 + 300)
  }

  @Test("damage is recognized: any bit turned, any end cut off, anything added")
  func damage() {
    let bytes = Self.written()
    for index in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[index] ^= 1 << bit
        #expect(throws: BinaryFormError.self, "byte \(index), bit \(bit)") { try BinaryReader(damaged) }
      }
      #expect(throws: BinaryFormError.self) { try BinaryReader(Array(bytes[..<index])) }
    }
    #expect(throws: BinaryFormError.self) { try BinaryReader(bytes + [0]) }
    #expect(throws: BinaryFormError.self) { try BinaryReader([]) }
  }

  @Test("reading beyond the end is an error, and so is what is no number, case or range")
  func beyond() throws {
    func reader(_ write: (inout BinaryWriter) -> Void) throws -> BinaryReader {
      var writer = BinaryWriter()
      write(&writer)
      return try BinaryReader(writer.finish())
    }
    var empty = try reader { _ in }
    #expect(throws: BinaryFormError()) { try empty.byte() }
    #expect(throws: BinaryFormError()) { try empty.int() }
    #expect(throws: BinaryFormError()) { try empty.string() }
    #expect(throws: BinaryFormError()) { try empty.stretch() }
    var endless = try reader { writer in for _ in 0..<20 { writer.write(UInt8(0xFF)) } }
    #expect(throws: BinaryFormError()) { try endless.int() }
    var large = try reader { $0.write(Int(Int32.max) + 1) }
    #expect(throws: BinaryFormError()) { try large.int32() }
    var count = try reader { $0.write(1 << 40) }
    #expect(throws: BinaryFormError()) { try count.ints() }
    var negative = try reader { $0.write(-1) }
    #expect(throws: BinaryFormError()) { try negative.ints() }
    var text = try reader { $0.write(5) }
    #expect(throws: BinaryFormError()) { try text.string() }
    var fruit = try reader { $0.write(UInt8(3)) }
    #expect(throws: BinaryFormError()) { try fruit.oneCase() as Fruit }
    var backwards = try reader {
      $0.write(5)
      $0.write(-3)
    }
    #expect(throws: BinaryFormError()) { try backwards.range() }
    var overflowing = try reader {
      $0.write(Int.max)
      $0.write(3)
    }
    #expect(throws: BinaryFormError()) { try overflowing.range() }
  }

  @Test("values that hold each other without end are an error before the stack ends")
  func deep() throws {
    var reader = try BinaryReader(BinaryWriter().finish())
    #expect(throws: BinaryFormError()) {
      for _ in 0..<100_000 { try reader.enter() }
    }
  }

  @Test("bytes made up at random, with a checksum that holds, end as a value or an error: 20,000")
  func random() {
    var random = SeededGenerator(seed: 7)
    let bytes = Self.written()
    var failed = 0
    for _ in 0..<20_000 {
      var forged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        forged[Int.random(in: 8..<forged.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      BinaryChecksum.enter(into: &forged)
      do throws(BinaryFormError) {
        var reader = try BinaryReader(forged)
        _ = try reader.ints()
        _ = try reader.bool()
        _ = try reader.string()
        _ = try reader.string()
        _ = try reader.stretch()
        _ = try reader.stretch()
        _ = try reader.range()
        _ = try reader.oneCase() as Fruit
      } catch {
        failed += 1
      }
    }
    #expect(failed > 1000)
  }
}
