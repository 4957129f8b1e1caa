import OfficeDocument
import XMLTree

/// A table read back as a grid: which text stands at each place, and what is wrong with its spans.
struct TableGrid {
  /// For each row and column the text of the cell that takes the place.
  private(set) var texts: [[String]] = []
  private(set) var faults: [String] = []
  /// The sum of the columns' widths.
  private(set) var width = 0

  /// The first table below `root`; nil if there is none.
  init?(word root: Node) {
    guard let table = root.descendants.first(where: { $0.is(W.tbl) }) else { return nil }
    let columns = table.firstElement(W.tblGrid)?.elements(W.gridCol) ?? []
    let widths = columns.map { $0.attribute(W.w).flatMap { Int($0) } ?? 0 }
    width = widths.reduce(0, +)
    var above: [Int: (span: Int, text: String)] = [:]
    for (number, row) in table.elements(W.tr).enumerated() {
      let properties = row.firstElement(W.trPr)
      var line: [String] = []
      var merged: [Int: (span: Int, text: String)] = [:]
      for cell in row.elements(W.tc) {
        let own = cell.firstElement(W.tcPr)
        let span = own?.firstElement(W.gridSpan)?.attribute(W.val).flatMap { Int($0) } ?? 1
        var text = Self.text(of: cell)
        if let merge = own?.firstElement(W.vMerge) {
          if merge.attribute(W.val) != "restart" {
            if let upper = above[line.count], upper.span == span {
              text = upper.text
            } else {
              faults.append("row \(number + 1): nothing above continues in column \(line.count + 1)")
            }
          }
          merged[line.count] = (span, text)
        }
        let wanted = widths.dropFirst(line.count).prefix(span).reduce(0, +)
        if let said = own?.firstElement(W.tcW)?.attribute(W.w), Int(said) != wanted {
          faults.append("row \(number + 1): a cell is \(said) wide, its columns \(wanted)")
        }
        line += Array(repeating: text, count: span)
      }
      above = merged
      let after = properties?.firstElement(W.gridAfter)?.attribute(W.val).flatMap { Int($0) } ?? 0
      line += Array(repeating: "", count: after)
      if line.count != columns.count {
        faults.append("row \(number + 1) has \(line.count) columns of \(columns.count)")
      }
      texts.append(line)
    }
  }

  init?(openDocument root: Node) {
    guard let table = root.descendants.first(where: { $0.is(ODFTable.table) }) else { return nil }
    self.init(openDocumentTable: table)
  }

  init(openDocumentTable table: Node) {
    var columns = 0
    for column in table.elements(ODFTable.tableColumn) {
      columns += column.attribute(ODFTable.numberColumnsRepeated).flatMap { Int($0) } ?? 1
    }
    /// What is still to be covered: by row and column, the text of the cell that covers.
    var owed: [Int: [Int: String]] = [:]
    for (number, row) in table.elements(ODFTable.tableRow).enumerated() {
      var line: [String] = []
      for cell in row.elements {
        let column = line.count
        let covering = owed[number]?.removeValue(forKey: column)
        if cell.is(ODFTable.coveredTableCell) {
          if covering == nil { faults.append("row \(number + 1), column \(column + 1): covered by nothing") }
          line.append(covering ?? "")
          continue
        }
        if covering != nil { faults.append("row \(number + 1), column \(column + 1): a cell under another") }
        let text = Self.text(of: cell)
        let span = cell.attribute(ODFTable.numberColumnsSpanned).flatMap { Int($0) } ?? 1
        let down = cell.attribute(ODFTable.numberRowsSpanned).flatMap { Int($0) } ?? 1
        for y in 0..<down {
          for x in 0..<span where x + y > 0 { owed[number + y, default: [:]][column + x] = text }
        }
        line.append(text)
      }
      if line.count != columns { faults.append("row \(number + 1) has \(line.count) columns of \(columns)") }
      if owed[number]?.isEmpty == false { faults.append("row \(number + 1): a cell spans beyond it") }
      texts.append(line)
    }
    if owed.contains(where: { $0.key >= texts.count && !$0.value.isEmpty }) {
      faults.append("a cell spans beyond the table")
    }
  }

  private static func text(of cell: Node) -> String {
    cell.descendants.filter { $0.kind == .text }.map(\.text).joined()
  }
}
