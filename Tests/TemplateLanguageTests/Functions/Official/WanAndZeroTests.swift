import Testing

@testable import TemplateLanguage

@Suite("wan: in ten thousands; zero: a text in place of nothing")
struct WanAndZeroTests {
  @Test(
    "every digit stays, zeros at the end go but not the places there were",
    arguments: [
      ("759260", "75.926"), ("10000", "1"), ("1", "0.0001"), ("0", "0"), ("75.9260", "0.0075926"),
      ("-25000", "-2.5"), ("123450000.50", "12345.00005"), ("1500000.00", "150.00"),
    ])
  func exact(number: String, text: String) throws {
    #expect(try apply("wan", .string(number)).printed == text)
  }

  @Test(
    "with places it is rounded, halves away from zero, and has just as many",
    arguments: [
      ("759260", 2, "75.93"), ("75000", 2, "7.50"), ("50", 2, "0.01"), ("-50", 2, "-0.01"), ("49", 2, "0.00"),
      ("15000", 0, "2"),
    ])
  func places(number: String, places: Int, text: String) throws {
    #expect(try apply("wan", .string(number), .int(places)).printed == text)
  }

  @Test("zero takes a text, and leaves everything else as it is")
  func zero() throws {
    #expect(try apply("zero", 0) == "—")
    #expect(try apply("zero", .decimal(Decimal(coefficient: 0, scale: 2)), "无") == "无")
    #expect(try apply("zero", "0.00", "-") == "-")
    for value in [1, "", "零", .none, false, [], "0 件"] as [Value] {
      #expect(try apply("zero", value, "无") == value)
    }
    #expect(try apply("zero", apply("number", 0, "#,##0.00"), "—") == "—")
  }

  @Test("what is no number, and places that are none, are errors")
  func errors() {
    #expect(throws: ValueError(.wrongValue("wan", .numeric, "万"))) { try apply("wan", "万") }
    #expect(throws: ValueError(.wrongValue("wan", .numeric, true))) { try apply("wan", true) }
    #expect(throws: ValueError(.wrongArgument("wan", "places", .integer, "2"))) { try apply("wan", 5, "2") }
    #expect(throws: ValueError(.argumentOutOfRange("wan", "places"))) { try apply("wan", 5, 1_000_000) }
  }
}
