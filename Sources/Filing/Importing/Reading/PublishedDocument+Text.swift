import Diagnostics

extension PublishedDocument {
  /// A text file: a paragraph a line, or lines of a page's width. A table is either written with a cell a line, each
  /// after a tab, and an empty line after each row; or with a row a line and tabs or upright strokes between the
  /// cells.
  init(text: String, file: String?) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = line.last == "\r" ? line.dropLast() : line
      return line.first == "\u{0C}" ? line.dropFirst() : line
    }
    let wrapped = WrappedLines(lines)
    var row: [Cell] = []
    var rowPlace = Place(file: file)
    var index = 0
    while index < lines.count {
      let line = lines[index]
      let place = Place(file: file, .line(index + 1, column: 1))
      index += 1
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
      if let cells = Self.cells(line, at: index, file: file) {
        if !cells.isEmpty { add(.row(cells), at: place) }
      } else if wrapped != nil, WrappedLines.isPageNumber(line) {
        continue
      } else {
        var paragraph = String(line)
        if let wrapped {
          var last = line
          while let next = Self.next(lines, &index), wrapped.goesOn(last, in: lines[next]) {
            paragraph += lines[next]
            last = lines[next]
            index = next + 1
            joinedLines += 1
          }
        }
        add(.paragraph(paragraph), at: place)
      }
    }
    if !row.isEmpty { add(.row(row), at: rowPlace) }
  }

  /// The next line of text, which may stand on the next page.
  private static func next(_ lines: [Substring], _ index: inout Int) -> Int? {
    var next = index
    while next < lines.count, lines[next].isEmpty || WrappedLines.isPageNumber(lines[next]) {
      if lines[next].isEmpty, !lines[next...].prefix(4).contains(where: WrappedLines.isPageNumber) {
        return nil
      }
      next += 1
    }
    return next < lines.count && cells(lines[next], at: 0, file: nil) == nil ? next : nil
  }

  /// The cells of a line that is a table's row; nil for any other.
  private static func cells(_ line: Substring, at number: Int, file: String?) -> [Cell]? {
    let isTabbed = line.contains("\t")
    guard isTabbed || line.utf8.count(where: { $0 == UInt8(ascii: "|") }) > 1 else { return nil }
    var pieces = line.split(separator: isTabbed ? "\t" : "|", omittingEmptySubsequences: false)[...]
    var column = 1
    if !isTabbed {
      // The strokes at either end are the table's edge.
      if let first = pieces.first, first.allSatisfy(\.isWhitespace) {
        column += first.unicodeScalars.count + 1
        pieces.removeFirst()
      }
      if let last = pieces.last, last.allSatisfy(\.isWhitespace) { pieces.removeLast() }
      if pieces.allSatisfy({ !$0.isEmpty && $0.allSatisfy { "-: ".contains($0) } }) { return [] }
    }
    var cells: [Cell] = []
    for piece in pieces {
      let place = Place(file: file, .line(number, column: column))
      cells.append(Cell(text: isTabbed ? String(piece) : String(piece).trimmed, start: nil, place: place))
      column += piece.unicodeScalars.count + 1
    }
    return cells
  }
}
