/// Where the columns of a template begin in the table that came of it.
///
/// Cells outside of blocks show it; the columns between them, whose cells blocks wrote, are shared out evenly.
struct ColumnMap {
  /// For each of the template's columns, and behind the last.
  private var starts: [Int] = []

  init(_ row: LaidRow, _ table: LaidTable, _ designs: [CellDesign]) {
    let count = table.design.columnCount
    var column = row.design.before
    var anchors: [(template: Int, table: Int)] = [(0, 0), (column, column)]
    for index in row.cells where table.cells[index].state != .gone {
      let cell = table.cells[index]
      let design = designs[cell.design]
      if !design.isRepeated, !cell.isSpanFixed {
        anchors.append((design.columns.lowerBound, column))
        anchors.append((design.columns.upperBound, column + Int(cell.span)))
      }
      column += Int(cell.span)
    }
    anchors.append((count, column))
    starts = [0]
    for anchor in anchors where anchor.template >= starts.count { extend(to: anchor.template, anchor.table) }
  }

  private mutating func extend(to template: Int, _ end: Int) {
    let first = starts.count - 1
    let start = starts[first]
    let span = template - first
    for offset in 1...span { starts.append(start + ((end - start) * offset * 2 + span) / (2 * span)) }
  }

  /// How many columns come of some of the template's; at least one.
  func span(of columns: Range<Int>) -> Int {
    max(1, start(of: columns.upperBound) - start(of: columns.lowerBound))
  }

  private func start(of column: Int) -> Int {
    column < starts.count ? starts[column] : starts[starts.count - 1] + column - (starts.count - 1)
  }
}
