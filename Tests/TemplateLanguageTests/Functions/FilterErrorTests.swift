import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("What filters refuse")
struct FilterErrorTests {
  struct Picture: TemplateObject {
    let typeName = "a picture"
    let chineseTypeName = "图片"
  }

  @Test("the message says what the filter takes and what it was given, in both languages, without the value")
  func message() throws {
    let error = try #require(throws: ValueError.self) { try apply("abs", "机密") }
    #expect(error.message.code == "wrong-value")
    #expect(error.message.chinese == "`abs` 要的是数，不能用于文本")
    #expect(error.message.english == "`abs` takes a number, not text")
    let argument = try #require(throws: ValueError.self) { try apply("batch", [1], "机密") }
    #expect(argument.message.chinese == "`batch` 的参数 `linecount` 须是整数，不能是文本")
    #expect(argument.message.english == "the argument `linecount` of `batch` is an integer, not text")
  }

  @Test(
    "objects that are no text can't be made text",
    arguments: ["upper", "trim", "title", "wordcount", "string", "indent"])
  func objects(filter: String) throws {
    let error = try #require(throws: ValueError.self) { try apply(filter, .object(Picture())) }
    #expect(error.message.chinese == "`\(filter)` 要的是文本，不能用于图片")
  }

  @Test(
    "escaping and declaring safe leave objects as they are, and print the rest",
    arguments: ["e", "escape", "safe", "forceescape"])
  func escaping(filter: String) throws {
    #expect(try apply(filter, "<A & B>") == "<A & B>")
    #expect(try apply(filter, 5) == "5")
    guard case .object = try apply(filter, .object(Picture())) else {
      return #expect(Bool(false), "still an object")
    }
  }

  @Test(
    "values of the wrong kind",
    arguments: [
      "sum", "join", "list", "length", "first", "sort", "unique", "map", "select", "groupby",
    ])
  func sequences(filter: String) {
    let arguments: [Value] = ["map", "groupby"].contains(filter) ? ["x"] : []
    for value in [5, true, .none, .object(Picture())] as [Value] {
      #expect(throws: ValueError(.wrongValue(filter, .sequence, value))) {
        let context = CallContext(environment: Environment())
        return try #require(Environment().filter(filter)).call(
          value, Arguments(positional: arguments), context)
      }
    }
  }

  @Test("sizes are bounded")
  func sizes() {
    #expect(throws: ValueError(.argumentOutOfRange("center", "width"))) {
      try apply("center", "a", .int(.max))
    }
    #expect(throws: ValueError(.argumentOutOfRange("indent", "width"))) {
      try apply("indent", "a\nb", .int(1 << 40))
    }
    #expect(throws: ValueError(.textTooLong)) {
      try apply(
        "replace", .string(String(repeating: "a", count: 10_000)), "a",
        .string(String(repeating: "b", count: 10_000)))
    }
    #expect(throws: ValueError(.textTooLong)) {
      try apply("indent", .string(String(repeating: "a\n", count: 10_000)), 10_000)
    }
    #expect(throws: ValueError(.textTooLong)) {
      try apply("map", try Operators.binary(.multiply, ["a"], 100_000), "center", 10_000)
    }
    #expect(throws: ValueError(.argumentOutOfRange("batch", "linecount"))) {
      try apply("batch", [1], 10_000_000, "x")
    }
    #expect(throws: ValueError(.argumentOutOfRange("batch", "linecount"))) { try apply("batch", [1], 0) }
    #expect(throws: ValueError(.argumentOutOfRange("slice", "slices"))) { try apply("slice", [1], -1) }
    #expect(throws: ValueError(.argumentOutOfRange("truncate", "length"))) { try apply("truncate", "a", 1) }
    #expect(throws: ValueError(.argumentOutOfRange("int", "base"))) { try apply("int", "a", 0, 37) }
    #expect(throws: ValueError(.argumentOutOfRange("round", "precision"))) { try apply("round", 5, 100_000) }
    #expect(throws: ValueError(.argumentChoice("round", "method", ["common", "ceil", "floor"]))) {
      try apply("round", 5, 0, "up")
    }
  }

  @Test("a missing attribute is an error where unknown names are, for filters and tests that need a value")
  func attributes() throws {
    let people: Value = [["name": "甲"], ["nmae": "乙"]]
    #expect(throws: ValueError(.unknownName("name"))) {
      try apply("sort", people, named: [("attribute", "name")])
    }
    #expect(throws: ValueError(.unknownName("n"))) { try apply("sum", [["n": 1], ["m": 2]], "n") }
    #expect(throws: ValueError(.unknownName("name"))) { try apply("selectattr", people, "name", "eq", "甲") }
    #expect(try apply("selectattr", people, "name", "defined") == [["name": "甲"]])
    #expect(try apply("selectattr", people, "name", "eq", "甲", undefined: .lenient) == [["name": "甲"]])
    #expect(try apply("map", people, named: [("attribute", "name"), ("default", "-")]) == ["甲", "-"])
  }

  @Test("decimals round exactly, where floats would not, and keep their places")
  func rounding() throws {
    func rounded(_ text: String, _ places: Int) throws -> String {
      try apply("round", .decimal(try #require(Decimal(text))), .int(places)).printed
    }
    #expect(try rounded("42.55", 1) == "42.6")
    #expect(try rounded("2.675", 2) == "2.68")
    #expect(try rounded("1.996", 2) == "2.00")
    #expect(try rounded("75.9260", 5) == "75.9260")
    #expect(try rounded("2.5", 0) == "2.0")
  }

  @Test("what JSON can't say is an error")
  func json() throws {
    #expect(throws: ValueError(.notJSON(.object(Picture())))) { try apply("tojson", [.object(Picture())]) }
    #expect(throws: ValueError(.unknownName("x"))) { try apply("tojson", [.undefined(name: "x")]) }
    let date = Value.date(try #require(DateValue(iso: "2022-01-07")))
    #expect(
      try apply("tojson", ["d": date, "n": .decimal(try #require(Decimal("75.9260")))])
        == "{\"d\": \"2022-01-07\", \"n\": 75.9260}")
    #expect(throws: ValueError.self) { try apply("tojson", [["k"]: 1]) }
  }

  @Test(
    "filters that are left out say why", arguments: ["random", "urlize", "xmlattr", "striptags", "pprint"])
  func leftOut(filter: String) throws {
    let error = try #require(throws: ValueError.self) { try apply(filter, "a") }
    #expect(error.message.code == "left-out-filter")
  }

  @Test("groups are pairs, and have members")
  func groups() throws {
    let groups = try Operators.elements(
      of: apply("groupby", [["c": "乙", "v": 1], ["c": "甲", "v": 2], ["c": "乙", "v": 3]], "c"))
    #expect(groups.map { Operators.member("grouper", of: $0) } == ["乙", "甲"])
    let first = try #require(groups.first)
    #expect(Operators.member("list", of: first) == [["c": "乙", "v": 1], ["c": "乙", "v": 3]])
    #expect(try Operators.elements(of: first).count == 2)
    #expect(try Operators.item(0, of: first) == "乙")
    #expect(Operators.member("size", of: first).isUndefined)
    #expect(throws: ValueError.self) { try apply("groupby", [["c": 1], ["c": "a"]], "c") }
  }

  @Test("sorting keeps the order of equal elements, in descending order too")
  func stable() throws {
    let rows: Value = .list((0..<100).map { ["k": .int($0 % 3), "i": .int($0)] })
    for descending in [false, true] {
      let sorted = try Operators.elements(
        of: apply("sort", rows, .bool(descending), named: [("attribute", "k")]))
      for (left, right) in zip(sorted, sorted.dropFirst())
      where Operators.member("k", of: left) == Operators.member("k", of: right) {
        #expect(
          try Operators.compare(.less, Operators.member("i", of: left), Operators.member("i", of: right)))
      }
    }
  }
}
