import Diagnostics
import OfficeDocument

extension PublishedDocument {
  /// The body of a .docx or .odt.
  init(_ content: DocumentContent, file: String?) {
    var counts = (paragraphs: 0, tables: 0)
    add(content.blocks, within: [], &counts, file)
  }

  private mutating func add(
    _ blocks: [DocumentContent.Block], within steps: [DocumentSpot.Step],
    _ counts: inout (paragraphs: Int, tables: Int), _ file: String?
  ) {
    for block in blocks {
      switch block {
      case .paragraph(let text):
        counts.paragraphs += 1
        // A line break within a paragraph sets off a paragraph for its reader.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          add(.paragraph(String(line)), at: Self.place(file, steps + [.paragraph(counts.paragraphs)]))
        }
      case .table(let table):
        counts.tables += 1
        for (index, row) in table.rows.enumerated() {
          add(row, at: steps + [.table(counts.tables), .row(index + 1)], file)
        }
      }
    }
  }

  private mutating func add(_ row: [DocumentContent.Cell], at steps: [DocumentSpot.Step], _ file: String?) {
    // A table that only lays out the page: a frame around the text, or around other tables.
    if row.contains(where: \.holdsTable) || (row.count == 1 && row[0].paragraphs.count > 2) {
      for (index, cell) in row.enumerated() where !cell.isCovered {
        var counts = (paragraphs: 0, tables: 0)
        add(cell.blocks, within: steps + [.cell(index + 1)], &counts, file)
      }
      return
    }
    var cells: [Cell] = []
    var start = 0
    for (index, cell) in row.enumerated() {
      if !cell.isCovered {
        cells.append(
          Cell(text: cell.text, start: start, place: Self.place(file, steps + [.cell(index + 1)])))
      }
      start += cell.columns
    }
    add(.row(cells), at: Self.place(file, steps))
  }

  static func place(_ file: String?, _ steps: [DocumentSpot.Step]) -> Place {
    Place(file: file, .document(DocumentSpot(part: .body, steps: steps)))
  }
}
