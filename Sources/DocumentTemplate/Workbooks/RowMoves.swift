import XMLTree

/// Numbers the rows of a rendered sheet anew, and says where those of the template have gone.
struct RowMoves {
  /// The rows as they are, each with its number in the template.
  private var rows: [(old: Int, new: Int)] = []

  init(numbering tree: XMLTree, _ template: SheetRows) {
    let sorted = template.numbers.sorted()
    let ranks = Dictionary(sorted.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    let taken = template.taken.sorted()
    var isTaken = 0
    // How far down a row stands when neither tags' rows nor rows of the template count: empty rows remain.
    var gaps: [Int: Int] = [:]
    for (rank, number) in sorted.enumerated() {
      while isTaken < taken.count, taken[isTaken] < number { isTaken += 1 }
      gaps[number] = number - rank - isTaken
    }
    var (last, gap) = (0, 1)
    for row in tree.root.firstElement(S.sheetData)?.elements(S.row) ?? [] {
      guard let old = row.attribute(S.r).flatMap({ Int($0) }), ranks[old] != nil else { continue }
      let own = gaps[old] ?? gap
      last += 1 + max(0, own - gap)
      gap = max(gap, own)
      rows.append((old, last))
      row.setAttribute(S.r, String(last))
      for cell in row.elements(S.c) {
        guard let range = cell.attribute(S.r).flatMap({ CellRange($0[...]) }) else { continue }
        cell.setAttribute(S.r, CellRange.name(column: range.columns.lowerBound, row: last))
      }
    }
  }

  /// Where the rows of `range` are; a row below all others if none is left.
  func moved(_ range: CellRange) -> CellRange {
    var result = range
    let found = rows.filter { range.rows.contains($0.old) }.map(\.new)
    let below = (rows.last?.new ?? 0) + 1
    result.rows = (found.min() ?? below)...(found.max() ?? below)
    return result
  }

  /// Where the cells of a table are, which has a row below its heading even if it is empty.
  func movedTable(_ range: CellRange) -> CellRange {
    var result = moved(range)
    if result.rows.count == 1, range.rows.count > 1 {
      result.rows = result.rows.lowerBound...(result.rows.lowerBound + 1)
    }
    return result
  }
}
