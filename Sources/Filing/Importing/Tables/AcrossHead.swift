import Forms

/// The head of a table whose rows are printed side by side.
struct AcrossHead {
  private var rows: [(path: String, start: Int)] = []
  private var columns: [(id: String, start: Int)] = []
  private var hasGrid = true
  private var words = 0

  /// Whether there was a head.
  var isComplete: Bool { words > 0 }

  /// Takes a head row: labels of rows and of columns, and nothing else; nil if it is none.
  mutating func read(
    _ cells: [PublishedDocument.Cell], rows: [TableLabels.Row], _ block: TableLabels.Block,
    _ table: TableLabels
  ) -> [LabelText.Fit]? {
    let filled = cells.filter { !$0.isBlank }
    var fits: [LabelText.Fit] = []
    var foundRows: [(path: String, start: Int)] = []
    var foundColumns: [(id: String, start: Int)] = []
    var isHead = filled.count > 1
    for cell in filled {
      let candidate = LabelCandidate(cell.text)
      if let found = Self.row(candidate, rows) {
        fits.append(found.fit)
        if let path = found.row.path { foundRows.append((path, cell.start ?? -1)) }
      } else if let found = table.column(candidate, block: block) {
        fits.append(found.fit)
        foundColumns.append((found.id, cell.start ?? -1))
      } else {
        isHead = false
      }
    }
    // 总计 and 其他 alone are words of other tables too.
    guard isHead, fits.count == filled.count, foundRows.count + foundColumns.count >= 2 || !fits.isEmpty,
      foundRows.count > 0 || foundColumns.count >= 4 || (words == 0 && foundColumns.isEmpty)
    else { return nil }
    hasGrid = hasGrid && filled.allSatisfy { $0.start != nil }
    self.rows += foundRows
    columns += foundColumns
    words += filled.count
    return fits
  }

  private static func row(
    _ text: LabelCandidate, _ rows: [TableLabels.Row]
  ) -> (row: TableLabels.Row, fit: LabelText.Fit)? {
    for row in rows { if let fit = row.label.fit(text) { return (row, fit) } }
    return nil
  }

  /// The paths of a row's figures; nil if they can't be told.
  func paths(for cells: [PublishedDocument.Cell], official: [String]) -> [String]? {
    guard cells.count == official.count else { return nil }
    guard hasGrid, columns.count == official.count else { return official }
    let sorted = rows.sorted { $0.start < $1.start }
    var named: [String] = []
    for cell in cells {
      guard let start = cell.start, let column = columns.first(where: { $0.start == start }),
        let row = sorted.last(where: { $0.start <= start })
      else { return official }
      named.append("\(row.path).\(column.id)")
    }
    return Set(named) == Set(official) ? named : official
  }
}
