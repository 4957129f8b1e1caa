import Diagnostics
import Forms
import TemplateLanguage

/// `impossible`: 规章 above zero for an agency below a city divided into districts. Unverified in law; a warning only.
struct Impossible: Rule {
  let id = "impossible"
  let level = Diagnostic.Severity.warning

  func findings(in subject: Subject) -> [Finding] {
    guard Agency(subject.report.agency).isBelowCity else { return [] }
    let cells = subject.report.definition.cells.filter { cell in
      cell.rowLabels.last == "规章" && (subject.report[cell].number ?? 0) > 0
    }
    guard let first = cells.first, let number = subject.report[first].number else { return [] }
    return [
      finding(
        .impossible(cells, number: number.text), in: subject, cells: cells, found: number.text, expected: "0")
    ]
  }
}
