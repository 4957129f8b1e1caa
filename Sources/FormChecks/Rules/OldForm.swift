import Diagnostics
import Forms

/// `old-form`: columns of the 2019 edition in a report for 2021 or later.
struct OldForm: Rule {
  let id = "old-form"
  let level = Diagnostic.Severity.warning

  /// The first year for which the 2019 edition is no longer prescribed.
  static let firstYear = 2021

  private static let oldColumns: Set<String> = [
    "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "本年增/减", "处理决定数量", "采购项目数量", "采购总金额",
  ]

  func findings(in subject: Subject) -> [Finding] {
    guard subject.report.year >= Self.firstYear else { return [] }
    let cells = subject.report.definition.cells.filter { Self.oldColumns.contains($0.columnLabel) }
    guard !cells.isEmpty else { return [] }
    var columns: [String] = []
    for cell in cells where !columns.contains(cell.columnLabel) { columns.append(cell.columnLabel) }
    return [finding(.oldForm(columns, year: subject.report.year), in: subject, cells: cells)]
  }
}
