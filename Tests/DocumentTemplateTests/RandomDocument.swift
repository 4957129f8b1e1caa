import TemplateLanguage
import TestSupport

/// A Word template made up at random of values, loops, conditions, macros and captures, and data for it.
struct RandomDocument {
  private var random: SeededGenerator
  private var names = 0
  /// How many loops are around what is being made.
  private var loops = 0
  private(set) var body = ""

  private static let words = [
    "规章", "行政规范性文件", "本年新收", "<w:b/>", "依法", "二〇二一年", " ", "a", "Annual report, ", "0", "&amp;",
  ]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    // Macros come first, so that every place may call them.
    body = Self.paragraph("{% macro m(x) %}〔{{ x }}{% if x %}，{{ x }}{% endif %}〕{% endmacro %}")
    body += Self.paragraph("{%p macro block(x) %}") + paragraph("{{ x }}") + paragraph("{{ m(x) }}")
    body += Self.paragraph("{%p endmacro %}")
    for _ in 0..<Int.random(in: 1...8, using: &random) { body += block(depth: 3, ["s", "t"]) }
  }

  // MARK: Template

  private mutating func block(depth: Int, _ texts: [String]) -> String {
    let kinds = depth > 0 ? 9 : 3
    switch Int.random(in: 0..<kinds, using: &random) {
    case 0: return paragraph(Self.literal(&random))
    case 1, 2: return paragraph(value(texts))
    case 3:
      return Self.paragraph("{%p if \(condition(texts)) %}") + blocks(depth, texts)
        + (Bool.random(using: &random) ? Self.paragraph("{%p else %}") + blocks(depth, texts) : "")
        + Self.paragraph("{%p endif %}")
    case 4, 5:
      let name = newName()
      let list = list()
      loops += 1
      defer { loops -= 1 }
      return Self.paragraph("{%p for \(name) in \(list) %}")
        + blocks(depth, texts + ["\(name).a", "\(name).b"])
        + Self.paragraph("{%p endfor %}")
    case 6: return table(texts)
    case 7: return Self.paragraph("{{p block(\(text(texts))) }}")
    default:
      let name = newName()
      return Self.paragraph("{% set \(name) %}\(Self.literal(&random)){{ \(text(texts)) }}{% endset %}")
        + paragraph("{{ \(name) }}{{ \(name) }}")
    }
  }

  private mutating func blocks(_ depth: Int, _ texts: [String]) -> String {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in block(depth: depth - 1, texts) }.joined()
  }

  private mutating func table(_ texts: [String]) -> String {
    let columns = Int.random(in: 1...5, using: &random)
    let name = newName()
    func row(_ cells: [String]) -> String {
      "<w:tr>"
        + cells.map { "<w:tc><w:tcPr><w:tcW w:w=\"900\" w:type=\"dxa\"/></w:tcPr>\($0)</w:tc>" }.joined()
        + "</w:tr>"
    }
    func lone(_ tag: String) -> String {
      row([Self.paragraph(tag)] + [String](repeating: Self.paragraph(""), count: columns - 1))
    }
    let list = list()
    loops += 1
    defer { loops -= 1 }
    let cells = (0..<columns).map { _ in paragraph(value(texts + ["\(name).a", "\(name).b"])) }
    return "<w:tbl><w:tblPr/><w:tblGrid>" + String(repeating: "<w:gridCol w:w=\"900\"/>", count: columns)
      + "</w:tblGrid>" + row((0..<columns).map { Self.paragraph("\($0)") })
      + lone("{%tr for \(name) in \(list) %}")
      + row(cells) + lone("{%tr endfor %}") + "</w:tbl>" + Self.paragraph("")
  }

  private mutating func value(_ texts: [String]) -> String {
    let before = Self.literal(&random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "\(before){{ m(\(text(texts))) }}"
    case 1: return "\(before){% for x in \(list()) %}{{ loop.index }}{{ x.b }}、{% endfor %}"
    case 2: return "\(before){% if \(condition(texts)) %}{{ \(text(texts)) }}{% else %}无{% endif %}"
    default: return "\(before){{ \(text(texts)) }}"
    }
  }

  private mutating func text(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "s" }
  /// Loops in loops are short, so that no document grows beyond what is worth comparing.
  private mutating func list() -> String {
    let lists = loops == 0 ? ["l", "k", "[]", "l + k"] : ["l[:2]", "k[:1]", "[]", "(l + k)[:2]"]
    return lists.randomElement(using: &random) ?? "l"
  }
  private mutating func condition(_ texts: [String]) -> String {
    ["c", "not c", text(texts), "k"].randomElement(using: &random) ?? "c"
  }
  private mutating func newName() -> String {
    names += 1
    return "n\(names)"
  }

  private mutating func paragraph(_ content: String) -> String {
    Self.paragraph(
      content, "<w:pPr><w:ind w:firstLine=\"\(Int.random(in: 0...2, using: &random) * 320)\"/></w:pPr>")
  }

  private static func paragraph(_ content: String, _ properties: String = "") -> String {
    "<w:p>\(properties)<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\"/><w:sz w:val=\"32\"/></w:rPr>"
      + "<w:t xml:space=\"preserve\">\(content.replacing("<w:b/>", with: "&lt;"))</w:t></w:r></w:p>"
  }

  private static func literal(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in words.randomElement(using: &random) }
      .joined()
  }

  // MARK: Data

  /// Data for the template, other ones each time.
  mutating func data() -> Mapping {
    [
      "s": .string(characters()), "t": .string(characters()), "c": .bool(Bool.random(using: &random)),
      "l": rows(), "k": rows(),
    ]
  }

  private mutating func rows() -> Value {
    let count = [0, 1, 2, 3, 12, 40].randomElement(using: &random) ?? 0
    return .list(
      (0..<count).map { _ in
        .mapping(["a": .int(Int.random(in: 0...2000, using: &random)), "b": .string(characters())])
      })
  }

  private mutating func characters() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return ""
    case 1: return String(repeating: Self.literal(&random), count: 16)
    case 2: return String((0..<200).compactMap { _ in "零一二三四五六七八九<&>\"".randomElement(using: &random) })
    default: return Self.literal(&random).replacing("<w:b/>", with: "<b>")
    }
  }
}
