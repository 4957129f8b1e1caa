import DataFiles
import Testing

@Suite("YAML")
struct YAMLTests {
  @Test(
    "plain scalars are resolved by the core schema; dates are dates, and leading zeros are kept",
    arguments: [
      ("", "null"), ("~", "null"), ("null", "null"), ("true", "true"), ("False", "false"), ("yes", "\"yes\""),
      ("1036", "1036"), ("-8", "-8"), ("+1036", "#+1036"), ("75.9260", "#75.9260"), ("1e3", "#1e3"),
      (".5", "#.5"),
      ("5.", "#5."), ("0x1F", "#0x1F"), ("0o17", "#0o17"), ("0o18", "\"0o18\""), ("0908", "\"0908\""),
      ("0", "0"),
      ("0.50", "#0.50"), ("-", "[null]"), ("1.2.3", "\"1.2.3\""), ("1_000", "\"1_000\""),
      ("1,000", "\"1,000\""),
      ("2022-01-07", "@2022-01-07"), ("2022-02-30", "\"2022-02-30\""), ("2024-02-29", "@2024-02-29"),
      ("2022-1-7", "\"2022-1-7\""), ("2021-transitional", "\"2021-transitional\""), ("12:30", "\"12:30\""),
      ("-x", "\"-x\""), ("?x", "\"?x\""), (":x", "\":x\""), ("a#b", "\"a#b\""), ("a # b", "\"a\""),
    ])
  func scalars(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test(
    "block structure",
    arguments: [
      ("a: 1\nb: 2\n", "{a=1,b=2}"), ("- 1\n- 2", "[1,2]"), ("a:\n  b: 1\n  c: 2\nd: 3", "{a={b=1,c=2},d=3}"),
      ("a:\n- 1\n- 2\nb: 3", "{a=[1,2],b=3}"),
      ("a:\n  - 1\n  - b: 2\n    c: 3\n  - - 4\n    - 5", "{a=[1,{b=2,c=3},[4,5]]}"),
      ("a:\nb:", "{a=null,b=null}"), ("- \n- a:\n", "[null,{a=null}]"), ("一 二: 三  # 注\n", "{一 二=\"三\"}"),
      ("\"a: b\": 'it''s'", "{a: b=\"it's\"}"), ("a: b\n  c\n\n  d", "{a=\"b c\nd\"}"),
      ("? a\n: 1\n? b\n", "{a=1,b=null}"),
      ("---\na: 1\n...\n", "{a=1}"), ("%YAML 1.2\n--- 5", "5"), ("a: {b: 1, c: [2, 3]}", "{a={b=1,c=[2,3]}}"),
      ("a: [1,\n  2, # x\n  ]", "{a=[1,2]}"), ("[a: 1, {\"b\":2}, c]", "[{a=1},{b=2},\"c\"]"),
      ("{a, b: }", "{a=null,b=null}"),
      ("a: http://x/y", "{a=\"http://x/y\"}"), ("a: {u: http://x/y}", "{a={u=\"http://x/y\"}}"),
      ("2021: x\ntrue: y", "{2021=\"x\",true=\"y\"}"),
      ("a: 1\r\nb:\r\n  - 2\r\n", "{a=1,b=[2]}"), ("\u{FEFF}a: 1", "{a=1}"), ("# only\n\n", "null"),
      ("- a\n  b\n-\n  c", "[\"a b\",\"c\"]"), ("a: 1 \n\t\nb: 2", "{a=1,b=2}"),
    ])
  func structure(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test(
    "block scalars",
    arguments: [
      ("a: |\n  一\n  二\n\nb: 1", "{a=\"一\n二\n\",b=1}"), ("a: |-\n  一 \n", "{a=\"一 \"}"),
      ("a: |+\n  x\n\n", "{a=\"x\n\n\"}"),
      ("a: >\n  x\n  y\n\n  z\n", "{a=\"x y\nz\n\"}"), ("a: >-\n  x\n    y\n  z", "{a=\"x\n  y\nz\"}"),
      ("a: |2\n    x\n", "{a=\"  x\n\"}"), ("- |\n x\n- y", "[\"x\n\",\"y\"]"),
      ("a: |\nb: 1", "{a=\"\",b=1}"),
      ("a: | # c\n  # not c\n", "{a=\"# not c\n\"}"), ("|\nx\n", "\"x\n\""),
      ("a: |\n\n\n  x\n", "{a=\"\n\nx\n\"}"),
      (
        ">\n\n folded\n line\n\n next\n line\n   * bullet\n\n   * list\n   * lines\n\n last\n line\n",
        "\"\nfolded line\nnext line\n  * bullet\n\n  * list\n  * lines\n\nlast line\n\""
      ),
    ])
  func blockScalars(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test(
    "quoted scalars fold and unescape",
    arguments: [
      (#""\x41\u89c4\U0001F600\n\\""#, "\"A规😀\n\\\""), ("\"a\n  b\n\n  c\"", "\"a b\nc\""),
      ("\"a \\\n  b\"", "\"a b\""),
      ("'a\n b'", "\"a b\""), ("\"\\ud83d\\ude00\"", "\"😀\""), ("\"a\\ \n b\"", "\"a  b\""),
    ])
  func quoted(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test(
    "anchors, aliases, tags and merges",
    arguments: [
      ("a: &x [1, 2]\nb: *x", "{a=[1,2],b=[1,2]}"),
      ("a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2", "{a={b=1},c={d=2,b=1}}"),
      ("a: &x {b: 1, e: 2}\nc: {<<: *x, b: 9}", "{a={b=1,e=2},c={b=9,e=2}}"), ("!!str 12", "\"12\""),
      ("a: ! 12", "{a=\"12\"}"),
      ("!!map {a: 1}", "{a=1}"), ("&x a: 1\nb: *x", "{a=1,b=\"a\"}"), ("- &x\n- *x", "[null,null]"),
      ("\"<<\": 1", "{<<=1}"),
    ])
  func anchors(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test(
    "what is not YAML is an error with its place",
    arguments: [
      ("a: b: c", "1:5 yaml-second-colon"), ("a: 1\n b: 2", "2:3 yaml-indentation"),
      ("a:\n\tb: 1", "2:1 tab-indentation"),
      ("a: \"x", "1:4 unterminated-string"), ("a: [1, 2\n", "1:4 yaml-unclosed"),
      ("a: @x", "1:4 yaml-reserved"),
      ("a: \"x\" y", "1:8 yaml-unexpected"), ("a: 1\n---\nb: 2", "2:1 several-documents"),
      ("a: - 1", "1:4 yaml-block-on-line"),
      ("a: 1\n- b", "2:1 yaml-item-among-keys"), ("a: 1\nb：2\nc: 3", "2:1 yaml-missing-colon"),
      ("a: {b:1}", "1:5 yaml-missing-colon"),
      ("a: *x", "1:4 yaml-unknown-alias"), ("a: !!binary x", "1:4 yaml-unsupported"),
      ("[1]: 2", "1:1 yaml-unsupported"),
      ("a: |x\n b", "1:5 yaml-block-header"), ("a: .inf", "1:4 not-finite"),
      ("a: \u{7}", "1:4 control-character"),
      ("a: \"\\q\"", "1:5 invalid-escape"), ("a: [1 2: 3", "1:4 yaml-unclosed"),
      ("a: [1, 2}", "1:9 yaml-brackets"), (": 1", "1:1 yaml-empty-key"),
      ("%TAG ! x\n---\n1", "1:1 yaml-unsupported"), ("<<: 1", "1:1 yaml-merge"),
      ("a:\n    b: 1\n  c: 2", "3:3 yaml-indentation"),
    ])
  func faults(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test("after a fault the following entries are still read, and theirs are reported too")
  func severalFaults() {
    let text = """
      title: 关于: 的报告
      year: 2021
      sections:
        overview: 一
        problems：
          - 一
        other: "a" b
        list:
          - [1, 2
      year: 2022
      """
    #expect(
      read(text, .yaml)
        == "1:10 yaml-second-colon, 5:3 yaml-missing-colon, 7:14 yaml-unexpected, 9:7 yaml-unclosed")
  }

  @Test("every duplicate key is reported, nested ones and those in braces too")
  func duplicates() {
    #expect(
      read("a: 1\nb: {c: 1, c: 2}\na: 3\nd:\n  e: 1\n  \"e\": 2\na: 4", .yaml)
        == "2:11 duplicate-key, 3:1 duplicate-key, 6:3 duplicate-key, 7:1 duplicate-key")
  }

  @Test("512 levels are read, more are refused, in blocks and in brackets")
  func depth() {
    let brackets = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(read(brackets, .yaml) == brackets)
    #expect(read(String(repeating: "[", count: 100_000), .yaml) == "1:513 too-deep")
    #expect(read(String(repeating: "{a: ", count: 100_000), .yaml) == "1:2049 too-deep")
    #expect(read(String(repeating: "- ", count: 100_000), .yaml) == "1:1025 too-deep")
    let keys = (0..<600).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n")
    #expect(read(keys, .yaml) == "513:513 too-deep")
  }

  @Test("aliases that unfold into too much are refused, whether as values, keys or merges")
  func billionLaughs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(read(text, .yaml).hasSuffix("aliases-too-large"))
    #expect(read("a: &a [*a]", .yaml) == "1:8 yaml-unknown-alias")
    var deep = "a0: &a0 [x]\n"
    for level in 1...60 { deep += "a\(level): &a\(level) [[[[[[[[[[*a\(level - 1)]]]]]]]]]]\n" }
    #expect(read(deep, .yaml).hasSuffix("too-deep"))
  }

  @Test("positions count characters")
  func positions() throws {
    let node = try DataFile.read(Array("标题: 一\n表: {规章: [0, 12]}\n".utf8), name: "a.yaml")
    #expect(node["标题"]?.position == Position(line: 1, column: 5))
    #expect(node["表"]?["规章"]?.items?.last?.position == Position(line: 2, column: 13))
    #expect(node["表"]?.entries?.first?.keyPosition == Position(line: 2, column: 5))
  }
}
