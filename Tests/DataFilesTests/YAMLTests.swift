import DataFiles
import Diagnostics
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
      ("- a\n  b\n-\n  c", "[\"a b\",\"c\"]"),
      ("a: 1\n\n  \nb: 2", "{a=1,b=2}"), ("a: 一\u{2028}二\u{85}三\nb: 四", "{a=\"一\u{2028}二\u{85}三\",b=\"四\"}"),
      ("a*: x*y **z** *\nb: \"*x\"\nc: '*'\nd: |\n  *x", "{a*=\"x*y **z** *\",b=\"*x\",c=\"*\",d=\"*x\"}"),
      ("a: \u{1F600}\u{FEFF}\u{10FFFD}", "{a=\"\u{1F600}\u{FEFF}\u{10FFFD}\"}"),
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
      ("a: | # c\n  # not c\n", "{a=\"# not c\n\"}"), ("|\n x\n", "\"x\n\""),
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
      ("'a\n b'", "\"a b\""), ("\"a\\ \n b\"", "\"a  b\""),
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
      ("a: ! \"12\"", "{a=\"12\"}"), ("a: &x 1\nb: &x 2\nc: [*x]", "{a=1,b=2,c=[2]}"),
      ("a: &x b\n*x : 1", "{a=\"b\",b=1}"), ("a: &x {b: 1}\nc: {<<: [*x, {d: 2}]}", "{a={b=1},c={b=1,d=2}}"),
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
      ("%TAG ! x\n1", "2:1 yaml-unexpected"),
      ("%YAML 3.0\n---\n1", "1:1 yaml-unsupported"), ("%X\n---\n1", "1:1 yaml-unsupported"),
      ("<<: 1", "1:5 yaml-merge"), ("a: \"\\ud83d\"", "1:7 invalid-escape"),
      ("a: 1\n\t\nb: 2", "2:1 tab-indentation"),
      ("a: |\n\tb", "2:1 tab-indentation"), ("标题：一\n年: 2", "1:1 yaml-missing-colon"),
      ("a:1\nb: 2", "1:1 yaml-missing-colon"), ("a: [1,\nb: 2", "1:4 yaml-unclosed"),
      ("a: ]", "1:4 yaml-reserved"),
      ("a: *", "1:4 yaml-anchor"), ("- **粗** 体", "1:3 yaml-anchor"), ("- &锚 x", "1:3 yaml-anchor"),
      ("a: &x 1\nb: &y *x", "2:4 yaml-anchor"), ("a: &x [1]\n*x : 2", "2:1 yaml-unsupported"),
      ("a: !x!y 1", "1:4 yaml-unsupported"), ("a: 0\n规\u{0}", "2:2 control-character"),
      ("规\u{1FFFE}", "1:2 control-character"), ("- a\nb: 1", "2:1 yaml-indentation"),
      ("\"a\" b", "1:5 yaml-unexpected"),
      ("a:\n    b: 1\n  c: 2", "3:3 yaml-indentation"),
    ])
  func faults(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test("faults of single values are reported all, with duplicate keys, in the file's order")
  func severalFaults() {
    let text = """
      - a: .inf
        "a": *x
      - {b:1}
      - !!binary x
      - [1]: 1
      - &x {<<: 2}
      - *x y
      """
    #expect(
      read(text, .yaml)
        == """
        1:6 not-finite, 2:3 duplicate-key, 2:8 yaml-unknown-alias, 3:4 yaml-missing-colon, \
        4:3 yaml-unsupported, 5:3 yaml-unsupported, 6:11 yaml-merge, 7:3 yaml-anchor
        """)
    let many = String(repeating: "- *x\n", count: 1_000)
    #expect(read(many, .yaml).split(separator: ",").count == 100)
  }

  @Test("every duplicate key is reported, nested ones and those in braces too, with the first one's line")
  func duplicates() {
    #expect(
      read("a: 1\nb: {c: 1, c: 2}\na: 3\nd:\n  e: 1\n  \"e\": 2\na: 4", .yaml)
        == "2:11 duplicate-key, 3:1 duplicate-key, 6:3 duplicate-key, 7:1 duplicate-key")
    #expect(read("规章: 1\n'规章': 2\n? 规章\n: 3", .yaml) == "2:1 duplicate-key, 3:3 duplicate-key")
    let error = #expect(throws: DataErrors.self) {
      try DataFile.read(Array("x: 0\ny: 1\nx: 2".utf8), name: "a.yaml")
    }
    #expect(error?.diagnostics.first?.message.english.contains("line 1") == true)
  }

  @Test(
    "duplicate keys are reported where they stand, however they are written",
    arguments: [
      ("\"\": 1\n\"\": 2", "2:1 duplicate-key"), ("&x a: 1\na: 2", "2:1 duplicate-key"),
      ("- {a: 1, a: 2}\n- [1", "1:10 duplicate-key, 2:3 yaml-unclosed"),
      ("\"\\x61\": 1\na: 2", "2:1 duplicate-key"),
      ("[1]: 1\n[1]: 2", "1:1 yaml-unsupported, 2:1 yaml-unsupported"),
      ("[{[1]: 2}]: 1\na: 1\na: 2", "1:1 yaml-unsupported, 3:1 duplicate-key"),
    ])
  func hardDuplicates(text: String, expected: String) {
    #expect(read(text, .yaml) == expected)
  }

  @Test("of very many duplicate keys, a hundred are reported")
  func manyDuplicates() {
    let found = read(String(repeating: "a: 1\n", count: 500), .yaml).split(separator: ", ")
    #expect(found.count == 100)
    #expect(found.allSatisfy { $0.hasSuffix(":1 duplicate-key") })
    let keys = (0..<20_000).map { "k\($0): 0\n" }.joined()
    #expect(read(keys + "k7: 1\n", .yaml) == "20001:1 duplicate-key")
  }

  @Test("512 levels are read, more are refused, in blocks and in brackets")
  func depth() {
    let brackets = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(read(brackets, .yaml) == brackets)
    #expect(read(String(repeating: "[", count: 100_000), .yaml) == "1:513 too-deep")
    #expect(read(String(repeating: "{a: ", count: 100_000), .yaml) == "1:2049 too-deep")
    #expect(read(String(repeating: "- ", count: 100_000), .yaml) == "1:1025 too-deep")
    #expect(read(String(repeating: "? ", count: 100_000), .yaml).hasSuffix("too-deep"))
    #expect(
      read(String(repeating: "[", count: 990) + String(repeating: "]", count: 990), .yaml) == "1:513 too-deep"
    )
    let pairs = String(repeating: "[a: ", count: 990) + String(repeating: "]", count: 990)
    #expect(read(pairs, .yaml) == "1:1025 too-deep")
    #expect(read(String(repeating: "? - ", count: 200), .yaml) == "1:3 yaml-unsupported")
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
    #expect(read(text + "? *a9\n: 1", .yaml).hasSuffix("aliases-too-large"))
    #expect(read(text + "? [*a9]\n: 1\n? [*a9]\n: 2", .yaml).hasSuffix("aliases-too-large"))
    #expect(read("a: &a [*a]", .yaml) == "1:8 yaml-unknown-alias")
    var deep = "a0: &a0 [x]\n"
    for level in 1...60 { deep += "a\(level): &a\(level) [[[[[[[[[[*a\(level - 1)]]]]]]]]]]\n" }
    #expect(read(deep, .yaml).hasSuffix("too-deep"))
    var veryDeep = "- &a0 [x]\n"
    for level in 1...300 {
      veryDeep +=
        "- &a\(level) " + String(repeating: "[", count: 400) + "*a\(level - 1)"
        + String(repeating: "]", count: 400) + "\n"
    }
    #expect(read(veryDeep, .yaml).hasSuffix("too-deep"))
  }

  @Test("bytes that are not UTF-8 are an error at the first of them")
  func notUTF8() {
    let error = #expect(throws: DataErrors.self) {
      try DataFile.read(Array("a: ".utf8) + [0xB9, 0xE6], name: "x.yaml")
    }
    #expect(error.map(errors) == "1:4 not-utf8")
  }

  @Test("positions count characters")
  func positions() throws {
    let node = try DataFile.read(Array("标题: 一\n表: {规章: [0, 12]}\n".utf8), name: "a.yaml")
    #expect(node["标题"]?.position == Position(line: 1, column: 5))
    #expect(node["表"]?["规章"]?.items?.last?.position == Position(line: 2, column: 13))
    #expect(node["表"]?.entries?.first?.keyPosition == Position(line: 2, column: 5))
  }
}
