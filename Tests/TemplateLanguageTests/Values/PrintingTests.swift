import Testing

@testable import TemplateLanguage

@Suite("What values print")
struct PrintingTests {
  @Test("none and what does not exist print nothing, inside of lists they are named")
  func nothing() {
    #expect(Value.none.printed == "")
    #expect(Value.undefined(name: "x").printed == "")
    #expect(Value.list([.none, .undefined(name: "x")]).printed == "[None, Undefined]")
  }

  @Test("numbers, truth, dates, lists and mappings")
  func values() throws {
    let date = try #require(DateValue(iso: "2022-01-07"))
    let time = try #require(DateValue(iso: "2022-01-07T10:00"))
    let printed: [(Value, String)] = [
      (true, "True"), (false, "False"), (0, "0"), (.int(.min), "-9223372036854775808"),
      (.int(.max), "9223372036854775807"),
      (.bigInt(BigInt(10).power(20)), "100000000000000000000"),
      (.decimal(Decimal(coefficient: 759_260, scale: 4)), "75.9260"),
      (.decimal(Decimal(coefficient: -5, scale: 3)), "-0.005"), (.date(date), "2022-01-07"),
      (.date(time), "2022-01-07 10:00:00"),
      (["a", 1, .none, .date(date)], "['a', 1, None, 2022-01-07]"),
      (["名": ["x": true]], "{'名': {'x': True}}"), ("{{ x }}", "{{ x }}"),
      ([], "[]"), (.mapping([:]), "{}"), (.object(TimeSpan(totalSeconds: -1)), "-1 day, 23:59:59"),
    ]
    for (value, text) in printed {
      #expect(value.printed == text)
      var bytes: [UInt8] = Array("x".utf8)
      value.appendPrinted(to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == "x" + text)
    }
  }

  @Test(
    "texts inside of lists are written as Python writes them",
    arguments: [
      ("it's", #""it's""#), ("\"", #"'"'"#), ("'\"", #"'\'"'"#), ("a\nb\t\\", #"'a\nb\t\\'"#),
      ("\u{7}\u{7F}\u{A0}", #"'\x07\x7f\xa0'"#), ("中\u{3000}\u{200B}", #"'中\u3000\u200b'"#),
      ("😀\u{E0001}", #"'😀\U000e0001'"#),
    ])
  func representation(text: String, written: String) {
    #expect(Value.list([.string(text)]).printed == "[\(written)]")
  }

  @Test("objects print their text, or nothing; inside of lists their kind is named")
  func objects() {
    struct Picture: TemplateObject {
      let typeName = "a picture"
    }
    #expect(Value.object(Picture()).printed == "")
    #expect(Value.list([.object(Picture())]).printed == "[<a picture>]")
  }

  @Test("what counts as true")
  func truth() {
    let truths: [Value] = [
      true, 1, -1, .decimal(Decimal(coefficient: 1, scale: 9)), " ", [0], ["": 0],
      .bigInt(BigInt(10).power(30)), .object(TimeSpan(totalSeconds: 1)),
    ]
    let falsehoods: [Value] = [
      false, 0, .decimal(Decimal(coefficient: 0, scale: 2)), "", [], .mapping([:]), .none,
      .undefined(name: "x"), .object(TimeSpan(totalSeconds: 0)),
    ]
    for value in truths { #expect(value.isTrue) }
    for value in falsehoods { #expect(!value.isTrue) }
  }
}
