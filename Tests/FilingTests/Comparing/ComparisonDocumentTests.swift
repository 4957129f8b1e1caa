import Diagnostics
import DocumentTemplate
@testable import Filing
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("A comparison as a document")
struct ComparisonDocumentTests {
  @Test(
    "the built-in templates take every comparison: of nothing, of much, with all that is the same",
    arguments: OfficeFormat.allCases)
  func renders(format: OfficeFormat) throws {
    let template = try #require(try ReportComparison.template(format))
    let before = try compared([
      ("year: 2023", "year: 2022"), ("licences: 18243", "licences: 0"), ("全年培训2次，", ""),
    ])
    for comparison in [ReportComparison(before, try compared()), ReportComparison(before, before)] {
      for all in [true, false] {
        let document = try comparison.document(all: all, template)
        let text = try PartText.body(of: document)
        #expect(text.contains("没有不同") == comparison.isSame)
        #expect(text.contains("+18243") == !comparison.isSame)
        #expect(text.contains("未发生责任追究") == (all || !comparison.isSame))
        #expect(!text.contains("{") && !text.contains("None"))
      }
    }
  }

  @Test("the same comparison gives the same bytes")
  func deterministic() throws {
    let template = try #require(try ReportComparison.template(.docx))
    let comparison = ReportComparison(try compared([("licences: 18243", "licences: 3")]), try compared())
    #expect(try comparison.document(all: true, template) == comparison.document(all: true, template))
  }

  @Test("values name both reports, what changed, and what was left out")
  func values() throws {
    let comparison = ReportComparison(try compared([("licences: 18243", "licences: 3")]), try compared())
    let json = try #require(Value.mapping(comparison.values(all: false, language: .english)).json())
    #expect(
      json.contains("\"name\": \"before\"")
        && json.contains("\"change\": \"+18240\", \"percent\": \"+608000.0%\""))
    #expect(json.contains("\"unchanged\": 9") && json.contains("\"unchanged\": 175"))
  }
}
