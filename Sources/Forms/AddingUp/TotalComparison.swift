public import Diagnostics
public import TemplateLanguage

/// A county's report held against the sum of its units.
public struct TotalComparison: Sendable {
  /// The cells in which the two differ, in the form's order.
  public let differences: [Difference]
  /// The differences as findings of the rule `rollup`.
  public let findings: [Diagnostic]

  /// A cell in which a county's report and the sum of its units differ.
  public struct Difference: Sendable {
    /// The cell, of the sum's edition.
    public let cell: FormCell
    /// What the county's report says.
    public let stated: Decimal
    /// What the units add up to.
    public let sum: Decimal
    /// The stated figure without the sum.
    public var difference: Decimal { stated - sum }
    /// The units that may explain it: those whose own figure is the difference, or whose figures in this row do not
    /// hold together.
    public let suspects: [String]
  }

  /// Compares `report` with the sum.
  public init(of report: Report, with sum: ReportSum) {
    var findings: [Diagnostic] = []
    var stated = report
    if report.definition.edition != sum.definition.edition {
      let (moved, warnings) = report.transfer(to: sum.definition)
      stated = moved
      findings += warnings
    }
    let rules = UnitRules(sum.definition)
    let broken = sum.units.map { rules.brokenCells(in: $0) }
    var differences: [Difference] = []
    for cell in sum.definition.cells {
      guard let own = stated[cell].number, let added = sum[cell].number, own != added else { continue }
      let gap = own - added
      var suspects: [String] = []
      for (unit, cells) in zip(sum.units, broken) {
        let figure = unit[cell].number ?? 0
        // Left out of the county's report, or counted twice in it.
        let explains = figure != 0 && (figure == gap || figure == 0 - gap)
        if explains || cells.contains(cell.index) { suspects.append(unit.agency) }
      }
      let difference = Difference(cell: cell, stated: own, sum: added, suspects: suspects)
      differences.append(difference)
      findings.append(
        Diagnostic(.error, .rollupDiffers(difference), at: report.source.place(cell.path)))
    }
    self.differences = differences
    self.findings = findings
  }
}
