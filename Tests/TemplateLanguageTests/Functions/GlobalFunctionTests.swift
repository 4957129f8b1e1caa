import Testing

@testable import TemplateLanguage

@Suite("Global functions")
struct GlobalFunctionTests {
  let context = CallContext(environment: Environment())

  func call(_ name: String, _ positional: Value..., named: [(name: String, value: Value)] = []) throws
    -> Value
  {
    let function = try #require(context.environment.global(name))
    return try function.call(.none, Arguments(positional: positional, named: named), context)
  }

  @Test("range counts up and down")
  func range() throws {
    #expect(try call("range", 3) == [0, 1, 2])
    #expect(try call("range", 1, 8, 3) == [1, 4, 7])
    #expect(try call("range", 3, 0, -1) == [3, 2, 1])
    #expect(try call("range", 0) == [])
    #expect(try call("range", 5, 1) == [])
    #expect(try call("range", .int(.max), .int(.min)) == [])
  }

  @Test("range is bounded, and needs integers and a step")
  func rangeErrors() {
    #expect(throws: ValueError(.rangeTooLong)) { try call("range", .int(.max)) }
    #expect(throws: ValueError(.rangeTooLong)) { try call("range", .int(.min), .int(.max)) }
    #expect(throws: ValueError(.argumentOutOfRange("range", "step"))) { try call("range", 0, 1, 0) }
    #expect(throws: ValueError(.wrongArgument("range", "start", .integer, "3"))) { try call("range", "3") }
    #expect(throws: ValueError.self) { try call("range") }
  }

  @Test("dict takes a mapping or pairs, and names")
  func dict() throws {
    #expect(try call("dict", named: [("a", 1)]) == ["a": 1])
    #expect(try call("dict", [["a", 1], ["b", 2]], named: [("a", 3)]) == ["a": 3, "b": 2])
    #expect(try call("dict", ["x": 1]) == ["x": 1])
    #expect(throws: ValueError(.pairsNeeded("dict"))) { try call("dict", [1]) }
    #expect(throws: ValueError.self) { try call("dict", 5) }
  }

  @Test("a namespace's members can be set; it is the same wherever it is passed")
  func namespace() throws {
    guard case .object(let object) = try call("namespace", named: [("n", 1)]),
      let namespace = object as? Namespace
    else {
      return #expect(Bool(false), "a namespace")
    }
    let other = Value.object(namespace)
    namespace.set("n", to: 2)
    #expect(Operators.member("n", of: other) == 2)
    #expect(Operators.member("m", of: other).isUndefined)
    #expect(try other == .object(namespace) && other != call("namespace", named: [("n", 2)]))
  }

  @Test("a cycler hands out its values in turn")
  func cycler() throws {
    let cycler = try call("cycler", "甲", "乙")
    func next() throws -> Value { try Methods.call("next", on: cycler, .none, context) }
    #expect(try [next(), next(), next()] == ["甲", "乙", "甲"])
    #expect(Operators.member("current", of: cycler) == "乙")
    #expect(try Methods.call("reset", on: cycler, .none, context) == .none)
    #expect(try next() == "甲")
    #expect(throws: ValueError.self) { try call("cycler") }
    #expect(throws: ValueError.self) {
      try Methods.call("next", on: cycler, Arguments(positional: [1]), context)
    }
    #expect(throws: ValueError.self) { try Methods.call("previous", on: cycler, .none, context) }
  }

  @Test("a joiner prints nothing when it is called first")
  func joiner() throws {
    guard case .object(let object) = try call("joiner", "、"), let joiner = object as? any CallableObject
    else {
      return #expect(Bool(false), "a joiner")
    }
    #expect(try [joiner.call(.none), joiner.call(.none), joiner.call(.none)] == ["", "、", "、"])
  }
}
