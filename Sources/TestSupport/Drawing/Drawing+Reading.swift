extension Drawing {
  /// A drawing written as text, a block a line: `# ` begins a heading, `* ` a list item, `> ` what stands in a
  /// container, `| ` a table's row whose cells are between ` | `; anything else is a paragraph. A line with nothing
  /// but `-` sets one table off from the next.
  ///
  /// A cell that begins with `(2)` takes two columns, one with `(v2)` two rows, one that is `^` is covered from
  /// above; `¶` sets its paragraphs apart.
  public init(reading text: String) {
    var blocks: [Block] = []
    for line in text.split(separator: "\n") {
      if let rest = Self.rest(of: line, after: "> ") {
        if case .container(let inner)? = blocks.last {
          blocks[blocks.count - 1] = .container(inner + [.paragraph(rest)])
        } else {
          blocks.append(.container([.paragraph(rest)]))
        }
      } else if let rest = Self.rest(of: line, after: "* ") {
        if case .list(let items)? = blocks.last {
          blocks[blocks.count - 1] = .list(items + [[.paragraph(rest)]])
        } else {
          blocks.append(.list([[.paragraph(rest)]]))
        }
      } else if let rest = Self.rest(of: line, after: "| ") {
        if case .table(let rows)? = blocks.last {
          blocks[blocks.count - 1] = .table(rows + [Self.cells(rest)])
        } else {
          blocks.append(.table([Self.cells(rest)]))
        }
      } else if line == "-" {
        blocks.append(.paragraph(""))
      } else {
        blocks.append(Self.rest(of: line, after: "# ").map { .heading($0) } ?? .paragraph(String(line)))
      }
    }
    if case .table? = blocks.last { blocks.append(.paragraph("")) }
    self.init(blocks)
  }

  private static func rest(of line: Substring, after prefix: String) -> String? {
    line.hasPrefix(prefix) ? String(line.dropFirst(prefix.count)) : nil
  }

  private static func cells(_ line: String) -> [Cell] {
    var parts: [String] = []
    var last = ""
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      if word == "|" {
        parts.append(last)
        last = ""
      } else {
        last += (last.isEmpty ? "" : " ") + word
      }
    }
    return (parts + [last]).map(cell)
  }

  private static func cell(_ text: String) -> Cell {
    var content = text[...]
    var (columns, rows) = (1, 1)
    while content.hasPrefix("("), let end = content.firstIndex(of: ")") {
      let inside = content[content.index(after: content.startIndex)..<end]
      guard let count = Int(inside.drop { $0 == "v" }) else { break }
      if inside.hasPrefix("v") { rows = count } else { columns = count }
      content = content[content.index(after: end)...].drop { $0 == " " }
    }
    if content == "^" { return .covered(columns: columns) }
    let lines = content.split(separator: "¶", omittingEmptySubsequences: false)
    return Cell(lines.map { .paragraph(String($0)) }, columns: columns, rows: rows)
  }
}
