import Diagnostics
import OfficeDocument

extension PublishedDocument {
  /// The body of a .docx or .odt.
  init(_ content: DocumentContent, file: String?) {
    var paragraphs = 0
    var tables = 0
    for block in content.blocks {
      switch block {
      case .paragraph(let text):
        paragraphs += 1
        // A line break within a paragraph sets off a paragraph for its reader.
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
          add(.paragraph(String(line)), at: Self.place(file, [.paragraph(paragraphs)]))
        }
      case .table(let table):
        tables += 1
        for (index, row) in table.rows.enumerated() {
          add(row, at: [.table(tables), .row(index + 1)], file)
        }
      }
    }
  }

  private mutating func add(_ row: [DocumentContent.Cell], at steps: [DocumentSpot.Step], _ file: String?) {
    // A frame drawn as a table of one cell.
    if row.count == 1, row[0].paragraphs.count > 2 {
      for paragraph in row[0].paragraphs { add(.paragraph(paragraph), at: Self.place(file, steps)) }
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
