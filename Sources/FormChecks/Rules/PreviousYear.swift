import Diagnostics
import Forms

/// `previous-year`: the report given as last year's is of another year. The chains are then not checked.
struct PreviousYear: Rule {
  let id = "previous-year"
  let level = Diagnostic.Severity.warning

  static func isYearBefore(_ subject: Subject) -> Bool {
    subject.previous?.year == subject.report.year - 1
  }

  func findings(in subject: Subject) -> [Finding] {
    guard let previous = subject.previous, !Self.isYearBefore(subject) else { return [] }
    return [
      Finding(
        id, level, .previousYear(found: previous.year, expected: subject.report.year - 1),
        at: subject.report.source.place("year"), spot: .head, found: String(previous.year),
        expected: String(subject.report.year - 1))
    ]
  }
}
