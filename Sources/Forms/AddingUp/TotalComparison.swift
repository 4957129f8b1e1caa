public import TemplateLanguage

/// A county's report held against the sum of its units.
public struct TotalComparison: Sendable {
  /// The cells in which the two differ, in the form's order.
  public let differences: [Difference]
  /// The cells that the report fills in and for which a unit has no figure, with these units' agencies.
  public let unknown: [(cell: FormCell, units: [String])]
  /// A unit whose figures are, cell by cell, all that differs; nil if there is none, or more than one.
  public let culprit: Culprit?

  /// A cell in which a county's report and the sum of its units differ.
  public struct Difference: Sendable {
    /// The cell, of the report's edition.
    public let cell: FormCell
    /// What the county's report says.
    public let stated: Decimal
    /// What the units add up to.
    public let sum: Decimal
    /// The stated figure without the sum.
    public var difference: Decimal { stated - sum }
    /// The units that may explain it, likeliest first: those whose own figure is the difference, or whose figures
    /// in this row or column do not hold together.
    public let suspects: [String]
  }

  /// A unit that explains every difference by itself.
  public struct Culprit: Sendable {
    /// The unit.
    public let agency: String
    /// Whether the county's report lacks its figures; else it has them twice.
    public let isLeftOut: Bool
  }

  /// Compares a report with the sum of its units, which is on the report's edition.
  public init(of report: Report, with sum: ReportSum) {
    var gaps: [(cell: FormCell, stated: Decimal, sum: Decimal)] = []
    var unknown: [(cell: FormCell, units: [String])] = []
    for cell in sum.definition.cells {
      guard let stated = report[cell].number else { continue }
      if let added = sum[cell].number {
        if added != stated { gaps.append((cell, stated, added)) }
      } else {
        unknown.append((cell, sum.units.filter { $0[cell] == .blank }.map(\.agency)))
      }
    }
    let rules = UnitRules(sum.definition)
    let explaining = sum.units.map { unit in
      let broken = rules.brokenCells(in: unit)
      return gaps.indices.filter { index in
        let (cell, stated, added) = gaps[index]
        let figure = unit[cell].number ?? 0
        // Left out of the county's report, or counted twice in it.
        return figure != 0 && (figure == stated - added || figure == added - stated)
          || broken.contains(cell.index)
      }
    }
    // By chance a small unit explains a small difference; one that explains many does not by chance.
    let ranked = sum.units.indices.sorted {
      explaining[$0].count != explaining[$1].count
        ? explaining[$0].count > explaining[$1].count : $0 < $1
    }
    differences = gaps.enumerated().map { index, gap in
      Difference(
        cell: gap.cell, stated: gap.stated, sum: gap.sum,
        suspects: ranked.filter { explaining[$0].contains(index) }.map { sum.units[$0].agency })
    }
    self.unknown = unknown
    culprit = gaps.isEmpty ? nil : Self.culprit(of: report, sum)
  }

  private static func culprit(of report: Report, _ sum: ReportSum) -> Culprit? {
    var found: [Culprit] = []
    for unit in sum.units {
      for isLeftOut in [true, false] {
        let explains = sum.definition.cells.allSatisfy { cell in
          guard let stated = report[cell].number, let added = sum[cell].number else { return true }
          guard let own = unit[cell].number else { return false }
          return stated == (isLeftOut ? added - own : added + own)
        }
        if explains { found.append(Culprit(agency: unit.agency, isLeftOut: isLeftOut)) }
      }
    }
    return found.count == 1 ? found[0] : nil
  }
}
