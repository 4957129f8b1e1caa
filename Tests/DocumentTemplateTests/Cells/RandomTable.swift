import TestSupport

/// A table template made at random: column loops, row loops, merges and spans, in both formats.
struct RandomTable {
  private struct Cell {
    var text = ""
    var span = 1
    var merge = Merge.none
  }

  private enum Merge {
    case none
    case first
    case continued
  }

  /// A column that is there once, or so many cells repeated by a loop between the cells that hold its tags.
  private enum Column {
    case fixed
    case group(Int)

    var width: Int {
      switch self {
      case .fixed: 1
      case .group(let cells): cells + 2
      }
    }
  }

  private var random: SeededGenerator
  private var columns: [Column] = []
  private var rows: [[Cell]] = []
  /// How many columns a cell takes that reaches down over all rows; 0 if there is none.
  private let sideWidth: Int
  private let isRagged: Bool
  private let count: Int
  /// The template's columns.
  private(set) var width = 0

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    sideWidth = Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 1...2, using: &random) : 0
    isRagged = Int.random(in: 0..<4, using: &random) == 0
    count = Int.random(in: 0...5, using: &random)
    columns = Array(repeating: .fixed, count: max(1, sideWidth))
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      columns.append(chance(2) ? .fixed : .group(Int.random(in: 1...2, using: &random)))
    }
    width = columns.reduce(0) { $0 + $1.width }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      if chance(2) { addLoop("r", "rows", depth: 0) } else { addRow(item: nil) }
    }
    if sideWidth > 0 {
      for index in rows.indices { rows[index][0].merge = index == 0 ? .first : .continued }
    }
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

  private mutating func addLoop(_ item: String, _ list: String, depth: Int) {
    addMarker("{%tr for \(item) in \(list) %}")
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      if depth == 0, chance(3) {
        addLoop("q", "r.w", depth: 1)
      } else {
        addRow(item: item)
      }
    }
    addMarker("{%tr endfor %}")
  }

  private mutating func addMarker(_ tag: String) {
    if sideWidth > 0 {
      rows.append([Cell(span: sideWidth), Cell(text: tag, span: width - sideWidth)])
    } else {
      rows.append([Cell(text: tag, span: width)])
    }
  }

  private mutating func addRow(item: String?) {
    rows.append(chance(3) ? evenRow(item) : looseRow(item))
  }

  /// A row with the columns' loops.
  private mutating func evenRow(_ item: String?) -> [Cell] {
    let list = item == "r" ? "r.v" : "cols"
    var cells: [Cell] = []
    if sideWidth > 0 { cells.append(Cell(text: rows.isEmpty ? "side" : "", span: sideWidth)) }
    for column in columns.dropFirst(sideWidth) {
      switch column {
      case .fixed: cells.append(Cell(text: fixedText(item)))
      case .group(let count):
        cells.append(Cell(text: "{%tc for v in \(list) %}"))
        for _ in 0..<count { cells.append(Cell(text: repeatedText(item))) }
        cells.append(Cell(text: "{%tc endfor %}"))
      }
    }
    return cells
  }

  /// A row without loops over cells, some of which take several columns.
  private mutating func looseRow(_ item: String?) -> [Cell] {
    var cells: [Cell] = []
    var column = sideWidth
    if sideWidth > 0 { cells.append(Cell(text: rows.isEmpty ? "side" : "", span: sideWidth)) }
    while column < width {
      let span = min(width - column, Int.random(in: 1...3, using: &random))
      cells.append(Cell(text: fixedText(item), span: span))
      column += span
    }
    return cells
  }

  private mutating func fixedText(_ item: String?) -> String {
    let text = item.map { "{{ \($0).k }}" } ?? "t\(Int.random(in: 0..<3, using: &random))"
    switch Int.random(in: 0..<9, using: &random) {
    case 0...2: return "{% vm \(item.map { "\($0).k" } ?? "1") %}\(text)"
    case 3 where item != nil: return "{% vm %}\(text)"
    case 4: return "{% cellbg '\(chance(2) ? "FF0000" : "")' %}\(text)"
    case 5 where chance(3): return "{% colspan \(Int.random(in: 1...2, using: &random)) %}\(text)"
    default: return text
    }
  }

  private mutating func repeatedText(_ item: String?) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: "{% hm %}m"
    case 1: "{% hm v // 2 %}{{ v // 2 }}"
    case 2: "{% vm v %}{{ v }}"
    case 3 where item != nil: "{% vm %}{{ v }}"
    case 4: "{% vm 1 %}{% hm v // 2 %}{% cellbg '#00FF00' if v > 2 else none %}{{ v }}"
    default: "{{ v }}"
    }
  }

  // MARK: What it looks like

  var word: String {
    let cells = rows.map { row in
      "<w:tr>"
        + row.map { cell in
          let merge =
            cell.merge == .none ? "" : cell.merge == .first ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>"
          let span = cell.span > 1 ? "<w:gridSpan w:val=\"\(cell.span)\"/>" : ""
          return "<w:tc><w:tcPr><w:tcW w:w=\"\(cell.span * 600)\" w:type=\"dxa\"/>\(span)\(merge)</w:tcPr>"
            + "<w:p><w:r><w:t>\(escaped(cell.text))</w:t></w:r></w:p></w:tc>"
        }.joined() + "</w:tr>"
    }
    let grid = String(repeating: "<w:gridCol w:w=\"600\"/>", count: width)
    return "<w:tbl><w:tblPr><w:tblW w:w=\"\(width * 600)\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>\(grid)"
      + "</w:tblGrid>\(cells.joined())</w:tbl><w:p/>"
  }

  var openDocument: String {
    let cells = rows.map { row in
      "<table:table-row>"
        + row.map { cell in
          let covered = String(repeating: "<table:covered-table-cell/>", count: cell.span - 1)
          if cell.merge == .continued { return "<table:covered-table-cell/>" + covered }
          let span = cell.span > 1 ? " table:number-columns-spanned=\"\(cell.span)\"" : ""
          let down = cell.merge == .first ? " table:number-rows-spanned=\"\(rows.count)\"" : ""
          return
            "<table:table-cell table:style-name=\"C\"\(span)\(down)><text:p>\(escaped(cell.text))</text:p>"
            + "</table:table-cell>\(covered)"
        }.joined() + "</table:table-row>"
    }
    return "<table:table table:name=\"T\"><table:table-column table:style-name=\"A\" "
      + "table:number-columns-repeated=\"\(width)\"/>\(cells.joined())</table:table>"
  }

  /// Content with the styles the table uses.
  var openDocumentStyles: String {
    "<style:style style:name=\"A\" style:family=\"table-column\"><style:table-column-properties "
      + "style:column-width=\"30pt\" style:rel-column-width=\"600*\"/></style:style>"
      + "<style:style style:name=\"C\" style:family=\"table-cell\"><style:table-cell-properties "
      + "fo:padding=\"1mm\"/></style:style>"
  }

  private func escaped(_ text: String) -> String { text.split(separator: "&").joined(separator: "&amp;") }

  /// The data as YAML.
  mutating func data() -> String {
    func list(_ count: Int) -> String { "[\((0..<count).map { String($0 + 1) }.joined(separator: ", "))]" }
    var rows: [String] = []
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let own = isRagged ? Int.random(in: 0...5, using: &random) : count
      let inner = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        "{k: \(Int.random(in: 0...1, using: &random))}"
      }
      rows.append(
        "{k: \(Int.random(in: 0...1, using: &random)), v: \(list(own)), w: [\(inner.joined(separator: ", "))]}"
      )
    }
    return "cols: \(list(count))\nrows: [\(rows.joined(separator: ", "))]\n"
  }
}
