import Forms

/// What head rows say about the columns below them.
struct TableHead {
  /// A head cell: the column it names, nil if the form has no such column, and where it begins in the grid.
  struct Entry {
    var column: String?
    var start: Int?
  }

  var block: Int?
  var entries: [Entry] = []
  /// How many rows the column names came from.
  var rows = 0
  /// Whether rows of figures have been read under it.
  var isDone = false

  /// The columns of a row's figures, one for each; nil if they can't be told.
  func columns(for cells: [PublishedDocument.Cell], official: [FormColumn]) -> [String?]? {
    if let placed = byGrid(cells) { return placed }
    let ids = official.compactMap(\.id)
    let named = entries.compactMap(\.column)
    if entries.isEmpty || (named.count == entries.count && Set(named) == Set(ids)) {
      if cells.count == ids.count { return rows == 1 ? named : ids }
    } else if rows == 1, cells.count == entries.count {
      return entries.map(\.column)
    }
    // Totals may have been left out.
    let own = official.filter(\.summands.isEmpty).compactMap(\.id)
    return cells.count == own.count && entries.allSatisfy { $0.column != nil } ? own : nil
  }

  private func byGrid(_ cells: [PublishedDocument.Cell]) -> [String?]? {
    let starts = entries.compactMap(\.start)
    guard starts.count == entries.count, cells.count == entries.count, Set(starts).count == starts.count
    else { return nil }
    var columns: [Int: String?] = [:]
    for entry in entries { if let start = entry.start { columns[start] = .some(entry.column) } }
    var placed: [String?] = []
    for cell in cells {
      guard let start = cell.start, let column = columns[start] else { return nil }
      placed.append(column)
    }
    return placed
  }
}
