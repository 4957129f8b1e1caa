import DataFiles
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

@Suite("Importing generated reports and pages")
struct ImportPropertyTests {
  /// The shapes in which a report leaves the program.
  enum Shape: String, CaseIterable, CustomTestStringConvertible {
    case docx, odt, html, text

    var testDescription: String { rawValue }

    func file(of report: Report) throws -> (name: String, bytes: [UInt8]) {
      switch self {
      case .docx: ("r.docx", try Examples.document(report, .docx))
      case .odt: ("r.odt", try Examples.document(report, .odt))
      case .html: ("r.html", Array(ReportPage.html(of: report).utf8))
      case .text: ("r.txt", Array(try OfficePackage(Examples.document(report, .odt)).plainText().utf8))
      }
    }
  }

  @Test(
    "a generated report, written in any format, is read back the same", arguments: GeneratedReport.examples,
    Shape.allCases)
  func generated(name: String, shape: Shape) throws {
    for seed in 0..<6 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let report = try GeneratedReport.report(on: name, &random)
      let file = try shape.file(of: report)
      let imported = try Imports.read(file.bytes, file.name)
      #expect(imported.isComplete, "\(seed): \(imported.findings)")
      let copy = try Imports.report(imported)
      #expect(copy == report, "\(seed)")
      #expect(copy.opening == report.opening && copy.sections == report.sections, "\(seed)")
    }
  }

  @Test("a web page with the tables' merges lost is read, and its menu is not")
  func page() throws {
    let page = """
      <html><head><meta charset="utf-8"><title>门户</title><script>var a = "<p>x</p>";</script></head><body>
      <ul><li>首页</li><li>公开</li></ul><h1>某县某局２０２３年政府信息公开工作年度报告</h1>
      <p>&emsp;&emsp;本报告依据条例编制。</p><p>一、总体情况</p><p>好。</p><p>二、主动公开政府信息情况</p>
      <table><tr><td colspan=4>第二十条第（一）项</td></tr>
      <tr><td>信息内容<td>本年制发<br>件数<td>本年废止件数<td>现行有效件数</tr>
      <tr><td>规 章</td><td>/</td><td>0</td><td>0</td></tr>
      <tr><td>行政规范性文件</td><td>２２（其中修订16件）</td><td>1,002</td><td></td></tr>
      <tr><td>行政许可</td><td>12件</td></tr><tr><td>行政处罚</td><td>很多</td></tr>
      <tr><td>行政事业性收费</td><td>251000元</td></tr><tr><td>政府集中采购</td><td>6</td></tr></table>
      <p>五、存在的主要问题及改进情况</p><p>无。</p><p>六、其他需要报告的事项</p><p>无。</p>
      <p>某县某局</p><p>二〇二四年一月二十日</p><p>版权所有</p></body></html>
      """
    let imported = try Imports.read(page, "r.html")
    #expect(imported.draft.definition.edition == "2021")
    #expect(imported.draft.agency == "某县某局")
    #expect(imported.draft.year == 2023)
    #expect(imported.draft.date?.description == "2024-01-20")
    #expect(imported.draft.opening == ["本报告依据条例编制。"])
    #expect(Imports.figure(imported, "disclosure.normative_documents.issued") == .count(22))
    #expect(Imports.figure(imported, "disclosure.normative_documents.repealed") == .count(1002))
    #expect(Imports.figure(imported, "disclosure.normative_documents.in_force") == .count(0))
    #expect(Imports.figure(imported, "disclosure.licences") == .count(12))
    #expect(Imports.figure(imported, "disclosure.penalties") == .blank)
    #expect(Imports.figure(imported, "disclosure.fees")?.text == "25.1")
    let codes = Set(Imports.codes(imported))
    for code in [
      "not-applicable", "words-beside-figure", "blanks-are-zero", "figure-unreadable", "unit-converted",
      "row-without-place", "outside-report", "table-not-found", "figure-not-found",
    ] {
      #expect(codes.contains(code), "\(code)")
    }
    #expect(!imported.isComplete)
  }
}
