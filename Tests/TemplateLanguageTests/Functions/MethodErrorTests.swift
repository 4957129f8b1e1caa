import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("What methods refuse")
struct MethodErrorTests {
  let context = CallContext(environment: Environment())

  func call(_ name: String, on value: Value, _ positional: Value...) throws(ValueError) -> Value {
    try Methods.call(name, on: value, Arguments(positional: positional), context)
  }

  @Test(
    "values do not change: methods that would change them say what to do instead",
    arguments: ["append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse"])
  func lists(method: String) throws {
    let error = try #require(throws: ValueError.self) { try call(method, on: [1], 2) }
    #expect(error.message.code == "changing-method")
    #expect(error.message.hint?.english.contains("namespace") == true)
  }

  @Test("mappings neither", arguments: ["update", "pop", "popitem", "setdefault", "clear"])
  func mappings(method: String) throws {
    let error = try #require(throws: ValueError.self) { try call(method, on: ["a": 1], "a") }
    #expect(error.message == .changingMethod(method))
  }

  @Test("an unknown method comes with the nearest one of the value's kind")
  func unknown() throws {
    let error = try #require(throws: ValueError.self) { try call("uper", on: "a") }
    #expect(error.message.chinese == "文本没有方法 `uper`")
    #expect(error.message.english == "there is no method `uper` for text")
    #expect(error.message.hint?.english == "did you mean `upper`?")
    for value in [Value.none, 5, true, [1], ["a": 1]] {
      #expect(throws: ValueError.self) { try call("upper", on: value) }
    }
  }

  @Test(
    "no way leads to what Python keeps under double underscores",
    arguments: ["__class__", "__init__", "__globals__", "mro", "__subclasses__", "encode", "translate"])
  func underscores(name: String) {
    for value in ["a", 5, [1], ["a": 1], .none] as [Value] {
      #expect(throws: ValueError.self) { try call(name, on: value) }
      #expect(Operators.member(name, of: value).isUndefined)
    }
  }

  @Test("a member that is no function can't be called; one that is can")
  func members() throws {
    struct Double: CallableObject {
      let typeName = "a function"
      func call(_ arguments: Arguments) throws(ValueError) -> Value {
        try Operators.binary(.multiply, 2, arguments.positional.first ?? 0)
      }
    }
    let data: Value = ["count": 5, "double": .object(Double())]
    #expect(try call("double", on: data, 21) == 42)
    #expect(throws: ValueError(.notCallable("count", 5))) { try call("count", on: data) }
    #expect(throws: ValueError(.unknownName("x"))) { try call("upper", on: .undefined(name: "x")) }
  }

  @Test("arguments of the wrong kind or number")
  func arguments() {
    #expect(throws: ValueError(.wrongArgument("startswith", "prefix", .text, 1))) {
      try call("startswith", on: "a", 1)
    }
    #expect(throws: ValueError(.argumentMissing("replace", "new"))) { try call("replace", on: "a", "a") }
    #expect(throws: ValueError(.emptySeparator("split"))) { try call("split", on: "a", "") }
    #expect(throws: ValueError(.textsNeeded("join", 1))) { try call("join", on: ",", ["a", 1]) }
    #expect(throws: ValueError(.argumentOutOfRange("ljust", "width"))) {
      try call("ljust", on: "a", .int(.max))
    }
    #expect(throws: ValueError(.argumentOutOfRange("ljust", "fillchar"))) {
      try call("ljust", on: "a", 5, "xy")
    }
    #expect(throws: ValueError(.notFound("index"))) { try call("index", on: [1], 2) }
    #expect(throws: ValueError(.formatArgumentsMissing)) { try call("format", on: "{} {}", 1) }
    #expect(throws: ValueError(.formatWidth)) { try call("format", on: "{:99999999}", 1) }
    #expect(throws: ValueError(.formatNeedsTextOrNumber([]))) { try call("format", on: "{:>5}", []) }
  }
}
