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
    subject.report.definition.cells.compactMap { cell in
      guard let total = subject.report[cell].number, let sum = sum(of: cell), sum != total else { return nil }
      return finding(
        .rollup(cell, total: total.text, sum: sum.text, units: units.count), in: subject, cells: [cell],
        found: total.text, expected: sum.text)
    }
  }

  /// The sum over all units; nil if one has the cell and left it blank.
  private func sum(of cell: FormCell) -> Decimal? {
    var sum: Decimal = 0
    for unit in units {
      guard let own = unit.definition.cell(identity: cell.identity) else { continue }
      guard let number = unit[own].number else { return nil }
      sum = sum + number
    }
    return sum
  }
}
