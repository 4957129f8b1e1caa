import TestSupport
import Testing

@testable import TemplateLanguage

@Suite("Exact decimals")
struct DecimalTests {
  @Test(
    "a decimal keeps the places it was written with",
    arguments: [
      ("75.9260", "75.9260"), ("0.10", "0.10"), ("-0.5", "-0.5"), (".5", "0.5"), ("5.", "5"), ("+7", "7"),
      (" 1.5\n", "1.5"),
      ("1e3", "1000"), ("1.5E-3", "0.0015"), ("12345678901234567890.123", "12345678901234567890.123"),
      ("-0.00", "0.00"),
      ("000.1", "0.1"),
    ])
  func reading(text: String, printed: String) throws {
    #expect(try #require(Decimal(text)).text == printed)
  }

  @Test(
    "what is no number is not read",
    arguments: [
      "", " ", "-", ".", "e5", "1e", "1e+", "1.2.3", "1,000", "0x10", "nan", "inf", "Infinity", "1_000", "１",
      "--1", "1e99999", "1e-99999", "1e9999999999", "1 2", "五",
    ])
  func refusing(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test("a number with too many digits is not read")
  func tooLong() {
    #expect(Decimal(String(repeating: "9", count: 4300)) != nil)
    #expect(Decimal(String(repeating: "9", count: 4301)) == nil)
  }

  @Test("0.1 + 0.2 is 0.3, and money adds up")
  func exactness() throws {
    let (a, b) = (try #require(Decimal("0.1")), try #require(Decimal("0.2")))
    #expect((a + b).text == "0.3")
    #expect((try #require(Decimal("75.9260")) * 10).text == "759.2600")
    #expect((try #require(Decimal("1.50")) - (try #require(Decimal("1.5")))).text == "0.00")
  }

  @Test("a quotient that ends is exact, with a place at least; one that does not has 28 digits")
  func quotients() throws {
    func quotient(_ left: String, _ right: String) throws -> String {
      try #require(Decimal(left)).divided(by: try #require(Decimal(right))).text
    }
    #expect(try quotient("6", "3") == "2.0")
    #expect(try quotient("7", "2") == "3.5")
    #expect(try quotient("75.9260", "2") == "37.9630")
    #expect(try quotient("1", "3") == "0.3333333333333333333333333333")
    #expect(try quotient("-2", "3") == "-0.6666666666666666666666666667")
    #expect(try quotient("1", "8") == "0.125")
    #expect(try quotient("0.00", "7") == "0.00")
    #expect(try quotient("1000000", "3") == "333333.3333333333333333333333")
    #expect(try quotient("99999999999999999999999999999", "1") == "100000000000000000000000000000.0")
  }

  @Test("quotients are off by half a unit of their last digit at most, and then have 28 digits")
  func quotientProperty() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<400 {
      let left = Self.random(&random, bits: 40)
      let right = Self.random(&random, bits: 60)
      if right.isZero { continue }
      let quotient = left.divided(by: right)
      // left / right = quotient + error, all brought to integers.
      let scaled = left.coefficient * BigInt(10).power(right.scale + quotient.scale)
      let product = quotient.coefficient * right.coefficient * BigInt(10).power(left.scale)
      let error = (scaled - product).magnitude
      let unit = (right.coefficient * BigInt(10).power(left.scale)).magnitude
      if error.isZero {
        #expect(
          quotient.scale <= max(left.scale - right.scale, 1)
            || !quotient.coefficient.quotientAndRemainder(dividingBy: 10).remainder.isZero)
      } else {
        #expect(error * 2 <= unit)
        #expect(quotient.digits.digitCount == 28)
        if error * 2 == unit { #expect(!quotient.digits.isOdd) }
      }
    }
  }

  @Test("sums, differences and products are those of fractions")
  func arithmeticProperty() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<400 {
      let left = Self.random(&random, bits: 80)
      let right = Self.random(&random, bits: 80)
      let unit = BigInt(10).power(left.scale + right.scale)
      let (a, b) = (
        left.coefficient * BigInt(10).power(right.scale), right.coefficient * BigInt(10).power(left.scale)
      )
      func isSame(_ decimal: Decimal, _ numerator: BigInt, over denominator: BigInt) -> Bool {
        decimal.coefficient * denominator == numerator * BigInt(10).power(decimal.scale)
      }
      #expect(isSame(left + right, a + b, over: unit))
      #expect(isSame(left - right, a - b, over: unit))
      #expect(isSame(left * right, left.coefficient * right.coefficient, over: unit))
      #expect((left < right) == (a < b))
      #expect((left == right) == (a == b))
      if !right.isZero {
        let (quotient, remainder) = left.dividedFlooring(by: right)
        #expect(Decimal(quotient) * right + remainder == left)
        #expect(remainder.isZero || remainder.signum == right.signum)
        #expect(remainder.magnitude < right.magnitude)
      }
    }
  }

  @Test("reading what is printed gives the same digits")
  func roundTrip() throws {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<300 {
      let decimal = Self.random(&random, bits: 120)
      let read = try #require(Decimal(decimal.text))
      #expect(read.coefficient == decimal.coefficient && read.scale == decimal.scale)
    }
  }

  @Test(
    "rounding: halves to even, halves up, up and down, on both sides of zero",
    arguments: [
      ("2.5", 0, "2", "3", "3", "2"), ("3.5", 0, "4", "4", "4", "3"), ("-2.5", 0, "-2", "-3", "-2", "-3"),
      ("0.125", 2, "0.12", "0.13", "0.13", "0.12"), ("-0.125", 2, "-0.12", "-0.13", "-0.12", "-0.13"),
      ("2.51", 0, "3", "3", "3", "2"), ("-2.49", 0, "-2", "-2", "-2", "-3"),
      ("1.996", 2, "2.00", "2.00", "2.00", "1.99"),
      ("1250", -2, "1200", "1300", "1300", "1200"), ("1.5", 3, "1.5", "1.5", "1.5", "1.5"),
      ("0.4", 0, "0", "0", "1", "0"),
    ])
  func rounding(text: String, places: Int, halfEven: String, halfUp: String, up: String, down: String) throws
  {
    let decimal = try #require(Decimal(text))
    #expect(decimal.rounded(to: places, .halfEven).text == halfEven)
    #expect(decimal.rounded(to: places, .halfUp).text == halfUp)
    #expect(decimal.rounded(to: places, .up).text == up)
    #expect(decimal.rounded(to: places, .down).text == down)
  }

  @Test("floats become the shortest decimal that reads back as they are; infinity and nan none")
  func floats() {
    #expect(Decimal(0.1)?.text == "0.1")
    #expect(Decimal(3.0)?.text == "3.0")
    #expect(Decimal(1e21)?.text == "1000000000000000000000.0")
    #expect(Decimal(Double.infinity) == nil)
    #expect(Decimal(Double.nan) == nil)
  }

  static func random(_ random: inout SeededGenerator, bits: Int) -> Decimal {
    let digits = (0..<Int.random(in: 1...bits, using: &random)).map { _ in
      Bool.random(using: &random) ? "1" : "0"
    }
    let magnitude = BigInt(digits.joined(), radix: 2) ?? 0
    return Decimal(
      coefficient: Bool.random(using: &random) ? magnitude : -magnitude,
      scale: Int.random(in: 0...12, using: &random))
  }
}
