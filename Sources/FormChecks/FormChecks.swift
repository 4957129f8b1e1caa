public import Forms

/// The checks of a report: the rules of its form definition and those of the folder Rules.
///
/// A check returns findings and throws nothing; a figure that is blank is not checked.
public enum FormChecks {
  /// Every rule that is no part of a form definition.
  static let rules: [any Rule] = [
    OldForm(), OldBasis(), Period(), Contact(), PreviousYear(), TextVersusTable(), TextVersusText(),
    TemplateText(), Impossible(), FeeStatement(),
  ]

  /// Everything that the rules find, in the order of the form.
  ///
  /// Findings that the report accepts, with a reason, under `accept` are marked so; what is wrong with `accept`
  /// itself is found too.
  ///
  /// - Parameter previous: the report of the year before, for the rules that need it; they are passed over without.
  public static func findings(in report: Report, previous: Report? = nil) -> [Finding] {
    let subject = Subject(report, previous: previous)
    var findings = FormulaRules().findings(in: subject)
    for rule in rules { findings += rule.findings(in: subject) }
    return Acceptance(of: report, hasPrevious: previous != nil).applied(to: inOrder(findings))
  }

  /// The cells in which a report is not the sum of its units' reports: rule `rollup`.
  ///
  /// Units on another edition are brought to the total's, see `Report.transfer`; a cell for which one of them has no
  /// figure can't be checked, which is a warning. Where the total's cell is blank, nothing is said.
  public static func findings(in total: Report, asSumOf units: [Report]) -> [Finding] {
    let findings = Rollup(units: units).findings(in: Subject(total, previous: nil))
    return Acceptance(of: total, only: [Rollup.ruleID]).applied(to: inOrder(findings))
  }

  private static func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.enumerated().sorted { left, right in
      left.element.spot != right.element.spot
        ? left.element.spot < right.element.spot : left.offset < right.offset
    }
    .map(\.element)
  }
}
