import Testing

@testable import TemplateLanguage

@Suite("number: how numbers are written, by example")
struct NumberPatternTests {
  @Test(
    "patterns",
    arguments: [
      ("1234567.891", "#,##0.00", "1,234,567.89"), ("0", "#,##0.00", "0.00"),
      ("-1234.5", "#,##0.00", "-1,234.50"), ("999", "#,##0", "999"),
      ("1000", "#,##0", "1,000"), ("0.005", "0.00", "0.01"), ("-0.005", "0.00", "-0.01"),
      ("-0.004", "0.00", "0.00"), ("2.675", "0.00", "2.68"),
      ("0.125", "0.0%", "12.5%"), ("0.12345", "0.00%", "12.35%"), ("1", "0%", "100%"),
      ("0.0015", "0.0‰", "1.5‰"), ("5", "000", "005"),
      ("12345", "000", "12345"), ("1.5", "0.##", "1.5"), ("1.50", "0.##", "1.5"), ("2", "0.##", "2"),
      ("2", "0.0#", "2.0"), ("0.5", "#.##", ".5"),
      ("0", "#", "0"), ("0", "#.##", "0"), ("12345678", "#,####", "1234,5678"),
      ("1234", "¥#,##0.00元", "¥1,234.00元"), ("-5", "¥0.00", "-¥5.00"),
      ("-1234", "#,##0;(#,##0)", "(1,234)"), ("1234", "#,##0;(#,##0)", "1,234"), ("-0.1", "0;(0)", "0"),
      ("5", "'#'0", "#5"), ("5", "0' o''clock'", "5 oclock"),
      ("5", "第0号", "第5号"), ("0.5", "'%'0.0", "%0.5"), ("75.9260", "0.0000", "75.9260"),
      ("75.9260", "0.######", "75.926"), ("1e30", "#,##0", "1,000,000,000,000,000,000,000,000,000,000"),
      ("5", "''0", "'5"),
    ])
  func patterns(number: String, pattern: String, text: String) throws {
    #expect(try apply("number", .decimal(try #require(Decimal(number))), .string(pattern)) == .string(text))
  }

  @Test("integers, large ones too, and texts that are numbers are written alike")
  func kinds() throws {
    #expect(try apply("number", 1234, "#,##0.0") == "1,234.0")
    #expect(try apply("number", "1234.50", "#,##0.0") == "1,234.5")
    #expect(try apply("number", Value(.powerOfTen(20)), "#,##0") == "100,000,000,000,000,000,000")
    #expect(try apply("number", .undefined(name: "x"), "0", undefined: .lenient) == "")
  }

  @Test("rounding is 四舍五入: halves go away from zero, at every place")
  func halfUp() throws {
    for places in 0...6 {
      let pattern = places == 0 ? "0" : "0." + String(repeating: "0", count: places)
      for digit in 0...9 {
        let half = Decimal(coefficient: .init(digit * 10 + 5), scale: places + 1)
        let up = Decimal(coefficient: .init(digit + 1), scale: places)
        #expect(try apply("number", .decimal(half), .string(pattern)) == .string(up.text))
        #expect(try apply("number", .decimal(-half), .string(pattern)) == .string("-" + up.text))
      }
    }
  }

  @Test(
    "a pattern that is none is an error",
    arguments: ["", "元", "0#", "#,##0,", ",0", "0.0.0", "0.#0", "#,##0.00 0", "0;0;0", "."])
  func wrong(pattern: String) {
    #expect(throws: ValueError(.numberPattern)) { try apply("number", 5, .string(pattern)) }
  }

  @Test("a quote without a partner is an error", arguments: ["'0", "0'", "0.0'元"])
  func quotes(pattern: String) {
    #expect(throws: ValueError(.patternQuote)) { try apply("number", 5, .string(pattern)) }
  }

  @Test("what is no number is an error", arguments: ["", "十", "1,000", .none, true, [], ["a": 1]] as [Value])
  func values(value: Value) {
    #expect(throws: ValueError(.wrongValue("number", .numeric, value))) { try apply("number", value, "0") }
    #expect(throws: ValueError.self) { try apply("number", 5, 0) }
  }
}
