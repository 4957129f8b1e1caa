import Testing

@testable import TemplateLanguage

@Suite("Integers of any size")
struct IntegerTests {
  static let edges: [BigInt] = [
    0, 1, -1, 2, 10, -10, BigInt(Int.max), BigInt(Int.min), BigInt(Int.max) + 1, BigInt(Int.min) - 1,
    BigInt(10).power(40), -BigInt(10).power(40),
  ]

  @Test("arithmetic is exact, small while it fits and large beyond")
  func arithmetic() {
    for left in Self.edges {
      for right in Self.edges {
        let (a, b) = (Integer(left), Integer(right))
        for (result, exact) in [
          (a + b, left + right), (a - b, left - right), (a * b, left * right), (-a, -left),
        ] {
          #expect(result.bigInt == exact)
          let isSmall = if case .small = result { true } else { false }
          #expect(isSmall == (Int(exactly: exact) != nil))
        }
        #expect((a < b) == (left < right))
        #expect((a == b) == (left == right))
      }
    }
  }

  @Test("the quotient is rounded down and the remainder has the divisor's sign")
  func division() {
    for left in Self.edges {
      for right in Self.edges where !right.isZero {
        let (quotient, remainder) = Integer(left).dividedFlooring(by: Integer(right))
        #expect(quotient.bigInt * right + remainder.bigInt == left)
        #expect(remainder.isZero || remainder.signum == (right.isNegative ? -1 : 1))
        #expect(remainder.bigInt.magnitude < right.magnitude)
      }
    }
  }

  @Test("digits are counted, and printed as those of a BigInt")
  func digits() {
    for integer in Self.edges {
      #expect(Integer(integer).digitCount == integer.magnitude.description.utf8.count)
      var bytes: [UInt8] = []
      Integer(integer).appendPrinted(to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == integer.description)
    }
  }

  @Test(
    "texts are read as Python's int does",
    arguments: [
      ("42", 10, 42), (" -7 ", 10, -7), ("1_000", 10, 1000), ("１２", 10, 12), ("ff", 16, 255),
      ("0xFF", 16, 255), ("0b101", 0, 5), ("z", 36, 35), ("+5", 10, 5),
    ])
  func reading(text: String, base: Int, value: Int) {
    #expect(NumberParsing.integer(text, base: base) == .small(value))
  }

  @Test(
    "and what Python refuses is refused",
    arguments: [
      ("", 10), ("-", 10), ("1__0", 10), ("_1", 10), ("1_", 10), ("12", 2), ("0x", 16), ("g", 16),
      ("1.5", 10), ("012", 0), ("五", 10), ("1 2", 10), ("+-1", 10),
    ])
  func refusing(text: String, base: Int) {
    #expect(NumberParsing.integer(text, base: base) == nil)
  }
}
