import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

@Suite("Importing damaged documents")
struct ImportDamageTests {
  private static let pieces = [
    "<td>", "</table>", "<table><tr>", "\t", "\n", "|", "\u{0C}", "&#x110000;", "&nbsp;", "colspan=99999999 ",
    "<!--",
    "\"", "一、", "第二十条第（一）项", "总计", "（", "999999999999999999999", "年", "\u{FEFF}", "二〇二三年",
  ]

  @Test(
    "whatever is damaged, a report file comes out or it is said why not", arguments: ["r.html", "r.txt"],
    0..<15 as Range<UInt64>)
  func damaged(name: String, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let report = try Examples.report("county-2023.yaml")
    let source =
      name == "r.html" ? ReportPage.html(of: report) : try #require(Imports.seed)
    var bytes = Array(source.utf8)
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      let spot = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes.insert(contentsOf: Array((Self.pieces.randomElement(using: &random) ?? "").utf8), at: spot)
      } else {
        let end = min(spot + Int.random(in: 1...60, using: &random), bytes.count)
        bytes.removeSubrange(spot..<end)
      }
    }
    do throws(ImportError) {
      let imported = try ImportedReport.read(bytes, name: name, forms: BuiltInForms.library)
      // What is not complete is refused when it is read; what is complete is read.
      let isRead = (try? Imports.report(imported)) != nil
      if imported.isComplete { #expect(isRead, "\(imported.findings)") }
    } catch {
      #expect(!error.diagnostics.isEmpty)
    }
  }

  @Test("a table of many thousand rows that is none of the form's is listed, row by row")
  func many() throws {
    let rows = String(repeating: "甲\t乙\t3\n", count: 3_000)
    let imported = try Imports.read(
      "某县2023年政府信息公开工作年度报告\n一、总体情况\n二、主动公开政府信息情况\n\(rows)", edition: "2021")
    #expect(Imports.codes(imported).count { $0 == "row-without-place" } == 3_000)
  }
}
