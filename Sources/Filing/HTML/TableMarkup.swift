import Forms

/// A table of the form as HTML, its merged cells by colspan and rowspan, what each head is for by scope.
struct TableMarkup {
  let report: Report
  let table: FormTable
  private(set) var text = ""

  init(_ table: FormTable, of report: Report) {
    self.report = report
    self.table = table
    text = "<table>\n"
    for block in table.blocks { table.isAcross ? writeAcross(block) : write(block) }
    text += "</table>\n"
  }

  /// How many columns the widest block has.
  private var width: Int {
    table.blocks.map { ($0.rows.map(\.labelDepth).max() ?? 0) + $0.figureColumns.count }.max() ?? 0
  }

  // MARK: Blocks

  private mutating func write(_ block: FormBlock) {
    let labels = block.rows.map(\.labelDepth).max() ?? 0
    let extra = width - labels - block.figureColumns.count
    let isOnly = table.blocks.count == 1
    text += isOnly ? "<thead>\n" : "<tbody>\n"
    if let caption = block.caption {
      text += "<tr>" + Self.cell("th", caption, columns: width, scope: "colgroup") + "</tr>\n"
    }
    let nodes = block.columns.map(HeadNode.init)
    let corner = Self.cell(
      labels == 1 ? "th" : "td", block.corner ?? "", columns: labels,
      rows: nodes.map(\.depth).max() ?? 1, scope: labels == 1 ? "col" : nil)
    writeHead(nodes, corner: corner, extra: extra)
    if isOnly { text += "</thead>\n<tbody>\n" }
    for row in block.rows {
      write(row, in: block, path: table.id, depth: 0, labels: labels, extra: extra, opened: "")
    }
    text += "</tbody>\n"
  }

  /// A block whose rows are groups of columns above a single row of figures.
  private mutating func writeAcross(_ block: FormBlock) {
    text += "<thead>\n"
    writeHead(block.rows.map { HeadNode($0, over: block.columns) }, corner: "", extra: 0)
    text += "</thead>\n<tbody>\n<tr>"
    for row in block.rows { writeFigures(across: row, in: block, path: table.id) }
    text += "</tr>\n</tbody>\n"
  }

  // MARK: Head

  /// The rows of a head; the last column takes `extra` columns more.
  private mutating func writeHead(_ nodes: [HeadNode], corner: String, extra: Int) {
    let depth = nodes.map(\.depth).max() ?? 1
    var level = nodes.enumerated().map { (node: $0.element, isLast: $0.offset == nodes.count - 1) }
    for row in 0..<depth {
      text += "<tr>" + (row == 0 ? corner : "")
      var next: [(node: HeadNode, isLast: Bool)] = []
      for (node, isLast) in level {
        let columns = node.width + (isLast ? extra : 0)
        let isLeaf = node.children.isEmpty
        text += Self.cell(
          "th", node.label, columns: columns, rows: isLeaf ? depth - row : 1,
          scope: columns == 1 ? "col" : "colgroup")
        next += node.children.enumerated().map {
          ($0.element, isLast && $0.offset == node.children.count - 1)
        }
      }
      text += "</tr>\n"
      level = next
    }
  }

  // MARK: Rows

  /// - Parameter opened: the labels of groups that begin with this row.
  private mutating func write(
    _ row: FormRow, in block: FormBlock, path: String, depth: Int, labels: Int, extra: Int, opened: String
  ) {
    let path = row.id.map { "\(path).\($0)" } ?? path
    guard row.children.isEmpty else {
      var opened = opened + Self.cell("th", row.label, rows: row.leafCount, scope: "rowgroup")
      for child in row.children {
        write(
          child, in: block, path: path, depth: depth + 1, labels: labels, extra: extra, opened: opened)
        opened = ""
      }
      return
    }
    text += "<tr>" + opened + Self.cell("th", row.label, columns: labels - depth, scope: "row")
    writeFigures(at: path, in: block, extra: extra)
    text += "</tr>\n"
  }

  private mutating func writeFigures(across row: FormRow, in block: FormBlock, path: String) {
    let path = row.id.map { "\(path).\($0)" } ?? path
    if row.children.isEmpty {
      writeFigures(at: path, in: block, extra: 0)
    } else {
      for child in row.children { writeFigures(across: child, in: block, path: path) }
    }
  }

  private mutating func writeFigures(at path: String, in block: FormBlock, extra: Int) {
    let columns = block.figureColumns
    for (index, column) in columns.enumerated() {
      let cell = block.isSingle ? path : "\(path).\(column.id ?? "")"
      let span = 1 + (index == columns.count - 1 ? extra : 0)
      text += Self.cell("td", report[cell]?.text ?? "", columns: span)
    }
  }

  private static func cell(
    _ element: String, _ content: String, columns: Int = 1, rows: Int = 1, scope: String? = nil
  ) -> String {
    let attributes =
      (columns > 1 ? " colspan=\"\(columns)\"" : "") + (rows > 1 ? " rowspan=\"\(rows)\"" : "")
      + (scope.map { " scope=\"\($0)\"" } ?? "")
    return "<\(element)\(attributes)>\(HTMLEscaping.escaped(content))</\(element)>"
  }
}
