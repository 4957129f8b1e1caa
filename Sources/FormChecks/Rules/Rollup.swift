import Diagnostics
import Forms
import TemplateLanguage

/// `rollup`: a figure of the county's report is not the sum of its units'.
struct Rollup: Rule {
  static let ruleID = "rollup"

  let id = Self.ruleID
  let level = Diagnostic.Severity.error
  let units: [Report]

  func findings(in subject: Subject) -> [Finding] {
    let sum = ReportSum(of: units, on: subject.report.definition)
    let comparison = TotalComparison(of: subject.report, with: sum)
    var findings = comparison.differences.map { difference in
      finding(
        .rollup(difference, units: units.count), in: subject, cells: [difference.cell],
        found: difference.stated.text, expected: difference.sum.text)
    }
    findings += comparison.unknown.map { cell, missing in
      Finding(
        id, .warning, .rollupUnknown(cell, units: missing), at: subject.report.source.place(cell.path),
        spot: subject.spot(of: cell), cells: [cell], found: subject.report[cell].text)
    }
    if let culprit = comparison.culprit {
      findings.append(
        finding(
          .rollupCulprit(culprit, cells: comparison.differences.count), in: subject, path: "tables",
          spot: .head))
    }
    return findings
  }
}
