import DocumentTemplate
import Filing
import Forms
import TemplateLanguage
import Testing

@Suite("Running text")
struct ProseTests {
  private static func paragraphs(_ texts: [String], section: String = "overview") throws
    -> [RichTextParagraph]
  {
    var report = try Reports.county()
    report.sections[section] = texts
    let sections = try Printed.mapping(try Printed(report).layout["sections"])
    return try Printed.paragraphs(sections[section])
  }

  @Test(
    "a paragraph that is nothing but a heading takes its level's style",
    arguments: [
      ("一、总体情况", 1), ("（一）主动公开情况", 2), ("（十二）其他", 2), ("(二)依申请公开。", 2), ("1.制度建设", 3),
      ("12．平台", 3), ("（1）培训", 4), ("\u{3000}\u{3000}（三）监督保障", 2),
    ])
  func headings(text: String, level: Int) throws {
    let paragraph = try #require(try Self.paragraphs([text]).first)
    #expect(paragraph.style == "Heading \(level)")
    #expect(paragraph.plain == text)
  }

  @Test(
    "words before text in the same paragraph take their level's face, the text does not",
    arguments: [
      ("（一）主动公开情况。2021年共发布信息8条。", "Lead 2", "（一）主动公开情况。"),
      ("（一）存在的主要问题：一是不及时。", "Lead 2", "（一）存在的主要问题："),
      ("一、总体情况。全县平稳。", "Lead 1", "一、总体情况。"),
      ("\u{3000}\u{3000}（五）监督保障、教育培训。全年培训2次。", "Lead 2", "\u{3000}\u{3000}（五）监督保障、教育培训。"),
    ])
  func leads(text: String, style: String, lead: String) throws {
    let paragraph = try #require(try Self.paragraphs([text]).first)
    #expect(paragraph.content.runs.map(\.format.style) == [style, nil])
    #expect(paragraph.content.runs.first?.text == lead)
    #expect(paragraph.plain == text)
    #expect(paragraph.style == nil)
  }

  @Test(
    "what is no heading stays as it is",
    arguments: [
      "2021年，我乡未收到申请。", "一是没有及时更新。", "（一）2023年，全县通过门户网站公开信息4286条。", "3.5亿元已拨付。",
      "（国办公开办函〔2021〕30号）印发。", "全文由六部分组成。", "（）空的。", "（一", "1.", "一、",
      "（三）这一句话里没有一个逗号但是长得不可能是小标题因为小标题都是短语而不是写满一行还多的句子。后面还有。",
    ])
  func plain(text: String) throws {
    let paragraph = try #require(try Self.paragraphs([text]).first)
    #expect(paragraph.content.runs.filter { !$0.text.isEmpty }.map(\.format.style) == [nil])
    #expect(paragraph.plain == text)
    #expect(paragraph.style == nil)
  }

  @Test("1. and （1） before text in the same paragraph are set as the text is")
  func lowerLevels() throws {
    for text in ["1.加强培训。全年两次。", "（1）加强培训。全年两次。"] {
      let paragraph = try #require(try Self.paragraphs([text]).first)
      #expect(paragraph.content.runs.allSatisfy { $0.format.style == nil })
    }
  }

  @Test("two lines of text at least stay with the signature, and no more paragraphs than that takes")
  func closing() throws {
    let line = "没有其他需要报告的事项。"
    let long = String(repeating: line, count: 5)
    func closing(_ texts: [String]) throws -> [Bool] {
      try Self.paragraphs(texts, section: "other").map {
        $0.style == "Closing Text" || $0.layout?.keepsWithNext == true
      }
    }
    #expect(try closing([long, long]) == [false, true])
    #expect(try closing([long, line, line]) == [false, true, true])
    #expect(try closing([long, line]) == [true, true])
    #expect(try closing([line]) == [true])
    #expect(try closing([long, "（一）其他"]) == [true, true])
    #expect(try closing([]) == [])
    #expect(try Self.paragraphs([long]).map(\.style) == [nil])
  }
}
