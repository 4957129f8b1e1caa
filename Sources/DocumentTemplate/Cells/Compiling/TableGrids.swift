import OfficeDocument
import XMLTree

/// Which columns of the template the cells of tables with tags take, read before any of them leaves.
///
/// OpenDocument's covered cells to the right of a cell are taken out of the tree, so that they come and go with
/// it; those below a cell stay, and count as one cell for each row.
struct TableGrids {
  private(set) var tables: [Node] = []
  private(set) var columnCounts: [Node: Int] = [:]
  private(set) var cells: [Node: Range<Int>] = [:]
  private(set) var before: [Node: Int] = [:]
  /// The covered cells taken out, by the cell that covers them.
  private(set) var besides: [Node: [Node]] = [:]
  /// The first covered cell below a cell in each row, with the others beside it.
  private(set) var below: [Node: [Node]] = [:]
  private let walk: TableWalk

  /// A repeated cell is opened up if there are no more of it than this.
  static let greatestRepetition = 1_000

  init(_ markers: [MarkerList.Marker], _ walk: TableWalk) {
    self.walk = walk
    var seen: Set<Node> = []
    for marker in markers {
      guard let table = walk.dialect.ancestor(of: marker.node, as: .table), seen.insert(table).inserted
      else { continue }
      tables.append(table)
      if walk.dialect.format == .docx { readWord(table) } else { readOpenDocument(table) }
    }
  }

  private mutating func readWord(_ table: Node) {
    var greatest = table.firstElement(W.tblGrid)?.elements(W.gridCol).count ?? 0
    let declared = greatest
    for row in walk.rows(of: table).carriers {
      let properties = row.firstElement(W.trPr)
      var column = Self.number(W.gridBefore, in: properties) ?? 0
      before[row] = column
      for cell in walk.cells(of: row).carriers {
        let span = max(1, Self.number(W.gridSpan, in: cell.firstElement(W.tcPr)) ?? 1)
        cells[cell] = column..<column + span
        column += span
      }
      greatest = max(greatest, column)
    }
    columnCounts[table] = declared > 0 ? declared : greatest
  }

  static func number(_ name: Name, in properties: Node?) -> Int? {
    guard let text = properties?.firstElement(name)?.attribute(W.val), let number = Int(text),
      (0...CellValue.greatestSpan).contains(number)
    else { return nil }
    return number
  }

  private mutating func readOpenDocument(_ table: Node) {
    var greatest = 0
    /// For each column, how many rows the cell from above still reaches down, and where that cell begins.
    var reach: [(rows: Int, start: Int)] = []
    for row in walk.rows(of: table).carriers {
      var column = 0
      var coveredFrom: (cell: Node, left: Int)?
      var stub: (node: Node, start: Int)?
      var begun: [(columns: Range<Int>, rows: Int)] = []
      for node in Self.opened(walk.cells(of: row).carriers) {
        if node.is(ODFTable.coveredTableCell) {
          if let (cell, left) = coveredFrom, left > 0 {
            besides[cell, default: []].append(node)
            node.remove()
            coveredFrom = (cell, left - 1)
          } else {
            let isBelow = column < reach.count && reach[column].rows > 0
            if isBelow, let stub, stub.start == reach[column].start {
              below[stub.node, default: []].append(node)
              cells[stub.node] = (cells[stub.node]?.lowerBound ?? column)..<column + 1
            } else {
              below[node] = []
              cells[node] = column..<column + 1
              stub = isBelow ? (node, reach[column].start) : nil
            }
          }
          column += 1
          continue
        }
        stub = nil
        let span = Self.spanned(node, ODFTable.numberColumnsSpanned)
        cells[node] = column..<column + span
        coveredFrom = (node, span - 1)
        begun.append((column..<column + span, Self.spanned(node, ODFTable.numberRowsSpanned)))
        column += 1
        if span > 1, !Self.isFollowedByCovered(node) { column += span - 1 }
      }
      greatest = max(greatest, column)
      let repeated = Int(row.attribute(ODFTable.numberRowsRepeated) ?? "") ?? 1
      for index in reach.indices { reach[index].rows = max(0, reach[index].rows - repeated) }
      for (columns, rows) in begun where rows > 1 {
        while reach.count < columns.upperBound { reach.append((0, 0)) }
        for index in columns { reach[index] = (rows - 1, columns.lowerBound) }
      }
    }
    let declared = ColumnDeclarations.columns(of: table).reduce(0) { $0 + $1.count }
    columnCounts[table] = declared > 0 ? declared : greatest
  }

  private static func isFollowedByCovered(_ cell: Node) -> Bool {
    var next = cell.nextSibling
    while let node = next, node.kind != .element { next = node.nextSibling }
    return next?.is(ODFTable.coveredTableCell) == true
  }

  static func spanned(_ cell: Node, _ name: Name) -> Int {
    guard let number = Int(cell.attribute(name) ?? "1") else { return 1 }
    return (1...CellValue.greatestSpan).contains(number) ? number : 1
  }

  /// The cells, each repeated one as so many.
  private static func opened(_ cells: [Node]) -> [Node] {
    var result: [Node] = []
    for cell in cells {
      result.append(cell)
      // One that holds tags was opened up before they were found, or is repeated too often.
      guard MarkerList(below: cell).markers.isEmpty else { continue }
      result += RepeatedCells.open(cell, ODFTable.numberColumnsRepeated)
    }
    return result
  }
}
