/// Finds the widths of the columns of a table whose columns depend on data.
///
/// The table keeps its width. A cell that no block repeats keeps its own; the cells that a block wrote share
/// what the template gives the block. Each edge lies where the first row that has an edge there puts it.
struct ColumnEdges {
  private let table: LaidTable
  private let designs: [CellDesign]
  /// The template's edges in twips.
  private let template: [Double]
  private var edges: [Double?]

  /// Rows looked at; edges that none of them has are spread evenly.
  private static let greatestRowCount = 1_000

  /// The widths in twips; nil when the template doesn't say any.
  static func widths(_ layout: TableLayout, _ designs: [CellDesign]) -> [Int]? {
    guard let widths = layout.table.design.widths else { return nil }
    var edges = ColumnEdges(layout.table, widths, designs)
    if let widest = layout.widestRow { edges.take(layout.table.rows[widest]) }
    let rows = layout.table.rows.prefix(greatestRowCount)
    for row in rows where row.columnCount == layout.table.columnCount { edges.take(row) }
    for row in rows where row.columnCount != layout.table.columnCount { edges.take(row) }
    return edges.rounded()
  }

  private init(_ table: LaidTable, _ widths: [Int], _ designs: [CellDesign]) {
    self.table = table
    self.designs = designs
    var position = 0.0
    template =
      [0]
      + widths.map { width in
        position += Double(width)
        return position
      }
    edges = Array(repeating: nil, count: table.columnCount + 1)
    edges[0] = 0
    edges[table.columnCount] = position
  }

  private var total: Double { template[template.count - 1] }

  private func edge(_ column: Int) -> Double { template[min(column, template.count - 1)] }

  /// Takes over the edges of a row that are not known yet, and lie between their neighbours.
  private mutating func take(_ row: LaidRow) {
    guard edges.contains(where: { $0 == nil }) else { return }
    for (column, position) in rowEdges(row) where column < edges.count && edges[column] == nil {
      let left = edges[..<column].last { $0 != nil } ?? 0
      let right = edges[(column + 1)...].first { $0 != nil } ?? total
      if let left, let right, left < position, position < right { edges[column] = position }
    }
  }

  /// Where a row's cells end.
  private func rowEdges(_ row: LaidRow) -> [(column: Int, position: Double)] {
    var widths: [(column: Int, width: Double)] = []
    var repeated: [(column: Int, weight: Double)] = []
    var end = row.design.before
    func share(upTo next: Int) {
      let sum = repeated.reduce(0) { $0 + $1.weight }
      let width = edge(next) - edge(end)
      for (column, weight) in repeated { widths.append((column, width * weight / sum)) }
      repeated.removeAll()
    }
    for index in row.cells where table.cells[index].state != .gone {
      let cell = table.cells[index]
      let columns = designs[cell.design].columns
      let column = Int(cell.column + cell.span)
      let width = edge(columns.upperBound) - edge(columns.lowerBound)
      if designs[cell.design].isRepeated {
        repeated.append((column, max(1, width) * Double(cell.span) / Double(columns.count)))
      } else {
        share(upTo: columns.lowerBound)
        widths.append((column, width))
        end = columns.upperBound
      }
    }
    share(upTo: table.design.columnCount)
    let start = edge(row.design.before)
    let sum = widths.reduce(start) { $0 + $1.width }
    let scale = row.columnCount == table.columnCount && sum > start ? (total - start) / (sum - start) : 1
    var position = start
    var result = row.design.before > 0 ? [(column: row.design.before, position: start)] : []
    for (column, width) in widths {
      position += width * scale
      result.append((column, position))
    }
    return result
  }

  /// Whole widths that add up; edges no row has are spread evenly.
  private func rounded() -> [Int] {
    var widths: [Int] = []
    var last = 0
    var column = 0
    while column < table.columnCount {
      guard let next = edges[(column + 1)...].firstIndex(where: { $0 != nil }), let end = edges[next],
        let start = edges[column] ?? nil
      else { break }
      for index in (column + 1)...next {
        let share = Double(index - column) / Double(next - column)
        let position = Int((start + (end - start) * share).rounded())
        widths.append(max(1, position - last))
        last = position
      }
      column = next
    }
    return widths
  }
}
