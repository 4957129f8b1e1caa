/// Writes what a table of OpenDocument comes to: its columns, spans and covered cells (ODF 1.3 part 3, 9.1).
struct OpenDocumentTableWriter {
  private let layout: TableLayout
  private let designs: [CellDesign]
  private let entry: String
  private let changes: PackageChanges
  private let prefix: String

  init(_ layout: TableLayout, _ designs: [CellDesign], _ entry: String, _ changes: PackageChanges) {
    self.layout = layout
    self.designs = designs
    self.entry = entry
    self.changes = changes
    prefix = layout.table.design.prefix
  }

  func write(into output: inout CellLayout) {
    let table = layout.table
    if table.design.isDynamic { output.insert(columns, at: table.begin) }
    for row in table.rows {
      for index in row.cells { write(table.cells[index], into: &output) }
      let missing = table.columnCount - row.columnCount
      if let end = row.end, missing > 0 {
        let cells = String(repeating: "<\(prefix)table-cell/>", count: missing)
        output.insert(Array(cells.utf8), at: end)
      }
    }
  }

  private var columns: [UInt8] {
    guard layout.declaresColumns else { return layout.table.design.columns }
    guard let widths = ColumnEdges.widths(layout, designs) else {
      let count = layout.table.columnCount
      return Array("<\(prefix)table-column \(prefix)number-columns-repeated=\"\(count)\"/>".utf8)
    }
    return widths.flatMap { width in
      Array("<\(prefix)table-column \(prefix)style-name=\"\(style(ofWidth: width))\"/>".utf8)
    }
  }

  /// The style of a column so many twips wide.
  private func style(ofWidth width: Int) -> String {
    let hundredths = String(width % 20 * 5)
    let points = "\(width / 20).\(hundredths.utf8.count < 2 ? "0" : "")\(hundredths)pt"
    let relative = layout.table.design.isRelative ? " style:rel-column-width=\"\(width)*\"" : ""
    let wrap = Wrap(
      "<style:style style:name=\"",
      "\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"\(points)\""
        + "\(relative)/></style:style>")
    return changes.name(of: AutomaticStyle(wrap: wrap), in: entry)
  }

  private func write(_ cell: LaidCell, into output: inout CellLayout) {
    let design = designs[cell.design]
    let span = Int(cell.span)
    if design.merge == .continued, cell.downKey == 0 {
      let bytes =
        cell.state == .covered
        ? covered(span, design) : emptyCell(cell, design) + covered(span - 1, design)
      output.insert(bytes, at: Int(cell.place))
      return
    }
    switch cell.state {
    case .gone, .covered:
      guard cell.open >= 0, cell.end >= 0 else { return }
      let bytes = cell.state == .gone ? [] : covered(span, design)
      output.replace(from: Int(cell.open), to: Int(cell.end), by: bytes)
    case .plain, .first:
      let attributes = output.attributes(
        of: design, span: span, rows: Int(cell.rowCount), cell.color < 0 ? nil : Int(cell.color))
      output.insert(attributes, at: Int(cell.place))
      if cell.end >= 0 { output.insert(covered(span - 1, design), at: Int(cell.end)) }
    }
  }

  private func covered(_ count: Int, _ design: CellDesign) -> [UInt8] {
    guard count > 0 else { return [] }
    let cell = Array("<\(prefix)covered-table-cell\(style(of: design))/>".utf8)
    return (0..<count).flatMap { _ in cell }
  }

  /// A cell that a merge of the template would cover, had its first row been written.
  private func emptyCell(_ cell: LaidCell, _ design: CellDesign) -> [UInt8] {
    var spanned = cell.span > 1 ? " \(prefix)number-columns-spanned=\"\(cell.span)\"" : ""
    if cell.rowCount > 1 { spanned += " \(prefix)number-rows-spanned=\"\(cell.rowCount)\"" }
    return Array("<\(prefix)table-cell\(style(of: design))\(spanned)><text:p/></\(prefix)table-cell>".utf8)
  }

  private func style(of design: CellDesign) -> String {
    design.styleName.map { " \(prefix)style-name=\"\($0)\"" } ?? ""
  }
}
