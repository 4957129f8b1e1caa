import TestSupport
import Testing

@testable import TemplateLanguage

@Suite("Integers beyond 64 bits")
struct BigIntTests {
  @Test("arithmetic and texts are those of Python, by a table made with it")
  func oracle() throws {
    let table = try #require(
      TestFiles.text(TestFiles.projectFolder + "/Tests/TemplateLanguageTests/Fixtures/integers.txt"))
    let lines = table.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 120)
    for line in lines {
      let texts = line.split(separator: " ").map(String.init)
      let numbers = try texts.dropLast().map { try #require(BigInt($0)) }
      let (a, b) = (numbers[0], numbers[1])
      let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
      #expect([a + b, a - b, a * b, quotient, remainder, a.power(3)] == Array(numbers[2...]), "\(line)")
      #expect(numbers.map(\.description) == Array(texts.dropLast()))
      #expect(a.text(radix: 16) == texts[8] && BigInt(texts[8], radix: 16) == a)
      #expect((a < b) == ((a - b).isNegative) && (a == b) == (a - b).isZero)
    }
  }

  @Test("every base writes what it reads back", arguments: 2...36)
  func bases(radix: Int) {
    var random = SeededGenerator(seed: UInt64(radix))
    for length in [1, 12, 13, 40, 63, 64, 65, 200] {
      let digits = (0..<length).map { _ in
        String(Int.random(in: 1..<radix, using: &random), radix: radix)
      }
      .joined()
      #expect(BigInt(digits, radix: radix)?.text(radix: radix) == digits)
      #expect(BigInt("-" + digits, radix: radix)?.text(radix: radix) == "-" + digits)
    }
  }

  @Test("zero has no sign, and the ends of Int are where they are")
  func edges() {
    #expect(BigInt("-0") == 0 && !(BigInt(5) - BigInt(5)).isNegative && BigInt("000")?.description == "0")
    for edge in [Int.min, Int.max, 0, -1] { #expect(Int(exactly: BigInt(edge)) == edge) }
    #expect(Int(exactly: BigInt(Int.max) + 1) == nil && Int(exactly: BigInt(Int.min) - 1) == nil)
    #expect(BigInt(7).power(0) == 1 && BigInt(0).power(5) == 0)
  }

  @Test("what is no number is none", arguments: ["", "-", "+", "1 2", "12a", "0x1", "--1", "１"])
  func refusing(text: String) {
    #expect(BigInt(text) == nil)
  }

  @Test("ten thousand digits are divided, written and read")
  func large() throws {
    let nines = String(repeating: "9", count: 10_000)
    let number = try #require(BigInt(nines))
    #expect(number.description == nines && number + 1 == BigInt(10).power(10_000))
    let (quotient, remainder) = (number * number + 17).quotientAndRemainder(dividingBy: number)
    #expect(quotient == number && remainder == 17)
  }
}
