import Diagnostics

extension PublishedDocument {
  /// A text file: a paragraph a line. A table is either written with a cell a line, each after a tab, and an empty
  /// line after each row; or with a row a line and tabs between the cells.
  init(text: String, file: String?) {
    var row: [Cell] = []
    var rowPlace = Place(file: file)
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let place = Place(file: file, .line(index + 1, column: 1))
      let line = line.last == "\r" ? line.dropLast() : line
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      if cells.count == 2, cells[0].isEmpty {
        if row.isEmpty { rowPlace = place }
        row.append(Cell(text: String(cells[1]), start: nil, place: place))
        continue
      }
      if !row.isEmpty {
        add(.row(row), at: rowPlace)
        row = []
        if line.isEmpty { continue }
      }
      if cells.count > 1 {
        var column = 1
        var split: [Cell] = []
        for cell in cells {
          split.append(
            Cell(
              text: String(cell), start: nil,
              place: Place(file: file, .line(index + 1, column: column))))
          column += cell.unicodeScalars.count + 1
        }
        add(.row(split), at: place)
      } else {
        add(.paragraph(String(line)), at: place)
      }
    }
    if !row.isEmpty { add(.row(row), at: rowPlace) }
  }
}
