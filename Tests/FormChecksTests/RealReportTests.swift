import DataFiles
import Diagnostics
import FormChecks
import Forms
import TestSupport
import Testing

/// The published reports that lie beside the project, if they do.
private enum Cases {
  static func text(_ name: String) -> String? {
    TestFiles.sharedFolder.flatMap { TestFiles.text($0 + "/" + name) }
  }

  /// The figures of a case, with the prose of its text.
  static func report(_ name: String) throws -> Report {
    let source = try #require(text("cases/\(name).json")).replacing("251000元", with: "251000")
    var report = try Report.read(Array(source.utf8), name: name + ".json", forms: forms)
    guard let text = text("cases/\(name).txt") else { return report }
    let lines = text.split(separator: "\n").map(String.init)
    let tables = lines.firstIndex { $0.hasPrefix("二、主动公开") } ?? lines.endIndex
    report.title = lines.first ?? ""
    // A line is a line of the printed page; a paragraph begins with its number.
    var paragraphs: [String] = []
    for line in lines[1..<tables] {
      if paragraphs.isEmpty || line.hasPrefix("（") || line.hasPrefix("本年度报告") {
        paragraphs.append(line)
      } else {
        paragraphs[paragraphs.count - 1] += line
      }
    }
    report.opening = paragraphs.filter { $0.hasPrefix("本年度报告") }
    report.sections["overview"] = paragraphs.filter { !$0.hasPrefix("本年度报告") }
    report.sections["other"] = lines.last.map { [$0] } ?? []
    return report
  }
}

/// All that is found is right; see the article Checks. The texts lack their openings, so `contact` is left out.
@Suite("The checks on published reports", .enabled(if: TestFiles.sharedFolder != nil))
struct RealReportTests {
  @Test("001, a city's report for 2023 with its whole prose: nothing is found")
  func city() throws {
    #expect(
      FormChecks.findings(in: try Cases.report("001")).filter { $0.rule != "contact" }.map(\.message.chinese)
        == [])
  }

  @Test(
    "006, an office's report for 2019: its prose contradicts the tables and itself, each time rightly found")
  func office() throws {
    let findings = FormChecks.findings(in: try Cases.report("006")).filter { $0.rule != "contact" }
    #expect(
      findings.map { "\($0.rule) \($0.found ?? "") \($0.expected ?? "")" } == [
        "text-vs-table 258 275", "text-vs-table 265 337", "text-vs-table 16 13", "text-vs-text 716 805",
        "text-vs-text 33.9% ",
      ])
  }

  @Test("011: the balance breaks in two columns, and nothing else does")
  func unbalanced() throws {
    let findings = FormChecks.findings(in: try Cases.report("011"))
    #expect(findings.map(\.rule) == ["balance", "balance"])
    #expect(findings.map { $0.cells.first?.columnLabel } == ["自然人", "总计"])
    #expect(findings.map { "\($0.found ?? "") \($0.expected ?? "")" } == ["60 61", "62 63"])
  }
}
