import Diagnostics
import Forms
import TemplateLanguage

/// The arithmetic rules, which the form definition says: `row-total`, `result-total`, `balance`, `review-total`,
/// `carry-over`, `in-force-chain`, in every row or column.
struct FormulaRules {
  func findings(in subject: Subject) -> [Finding] {
    let previous = PreviousYear.isYearBefore(subject) ? subject.previous : nil
    return subject.report.definition.rules.filter { !$0.needsPrevious || previous != nil }.flatMap { rule in
      rule.equations.compactMap { finding($0, of: rule, in: subject, previous) }
    }
  }

  private func finding(
    _ equation: FormEquation, of rule: FormRule, in subject: Subject, _ previous: Report?
  ) -> Finding? {
    let report = subject.report
    guard let left = report.sum(of: equation.left, previous: previous),
      let right = report.sum(of: equation.right, previous: previous), left != right
    else { return nil }
    let words = EquationWords(equation, cells: report.definition.cells)
    let own = (equation.left + equation.right).filter { !$0.isPrevious }
    let cells = own.map { report.definition.cells[$0.cell] }
    guard let first = cells.first else { return nil }
    return Finding(
      rule.id, rule.level, .equation(rule, words, left: left.text, right: right.text),
      at: report.source.place(first.path), spot: subject.spot(of: first),
      cells: cells.sorted { $0.index < $1.index }, found: left.text, expected: right.text)
  }
}

/// An equation by its official labels.
struct EquationWords {
  /// Whether the terms stand in one row, side by side; else in one column.
  let isRow: Bool
  /// The labels of the row or column.
  let subject: String
  /// The terms left and right of the equals sign.
  let left: LocalizedText
  let right: LocalizedText

  init(_ equation: FormEquation, cells: [FormCell]) {
    let all = (equation.left + equation.right).map { cells[$0.cell] }
    isRow = all.allSatisfy { $0.row == all[0].row }
    subject = isRow ? all.first?.rowLabels.joined(separator: "／") ?? "" : equation.subject
    left = Self.words(equation.left, cells, isRow)
    right = Self.words(equation.right, cells, isRow)
  }

  private static func words(_ terms: [FormEquation.Term], _ cells: [FormCell], _ isRow: Bool) -> LocalizedText
  {
    let labels = terms.map { term in
      let cell = cells[term.cell]
      return (isRow ? cell.columnLabel : cell.rowLabels.last ?? "", term)
    }
    if labels.count > 4, let first = labels.first, let last = labels.last {
      return LocalizedText(
        chinese: "“\(first.0)”至“\(last.0)”各数之和", english: "all from “\(first.0)” to “\(last.0)”")
    }
    var chinese = ""
    var english = ""
    for (index, (label, term)) in labels.enumerated() {
      if index > 0 {
        chinese += term.isNegative ? "减" : "加"
        english += term.isNegative ? " less " : " plus "
      }
      chinese += (term.isPrevious ? "上一年的" : "") + "“\(label)”"
      english += (term.isPrevious ? "last year's " : "") + "“\(label)”"
    }
    return LocalizedText(chinese: chinese, english: english)
  }
}
