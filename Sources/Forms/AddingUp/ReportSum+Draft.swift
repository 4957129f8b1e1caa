import TemplateLanguage

extension ReportSum {
  /// The county's report with the sums in its tables and its prose to be written; comments above the prose have the
  /// figures at hand.
  public func draft(agency: String?, year: Int?) -> ReportDraft {
    var draft = ReportDraft(on: definition)
    draft.agency = agency
    draft.year = year
    draft.figures = figures
    var remarks = ["由\(units.count)个单位的报告汇总，表中各数是各单位之和。"]
    for table in definition.tables {
      let heading = definition.sections.first { $0.table == table.id }?.heading ?? table.id
      let cells = definition.cells.filter { $0.table == table.id && isKey($0, in: table) }
      let parts = cells.compactMap { cell in
        self[cell].number.flatMap { $0 == 0 ? nil : "\(words(for: cell))\(self[cell].text)" }
      }
      remarks.append("\(heading)：\(parts.isEmpty ? "都是 0" : parts.joined(separator: "，"))")
    }
    if let first = definition.proseSections.first { draft.remarks["sections.\(first.id)"] = remarks }
    return draft
  }

  /// A row's total stands for the row; without one every figure counts.
  private func isKey(_ cell: FormCell, in table: FormTable) -> Bool {
    let block = table.blocks.first { $0.id == cell.block }
    let hasSum = block?.figureColumns.contains { !$0.summands.isEmpty } ?? false
    return cell.isColumnSum || !hasSum
  }

  private func words(for cell: FormCell) -> String {
    let row = cell.rowLabels.last ?? ""
    return cell.isColumnSum ? "\(row) " : "\(row)\(cell.columnLabel) "
  }
}
