import Testing

@testable import TemplateLanguage

@Suite("Members, items and elements")
struct AccessTests {
  let data: Value = ["name": "甲", "items": [1, 2], "单位": ["名称": "乡"]]

  @Test("a member is an entry of a mapping, under its name, even where Python has a method of that name")
  func members() {
    #expect(Operators.member("name", of: data) == "甲")
    #expect(Operators.member("items", of: data) == [1, 2])
    #expect(Operators.member("名称", of: Operators.member("单位", of: data)) == "乡")
  }

  @Test("a missing member is undefined under its name, and its members under the first missing name")
  func missing() throws {
    let missing = Operators.member("nmae", of: data)
    guard case .undefined("nmae") = missing else { return #expect(Bool(false), "\(missing)") }
    guard case .undefined("nmae") = Operators.member("first", of: missing) else {
      return #expect(Bool(false), "the first missing name")
    }
    guard case .undefined("[7]") = try Operators.item(7, of: [1]) else {
      return #expect(Bool(false), "the number of the missing element")
    }
    for value in [Value.none, 5, true, "text", [1]] {
      #expect(Operators.member("x", of: value).isUndefined)
    }
  }

  @Test("dates have their parts as members; a plain date has no hour")
  func dates() throws {
    let plain = Value.date(try #require(DateValue(iso: "2022-01-07")))
    let timed = Value.date(try #require(DateValue(iso: "2022-01-07 10:20:30")))
    #expect(Operators.member("year", of: plain) == 2022)
    #expect(Operators.member("day", of: plain) == 7)
    #expect(Operators.member("hour", of: plain).isUndefined)
    #expect(Operators.member("minute", of: timed) == 20)
    #expect(Operators.member("second", of: timed) == 30)
  }

  @Test("a loop yields elements, keys and characters, and nothing for what does not exist")
  func elements() throws {
    #expect(try Operators.elements(of: [1, "a"]) == [1, "a"])
    #expect(try Operators.elements(of: data) == ["name", "items", "单位"])
    #expect(try Operators.elements(of: "中e\u{301}") == ["中", "e", "\u{301}"])
    #expect(try Operators.elements(of: .undefined(name: "x")) == [])
  }

  @Test(
    "there is nothing to go through in a number, none, a date or an object",
    arguments: [5, true, .none, .object(TimeSpan(totalSeconds: 1))] as [Value])
  func notIterable(value: Value) {
    #expect(throws: ValueError(.notIterable(value))) { try Operators.elements(of: value) }
  }

  @Test("a slice needs text or a list, integers and a step")
  func slices() {
    #expect(throws: ValueError(.notSliceable(5))) { try Operators.slice(5, from: 1, to: nil, step: nil) }
    #expect(throws: ValueError(.sliceBound("x"))) { try Operators.slice([1], from: "x", to: nil, step: nil) }
    #expect(throws: ValueError(.sliceStepZero)) { try Operators.slice([1], from: nil, to: nil, step: 0) }
    #expect(throws: ValueError(.unknownName("x"))) {
      try Operators.slice(.undefined(name: "x"), from: nil, to: nil, step: nil)
    }
  }
}
