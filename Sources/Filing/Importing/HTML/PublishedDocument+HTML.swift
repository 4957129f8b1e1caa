import Diagnostics

extension PublishedDocument {
  /// A web page: its paragraphs and its tables, also those inside tables that only lay out the page.
  init(page: String, file: String?) {
    var reader = PageReader(file: file)
    var scanner = HTMLScanner(page)
    while let piece = scanner.next() { reader.read(piece) }
    reader.finish()
    self = reader.document
    name = HTMLText.title(Array(page.utf8))
  }
}

/// Builds a document from a page's pieces.
private struct PageReader {
  let file: String?
  var document = PublishedDocument()
  private var text: [UInt8] = []
  private var tables: [Table] = []
  private var paragraphs = 0
  private var tableCount = 0

  /// A table that is being read.
  private struct Table {
    let number: Int
    /// Whether it only lays out the page: there is a table in it.
    var isLayout = false
    var rows: [[(cell: PublishedDocument.Cell, paragraphs: [String])]] = []
    var cell: Cell?
    /// For each column of the grid, how many more rows the cell above covers.
    var covering: [Int: Int] = [:]
    var column = 0
  }

  private struct Cell {
    var start: Int
    var columns: Int
    var rows: Int
    var paragraphs: [String] = []
  }

  init(file: String?) {
    self.file = file
  }

  private static let blocks: Set<String> = [
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "header",
    "footer",
    "nav", "br", "blockquote", "hr", "body", "dd", "dt", "dl", "form", "center", "caption", "html", "pre",
  ]

  mutating func read(_ piece: HTMLPiece) {
    switch piece {
    case .text(let bytes): HTMLCharacters.append(bytes, to: &text)
    case .open(let name, let attributes): open(name, attributes)
    case .close(let name): close(name)
    }
  }

  mutating func finish() {
    while !tables.isEmpty { closeTable() }
    flush()
  }

  private mutating func open(_ name: String, _ attributes: ArraySlice<UInt8>) {
    switch name {
    case "table":
      flush()
      if !tables.isEmpty { dissolve(tables.count - 1) }
      tableCount += 1
      tables.append(Table(number: tableCount))
    case "tr":
      closeCell()
      flush()
      beginRow()
    case "td", "th":
      closeCell()
      flush()
      openCell(attributes)
    default: if Self.blocks.contains(name) { flush() }
    }
  }

  private mutating func close(_ name: String) {
    switch name {
    case "table": closeTable()
    case "tr", "td", "th": closeCell()
    default: if Self.blocks.contains(name) { flush() }
    }
  }

  /// Ends a paragraph.
  private mutating func flush() {
    let paragraph = String(decoding: text, as: UTF8.self).trimmed
    text = []
    guard !paragraph.isEmpty else { return }
    if let last = tables.indices.last, !tables[last].isLayout, tables[last].cell != nil {
      tables[last].cell?.paragraphs.append(paragraph)
    } else {
      add(paragraph)
    }
  }

  private mutating func add(_ paragraph: String) {
    paragraphs += 1
    document.add(.paragraph(paragraph), at: PublishedDocument.place(file, [.paragraph(paragraphs)]))
  }

  // MARK: Tables

  private mutating func beginRow() {
    guard let last = tables.indices.last else { return }
    if !tables[last].rows.isEmpty {
      tables[last].covering = tables[last].covering.compactMapValues { $0 > 1 ? $0 - 1 : nil }
    }
    tables[last].rows.append([])
    tables[last].column = 0
  }

  private mutating func openCell(_ attributes: ArraySlice<UInt8>) {
    guard let last = tables.indices.last else { return }
    if tables[last].rows.isEmpty { beginRow() }
    while tables[last].covering[tables[last].column] != nil { tables[last].column += 1 }
    let columns = min(max(1, HTMLScanner.number("colspan", in: attributes) ?? 1), 100)
    let rows = min(max(1, HTMLScanner.number("rowspan", in: attributes) ?? 1), 1000)
    tables[last].cell = Cell(start: tables[last].column, columns: columns, rows: rows)
    tables[last].column += columns
  }

  private mutating func closeCell() {
    flush()
    guard let last = tables.indices.last, let cell = tables[last].cell, !tables[last].rows.isEmpty else {
      return
    }
    tables[last].cell = nil
    let table = tables[last]
    let row = table.rows.count
    let steps: [DocumentSpot.Step] = [.table(table.number), .row(row), .cell(table.rows[row - 1].count + 1)]
    tables[last].rows[row - 1].append(
      (
        PublishedDocument.Cell(
          text: cell.paragraphs.joined(separator: " "), start: cell.start,
          place: PublishedDocument.place(file, steps)), cell.paragraphs
      ))
    if cell.rows > 1 {
      // One more than is left, as the next row's beginning takes one away.
      for column in cell.start..<(cell.start + cell.columns) { tables[last].covering[column] = cell.rows }
    }
  }

  private mutating func closeTable() {
    closeCell()
    guard let table = tables.popLast() else { return }
    if table.isLayout {
      for paragraph in table.rows.flatMap({ $0.flatMap(\.paragraphs) }) { add(paragraph) }
      return
    }
    for (index, row) in table.rows.enumerated() where !row.isEmpty {
      if row.count == 1, row[0].paragraphs.count > 2 {
        for paragraph in row[0].paragraphs { add(paragraph) }
      } else {
        document.add(
          .row(row.map(\.cell)),
          at: PublishedDocument.place(file, [.table(table.number), .row(index + 1)]))
      }
    }
  }

  /// Turns what a table holds so far into paragraphs, because there is another table in it.
  private mutating func dissolve(_ index: Int) {
    for outer in 0...index {
      let paragraphs =
        tables[outer].rows.flatMap { $0.flatMap(\.paragraphs) } + (tables[outer].cell?.paragraphs ?? [])
      tables[outer].rows = tables[outer].rows.isEmpty ? [] : [[]]
      tables[outer].cell?.paragraphs = []
      tables[outer].isLayout = true
      for paragraph in paragraphs { add(paragraph) }
    }
  }
}
