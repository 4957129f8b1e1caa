import Diagnostics
import Testing

@testable import TemplateLanguage

/// What a scanner finds, one line a tag: kind, carrier, trim signs and body.
private func scan(_ text: String, with scanner: inout TagScanner) -> [String] {
  let bytes = Array(text.utf8)
  let (tags, faults) = scanner.scan(bytes)
  return tags.map { tag in
    let kind =
      switch tag.kind {
      case .output: "output"
      case .statement: "statement"
      case .comment: "comment"
      case .escape(let delimiter): "escape \(delimiter)"
      case .raw: "raw"
      }
    let carrier = tag.carrier.map { " \($0)" } ?? ""
    let body = String(decoding: bytes[tag.body], as: UTF8.self)
    return "\(kind)\(carrier)\(tag.trimsBefore ? " -" : ""): \(body)\(tag.trimsAfter ? "-" : "")"
  } + faults.map { "\($0.message.code) \($0.range)" }
}

private func scan(_ text: String) -> [String] {
  var scanner = TagScanner()
  return scan(text, with: &scanner)
}

@Suite("Tags in text")
struct TagScannerTests {
  @Test(
    "tags are found with their kind and body",
    arguments: [
      ("a {{ b }} c", ["output:  b "]),
      ("{{a}}{% if b %}{# c #}", ["output: a", "statement:  if b ", "comment:  c "]),
      ("甲{{ 单位名称 }}乙", ["output:  单位名称 "]),
      ("no tag } % { here", []),
      ("{{ a\nb }}", ["output:  a\nb "]),
      ("{ { a } }", []),
      ("}} %} #}", []),
    ])
  func kinds(text: String, expected: [String]) {
    #expect(scan(text) == expected)
  }

  @Test(
    "a prefix letter must be followed by a blank and by something",
    arguments: [
      ("{%p if a %}", "statement paragraph: if a "),
      ("{%tr for a in b %}", "statement row: for a in b "),
      ("{%tc endfor %}", "statement cell: endfor "),
      ("{%r if a %}", "statement run: if a "),
      ("{{r a }}", "output run: a "),
      ("{{p\u{A0}a }}", "output paragraph: a "),
      ("{#tr gone #}", "comment row: gone "),
      ("{#p #}", "comment paragraph: "),
      ("{%- p if a %}", "statement -:  p if a "),
      ("{%-p if a -%}", "statement paragraph -: if a -"),
      ("{{r}}", "output: r"),
      ("{{ r a }}", "output:  r a "),
      ("{{p }}", "output: p "),
      ("{{price }}", "output: price "),
      ("{{tx a }}", "output: tx a "),
    ])
  func prefixes(text: String, expected: String) {
    #expect(scan(text) == [expected])
  }

  @Test(
    "trim signs are taken off the body",
    arguments: [
      ("{{- a -}}", "output -:  a -"),
      ("{%- if a -%}", "statement -:  if a -"),
      ("{#- a -#}", "comment -:  a -"),
      ("{%+ if a +%}", "statement:  if a "),
      ("{{ a+}}", "output:  a+"),
      ("{{-}}", "output -: "),
      ("{{ -1 }}", "output:  -1 "),
    ])
  func trimSigns(text: String, expected: String) {
    #expect(scan(text) == [expected])
  }

  @Test(
    "docxtpl's escapes stand for delimiters",
    arguments: [
      ("{_{ a }_}", ["escape {{: {_{", "escape }}: }_}"]),
      ("{_% vm %_}", ["escape {%: {_%", "escape %}: %_}"]),
      ("{_%- -%_}", ["escape {%: {_%", "escape %}: %_}"]),
      ("{_# a #_}", []),
      ("{{ '{_{' }}", ["output:  '{_{' "]),
    ])
  func escapes(text: String, expected: [String]) {
    #expect(scan(text) == expected)
  }

  @Test(
    "delimiters inside string literals do not end a tag",
    arguments: [
      ("{{ '}}' }}", ["output:  '}}' "]),
      ("{% if a == \"%}\" %}", ["statement:  if a == \"%}\" "]),
      ("{{ 'it\\'s }}' }}", ["output:  'it\\'s }}' "]),
      ("{{ “}}” }}", ["output:  “}}” "]),
      ("{{ ＂a}}＂ }}", ["output:  ＂a}}＂ "]),
      ("{{ '他说“好”}}' }}", ["output:  '他说“好”}}' "]),
      ("{{ \"a” }} b {{ \"c\" }}", ["output:  \"a” ", "output:  \"c\" "]),
    ])
  func literals(text: String, expected: [String]) {
    #expect(scan(text) == expected)
  }

  @Test(
    "braces of mappings do not end a tag",
    arguments: [
      ("{{ {'a': {'b': 1}} }}", "output:  {'a': {'b': 1}} "),
      ("{{ {'a': {'b': 1}}}}", "output:  {'a': {'b': 1}}"),
      ("{{{'a': 1}}}", "output: {'a': 1}"),
      ("{% set a = {'b': {}} %}", "statement:  set a = {'b': {}} "),
      ("{{ { }}", "output:  { "),
    ])
  func mappings(text: String, expected: String) {
    #expect(scan(text) == [expected])
  }

  @Test("a tag that is not closed is a fault, and the next one is still found")
  func unclosed() {
    #expect(scan("a {{ b") == ["unclosed-tag 2..<6"])
    #expect(scan("{{ a {{ b }}") == ["output:  b ", "unclosed-tag 0..<5"])
    #expect(scan("{% if a {% b %}") == ["statement:  b ", "unclosed-tag 0..<8"])
    #expect(scan("{# a {{ b }}") == ["output:  b ", "unclosed-tag 0..<2"])
    #expect(scan("{{ 'a }}") == ["output:  'a "])
    #expect(scan("{{ a 'b }} c").first == "output:  a 'b ")
  }

  @Test("a tag closed by the other kind's delimiter is a fault")
  func mismatched() {
    #expect(scan("{{ a %} {{ b }}") == ["output:  b ", "mismatched-delimiters 0..<7"])
    #expect(scan("{% if a }} {{ b }}") == ["output:  b ", "mismatched-delimiters 0..<10"])
  }

  @Test("full-width braces are no delimiters")
  func fullWidthBraces() {
    #expect(scan("｛｛ a ｝｝").isEmpty)
    #expect(scan("{{ ｛'a': {'b': 1}｝ }}") == ["output:  ｛'a': {'b': 1}｝ "])
  }

  @Test("what is raw is not scanned, over several texts")
  func raw() {
    var scanner = TagScanner()
    #expect(scan("{{ a }}{% raw %}{{ b }}{_{", with: &scanner) == ["output:  a ", "raw:  raw "])
    #expect(scanner.isInRaw)
    #expect(scan("{{ c }} {% endrawx %}", with: &scanner).isEmpty)
    #expect(scan("{% if %}{%- endraw -%}{{ d }}", with: &scanner) == ["raw -:  endraw -", "output:  d "])
    #expect(!scanner.isInRaw)
    #expect(scan("{%p raw %}x{%p endraw %}") == ["raw paragraph: raw ", "raw paragraph: endraw "])
  }

  @Test("a text without tags is known at once")
  func mayHoldTags() {
    for text in ["", "正文", "{ a } 100% #1", "a_b"] { #expect(!TagScanner.mayHoldTags(Array(text.utf8))) }
    for text in ["{{", "{%", "{#", "{_{", "}_}", "%_}"] { #expect(TagScanner.mayHoldTags(Array(text.utf8))) }
  }

  @Test("random text is scanned without a crash, and tags lie within it in order")
  func random() {
    let pieces = [
      "{{", "}}", "{%", "%}", "{#", "#}", "{_{", "%_}", "{", "}", "%", "'", "\"", "“", "”", "‘", "\\", " ",
      "a", "raw",
      "endraw", "{% raw %}", "{% endraw %}", "-", "+", "p ", "tr ", "\u{3000}", "｛", "\n", "甲",
    ]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if Int.random(in: 0..<10) == 0 {
          bytes.append(UInt8.random(in: 0...255))
        } else {
          bytes += Array((pieces.randomElement() ?? "").utf8)
        }
      }
      var scanner = TagScanner()
      let (tags, faults) = scanner.scan(bytes)
      var end = 0
      for tag in tags {
        #expect(tag.range.lowerBound >= end)
        #expect(tag.range.lowerBound <= tag.body.lowerBound && tag.body.upperBound <= tag.range.upperBound)
        end = tag.range.upperBound
      }
      #expect(end <= bytes.count)
      for fault in faults { #expect(fault.range.upperBound <= bytes.count) }
    }
  }

  @Test(
    "unclosed quotes, comments and braces by the ten thousand are scanned in one go",
    arguments: ["{{ ' }} ", "{# ", "{{ { }} ", "{{ ‘ ", "{% \" %} ", "{{ “a ", "}_} "])
  func manyUnclosed(piece: String) {
    let count = 20_000
    var scanner = TagScanner()
    let (tags, faults) = scanner.scan(Array(String(repeating: piece, count: count).utf8))
    #expect(!tags.isEmpty || !faults.isEmpty)
  }
}
