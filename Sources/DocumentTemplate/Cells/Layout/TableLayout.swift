import TemplateLanguage

/// Decides what columns and rows the cells of a table take.
///
/// - Cells merge to the right with the cells before them that have the same key.
/// - Where blocks wrote more columns than the template has, or fewer, the other rows follow: a cell that no
///   statement gives a span takes the columns that came of those it takes in the template.
/// - A cell merges downwards with the cell above it that begins in the same column, takes as many and has the
///   same key. Where a merge by value ends, those to its right in the row end too, so that a group's members
///   do not run on into the next group.
struct TableLayout {
  private(set) var table: LaidTable
  /// What is wrong with spans, by number.
  private(set) var refused: [Int: ValueError] = [:]
  /// Where the template's columns begin among the table's; nil if the template's rows may stay as they are.
  private var columnMap: ColumnMap?
  /// The row with blocks among its cells that has most columns.
  private(set) var widestRow: Int?
  private let designs: [CellDesign]

  init(_ table: LaidTable, _ designs: [CellDesign]) {
    self.table = table
    self.designs = designs
  }

  mutating func run() {
    if table.design.isDynamic {
      mergeRight()
      findWidestRow()
    }
    var above = RowAbove(columns: table.design.columnCount)
    for row in table.rows.indices { place(row, &above) }
    guard table.design.isDynamic else { return }
    let greatest = table.rows.map(\.columnCount).max() ?? 0
    checkSpans()
    table.columnCount = max(1, greatest)
  }

  private mutating func mergeRight() {
    for row in table.rows {
      var first: Int?
      for index in row.cells {
        let key = table.cells[index].rightKey
        if key != 0, let first, table.cells[first].rightKey == key {
          table.cells[first].span += table.cells[index].span
          table.cells[index].state = .gone
        } else {
          first = index
        }
      }
    }
  }

  private mutating func findWidestRow() {
    var greatest = -1
    for (number, row) in table.rows.enumerated() where row.design.isDynamic {
      let count = row.cells.reduce(row.design.before) { sum, index in
        table.cells[index].state == .gone ? sum : sum + Int(table.cells[index].span)
      }
      if count > greatest { (greatest, widestRow) = (count, number) }
    }
    guard let widestRow else { return }
    columnMap = ColumnMap(table.rows[widestRow], table, designs)
  }

  /// Gives the cells of a row their columns, and merges them with those above.
  private mutating func place(_ number: Int, _ above: inout RowAbove) {
    let row = table.rows[number]
    var column = row.design.before
    var hasNewGroup = false
    for index in row.cells where table.cells[index].state != .gone {
      var cell = table.cells[index]
      let design = designs[cell.design]
      if !table.design.isDynamic { column = design.columns.lowerBound }
      let upper = above.cell(at: column, inRowBefore: number)
      let isContinued = design.merge == .continued && cell.downKey == 0
      if isContinued, let upper, table.cells[upper].isSpanFixed, isTemplateMerge(upper) {
        cell.span = table.cells[upper].span
        cell.isSpanFixed = true
      } else if !cell.isSpanFixed, !design.isRepeated, let columnMap {
        cell.span = Int32(columnMap.span(of: design.columns))
      }
      cell.column = Int32(column)
      table.cells[index] = cell
      if cell.downKey != 0 {
        let joins = upper.map { canJoin(index, $0) } == true && !(hasNewGroup && cell.mergesByValue)
        if joins, let upper { join(index, upper) } else { hasNewGroup = hasNewGroup || cell.mergesByValue }
      } else if isContinued {
        if let upper, isTemplateMerge(upper), table.cells[upper].span == cell.span {
          join(index, upper)
        } else {
          table.cells[index].state = .first
        }
      } else if design.merge == .first {
        table.cells[index].state = .first
      }
      above.put(index, at: column, inRow: number)
      column += Int(cell.span)
    }
    table.rows[number].columnCount = column
  }

  private func canJoin(_ lower: Int, _ upper: Int) -> Bool {
    let (lower, upper) = (table.cells[lower], table.cells[upper])
    return lower.downKey == upper.downKey && lower.span == upper.span
  }

  private func isTemplateMerge(_ index: Int) -> Bool {
    table.cells[index].downKey == 0 && designs[table.cells[index].design].merge != .none
  }

  private mutating func join(_ lower: Int, _ upper: Int) {
    let first = table.cells[upper].state == .covered ? Int(table.cells[upper].rowCount) : upper
    table.cells[lower].state = .covered
    // A covered cell takes no rows; the number says which cell covers it.
    table.cells[lower].rowCount = Int32(first)
    table.cells[first].state = .first
    table.cells[first].rowCount += 1
  }

  /// A row may be made wider than the table by a span that is too great, never the table by a row.
  private mutating func checkSpans() {
    var limit = table.design.hasColumnBlocks ? 0 : table.design.columnCount
    for row in table.rows where !row.cells.contains(where: { table.cells[$0].spanStatement >= 0 }) {
      limit = max(limit, row.columnCount)
    }
    guard limit > 0 else { return }
    for row in table.rows where row.columnCount > limit {
      guard let index = row.cells.last(where: { table.cells[$0].spanStatement >= 0 }) else { continue }
      let cell = table.cells[index]
      let span = Int(cell.span)
      refused[Int(cell.spanStatement)] = ValueError(
        .spanTooWide(span, others: row.columnCount - span, columns: limit))
    }
  }
}

/// The cells of the row above, by the column they begin in.
private struct RowAbove {
  private var cells: [(cell: Int, row: Int)]

  init(columns: Int) {
    cells = Array(repeating: (0, -1), count: columns + 1)
  }

  func cell(at column: Int, inRowBefore row: Int) -> Int? {
    guard column < cells.count else { return nil }
    let found = cells[column]
    // A cell of the same row may stand there already: rows are read from the left.
    return found.row == row - 1 && row > 0 ? found.cell : nil
  }

  mutating func put(_ cell: Int, at column: Int, inRow row: Int) {
    while cells.count <= column { cells.append((0, -1)) }
    cells[column] = (cell, row)
  }
}
