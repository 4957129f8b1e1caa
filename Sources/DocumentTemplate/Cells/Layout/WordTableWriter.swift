/// Writes what a table of WordprocessingML comes to: its grid, spans, merges and widths.
struct WordTableWriter {
  private let layout: TableLayout
  private let designs: [CellDesign]
  private let prefix: String
  /// The columns' widths; nil if they are not known.
  private let widths: [Int]?
  /// Their edges.
  private let edges: [Int]?

  init(_ layout: TableLayout, _ designs: [CellDesign]) {
    self.layout = layout
    self.designs = designs
    prefix = layout.table.design.prefix
    let known = layout.table.design.widths
    widths =
      layout.declaresColumns
      ? ColumnEdges.widths(layout, designs) : known?.count == layout.table.columnCount ? known : nil
    edges = widths?.reduce(into: [0]) { edges, width in edges.append(edges[edges.count - 1] + width) }
  }

  func write(into output: inout CellLayout) {
    let table = layout.table
    if table.design.isDynamic { output.insert(columns, at: table.begin) }
    for row in table.rows {
      if table.design.isDynamic { output.insert(remainder(of: row), at: row.begin) }
      for index in row.cells { write(table.cells[index], into: &output) }
    }
  }

  private var columns: [UInt8] {
    guard layout.declaresColumns else { return layout.table.design.columns }
    guard let widths else {
      return (0..<layout.table.columnCount).flatMap { _ in Array("<\(prefix)gridCol/>".utf8) }
    }
    return widths.flatMap { Array("<\(prefix)gridCol \(prefix)w=\"\($0)\"/>".utf8) }
  }

  /// The columns a row leaves out behind its last cell (ISO/IEC 29500-1, 17.4.14).
  private func remainder(of row: LaidRow) -> [UInt8] {
    let count = layout.table.columnCount - row.columnCount
    guard count > 0 else { return [] }
    var text = "<\(prefix)gridAfter \(prefix)val=\"\(count)\"/>"
    if let edges {
      let width = edges[edges.count - 1] - edges[row.columnCount]
      text += "<\(prefix)wAfter \(prefix)w=\"\(width)\" \(prefix)type=\"dxa\"/>"
    }
    return Array((row.design.hasProperties ? text : "<\(prefix)trPr>\(text)</\(prefix)trPr>").utf8)
  }

  private func write(_ cell: LaidCell, into output: inout CellLayout) {
    if cell.state == .gone {
      if cell.open >= 0, cell.end >= 0 { output.replace(from: Int(cell.open), to: Int(cell.end), by: []) }
      return
    }
    let design = designs[cell.design]
    var bytes = width(of: cell, design)
    if cell.span > 1 { bytes += Array("<\(prefix)gridSpan \(prefix)val=\"\(cell.span)\"/>".utf8) }
    if let merge = merge(of: cell) {
      bytes += Array("<\(prefix)vMerge \(prefix)val=\"\(merge)\"/>".utf8)
    }
    output.insert(bytes, at: Int(cell.place))
    guard cell.state == .covered, cell.downKey != 0 else { return }
    if cell.content >= 0, cell.contentEnd >= 0 {
      output.replace(from: Int(cell.content), to: Int(cell.contentEnd), by: design.emptyContent)
    } else if cell.textBegin >= 0, cell.textEnd >= 0 {
      output.removeTexts(from: Int(cell.textBegin), to: Int(cell.textEnd))
    }
  }

  /// docxtpl begins a merge even where there is one pass of the loop only.
  private func merge(of cell: LaidCell) -> String? {
    switch cell.state {
    case .covered: "continue"
    case .first: "restart"
    default: cell.downKey != 0 && !cell.mergesByValue ? "restart" : nil
    }
  }

  private func width(of cell: LaidCell, _ design: CellDesign) -> [UInt8] {
    let isAsBefore = !layout.declaresColumns && Int(cell.span) == design.span
    guard let edges, !isAsBefore, design.widthType != .other else { return design.width }
    let column = Int(cell.column)
    let width = edges[min(column + Int(cell.span), edges.count - 1)] - edges[min(column, edges.count - 1)]
    let total = max(1, edges[edges.count - 1])
    return design.widthType == .twips
      ? Array("<\(prefix)tcW \(prefix)w=\"\(width)\" \(prefix)type=\"dxa\"/>".utf8)
      : Array("<\(prefix)tcW \(prefix)w=\"\(width * 5_000 / total)\" \(prefix)type=\"pct\"/>".utf8)
  }
}

extension TableLayout {
  /// Whether the table's columns are not those of the template.
  var declaresColumns: Bool {
    table.design.isDynamic && (widestRow != nil || table.columnCount != table.design.columnCount)
  }
}
