import DataFiles
import Testing

@Suite("JSON")
struct JSONTests {
  @Test(
    "values are read as written",
    arguments: [
      ("{}", "{}"), ("[]", "[]"), (" [ 1 , -2 ] ", "[1,-2]"), ("true", "true"),
      ("[false, null]", "[false,null]"),
      ("75.9260", "#75.9260"), ("1e3", "#1e3"), ("-0", "#-0"), ("-0.0", "#-0.0"),
      ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "#9223372036854775808"),
      (#"{"a": {"b": [1, {"c": ""}]}}"#, #"{a={b=[1,{c=""}]}}"#), (#""规章""#, #""规章""#),
      (#""\u89c4\n\t\"\\\/\u0041""#, "\"规\n\t\"\\/A\""), (#""\ud83d\ude00""#, "\"😀\""),
      ("\u{FEFF}{\"a\": 1}", "{a=1}"),
    ])
  func values(text: String, expected: String) {
    #expect(read(text, .json) == expected)
  }

  @Test(
    "what is not JSON is an error with its place",
    arguments: [
      ("", "1:1 unexpected-end"), ("[1, 2", "1:6 unexpected-end"), ("[1,]", "1:4 json-syntax"),
      ("{\"a\": 1,}", "1:9 json-syntax"), ("{a: 1}", "1:2 json-syntax"), ("{'a': 1}", "1:2 json-syntax"),
      ("{\"a\" 1}", "1:6 json-syntax"), ("[1 2]", "1:4 json-syntax"), ("[1]]", "1:4 json-syntax"),
      ("[1}", "1:3 json-syntax"), ("[tru]", "1:2 json-syntax"), ("[NaN]", "1:2 json-syntax"),
      ("// x\n1", "1:1 json-syntax"), ("[01]", "1:2 leading-zero"), ("[1.]", "1:2 invalid-number"),
      ("[.5]", "1:2 json-syntax"), ("[-]", "1:2 invalid-number"), ("[1e]", "1:2 invalid-number"),
      ("[+1]", "1:2 json-syntax"), ("[\"a]", "1:2 unterminated-string"),
      ("[\"a\nb\"]", "1:2 unterminated-string"),
      ("\"规\u{1}\"", "1:3 control-character"), ("[\"\\x\"]", "1:3 invalid-escape"),
      ("[\"\\u12\"]", "1:3 invalid-escape"), ("[\"\\ud800\"]", "1:3 lone-surrogate"),
      ("[\"\\ude00\\ud83d\"]", "1:3 lone-surrogate, 1:9 lone-surrogate"), ("\u{0}", "1:1 json-syntax"),
    ])
  func faults(text: String, expected: String) {
    #expect(read(text, .json) == expected)
  }

  @Test("every duplicate key is reported, in every object, with line and column")
  func duplicates() {
    let text = """
      {"规章": 1, "规章": 2,
       "b": {"c": 1, "d": 2, "c": 3, "c": 4},
       "b": 0}
      """
    #expect(
      read(text, .json)
        == "1:11 duplicate-key, 2:24 duplicate-key, 2:32 duplicate-key, 3:2 duplicate-key")
  }

  @Test("a duplicate among very many keys is found")
  func manyKeys() {
    let keys = (0..<20_000).map { "\"k\($0)\": 0" } + ["\"k7\": 1"]
    #expect(read("{" + keys.joined(separator: ",\n") + "}", .json) == "20001:1 duplicate-key")
  }

  @Test("values read without places are the same, for records with the same keys and with others")
  func valuesAlone() throws {
    let records = (0..<200).map { row in
      row % 7 == 3
        ? "{\"b\": \(row), \"a\": [\(row).50, {}]}"
        : "{\"a\": \"第\(row)行\", \"e\u{301}\": null, \"c\": {\"d\": \(row)}}"
    }
    let bytes = Array("{\"rows\": [\(records.joined(separator: ",\n"))]}".utf8)
    let value = try DataFile.readValue(bytes, name: "x.json")
    #expect(value.isWritten(as: try DataFile.read(bytes, name: "x.json").value))
  }

  @Test("what is wrong is found with its place where no places are asked for, too")
  func faultsOfValues() {
    for text in [
      "[{\"a\": 1}, {\"a\": 1, \"a\": 2}]", "[1,]", "[01, \"\\q\"]", "[1e999999999999]", "\u{FF}[",
    ] {
      #expect(throws: DataErrors.self) { try DataFile.readValue(Array(text.utf8), name: "x.json") }
    }
  }

  @Test("512 levels are read, 513 and 100,000 are refused")
  func depth() {
    func nested(_ levels: Int) -> String {
      String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }
    #expect(read(nested(512), .json) == nested(512))
    #expect(read(nested(513), .json) == "1:513 too-deep")
    #expect(read(nested(100_000), .json) == "1:513 too-deep")
    #expect(read(String(repeating: "{\"a\":", count: 100_000), .json) == "1:2561 too-deep")
  }

  @Test("a number of 10,000 digits is read, a longer one or a huge exponent is refused")
  func hugeNumbers() {
    #expect(read(String(repeating: "9", count: 10_000), .json).utf8.count == 10_001)
    #expect(read(String(repeating: "9", count: 10_001), .json) == "1:1 number-too-long")
    #expect(read("[1e999999999999]", .json) == "1:2 number-too-long")
    #expect(read("[1e-999999999999]", .json) == "1:2 number-too-long")
  }

  @Test("bytes that are not UTF-8 are an error at the first of them")
  func notUTF8() {
    let wrong: [[UInt8]] = [
      [0x22, 0xB9, 0xE6, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], [0x22, 0xE8, 0xA7],
    ]
    for bytes in wrong {
      #expect(throws: DataErrors.self) { try DataFile.read(bytes, name: "x.json") }
      #expect(throws: DataErrors.self) { try DataFile.readValue(bytes, name: "x.json") }
    }
    #expect(throws: DataErrors.self) { try DataFile.read([0xFF, 0xFE, 0x22, 0], name: "x.json") }
  }

  @Test("positions count characters, and lines that end with LF, CR LF or CR")
  func positions() throws {
    let node = try DataFile.read(Array("[\"一二\", 1,\r\n2,\r3]".utf8), name: "a.json")
    #expect(
      node.items?.map(\.position) == [
        Position(line: 1, column: 2), Position(line: 1, column: 8), Position(line: 2, column: 1),
        Position(line: 3, column: 1),
      ])
  }
}
