import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("What is wrong with a call, known before it is made")
struct ParametersTests {
  let environment = Environment()

  @Test("calls that are right have no problem")
  func right() throws {
    let round = try #require(environment.filter("round"))
    #expect(round.problem(positional: 0, named: []) == nil)
    #expect(round.problem(positional: 2, named: []) == nil)
    #expect(round.problem(positional: 1, named: ["method"]) == nil)
    #expect(round.problem(positional: 0, named: ["method", "precision"]) == nil)
    let select = try #require(environment.filter("select"))
    #expect(select.problem(positional: 9, named: ["anything"]) == nil)
  }

  @Test(
    "too many, missing, unknown and doubled arguments",
    arguments: [
      ("round", 3, [], "too-many-arguments"), ("upper", 1, [], "too-many-arguments"),
      ("batch", 0, [], "argument-missing"),
      ("replace", 1, [], "argument-missing"), ("replace", 1, ["old"], "argument-twice"),
      ("round", 1, ["precision"], "argument-twice"),
      ("round", 0, ["precision", "precision"], "argument-twice"),
      ("round", 0, ["digits"], "unknown-argument"),
      ("selectattr", 0, [], "argument-missing"), ("number", 0, [], "argument-missing"),
      ("random", 0, [], "left-out-filter"),
    ] as [(String, Int, [String], String)])
  func wrong(name: String, positional: Int, named: [String], code: String) throws {
    let filter = try #require(environment.filter(name))
    #expect(filter.problem(positional: positional, named: named)?.code == code)
  }

  @Test("a call that is wrong throws its problem")
  func thrown() {
    #expect(throws: ValueError(.tooManyArguments("upper", takes: 0, given: 1))) { try apply("upper", "a", 1) }
    #expect(throws: ValueError(.unknownArgument("trim", "char", known: ["chars"]))) {
      try apply("trim", "a", named: [("char", "x")])
    }
  }

  @Test("a host's function takes so many arguments, by whatever names")
  func host() throws {
    var environment = Environment()
    environment.addFilter("mark", arguments: 1...2) { (value, arguments) throws(ValueError) in
      .string(value.printed + (arguments.named("sign") ?? arguments.positional.first ?? "").printed)
    }
    environment.addTest("big", arguments: 0...0) { (value, _) throws(ValueError) in
      .bool(try Operators.compare(.greater, value, 100))
    }
    environment.addGlobal("answer", arguments: 0...0) { (_, _) throws(ValueError) in 42 }
    let context = CallContext(environment: environment)
    let mark = try #require(environment.filter("mark"))
    #expect(try mark.call("a", Arguments(positional: ["!"]), context) == "a!")
    #expect(try mark.call("a", Arguments(named: [("sign", "?")]), context) == "a?")
    #expect(mark.problem(positional: 0, named: [])?.code == "too-few-arguments")
    #expect(mark.problem(positional: 2, named: ["x"])?.code == "too-many-arguments")
    #expect(try #require(environment.test("big")).call(101, .none, context) == true)
    #expect(throws: ValueError.self) { try #require(environment.test("big")).call("x", .none, context) }
    #expect(try #require(environment.global("answer")).call(.none, .none, context) == 42)
    #expect(environment.filterNames.contains("mark") && environment.globalNames.contains("answer"))
    #expect(Environment().filter("mark") == nil)
  }

  @Test("names are sorted, and hold no filter that is left out")
  func names() {
    #expect(environment.filterNames == environment.filterNames.sorted())
    #expect(environment.testNames == environment.testNames.sorted())
    #expect(environment.globalNames == ["cycler", "dict", "joiner", "namespace", "range"])
    #expect(environment.filterNames.contains("cn_money"))
    #expect(!environment.filterNames.contains("random"))
  }

  @Test("an unknown filter within map comes with the nearest name")
  func suggestion() throws {
    let error = try #require(throws: ValueError.self) { try apply("map", ["a"], "uper") }
    #expect(error.message.code == "unknown-filter")
    #expect(error.message.hint?.chinese == "是不是 `upper`？")
    let test = try #require(throws: ValueError.self) { try apply("select", ["a"], "definde") }
    #expect(test.message.hint?.english == "did you mean `defined`?")
  }
}
