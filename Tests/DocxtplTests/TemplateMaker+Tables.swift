/// Tables: rows and cells in blocks, merged cells, docxtpl's statements on cells.
extension TemplateMaker {
  mutating func table(depth: Int) -> String {
    if chance(30) { return dynamicTable() }
    let columns = depth == 0 ? number(2...4) : 2
    var rows = ""
    for _ in 0..<number(1...3) { rows += self.rows(columns, depth: depth) }
    return tableAround(rows + row(columns, depth: depth), columns)
  }

  private func tableAround(_ rows: String, _ columns: Int) -> String {
    let grid = String(repeating: "<w:gridCol w:w=\"\(8000 / columns)\"/>", count: columns)
    return
      "<w:tbl><w:tblPr><w:tblW w:w=\"8000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid>\(grid)</w:tblGrid>\(rows)</w:tbl>"
  }

  private mutating func rows(_ columns: Int, depth: Int) -> String {
    switch number(1...10) {
    case 1...4:
      return loop {
        $0.loopRows(columns, depth: depth)
      } wrapped: {
        $1.carrier($0, columns)
      }
    case 5:
      return condition {
        $0.row(columns, depth: depth)
      } wrapped: {
        $1.carrier($0, columns)
      }
    case 6: return mergedRows(columns)
    case 7: return carrier("{#tr a remark #}", columns, isComment: true)
    default: return row(columns, depth: depth)
    }
  }

  private mutating func loopRows(_ columns: Int, depth: Int) -> String {
    switch number(1...6) {
    case 1:
      // A cell merged downwards over the loop's rows, and as many others as it takes.
      return "<w:tr>" + cell("<w:p>\(run("{% vm %}{{ \(name()) }}"))</w:p>")
        + cells(columns - 1, depth: depth) + "</w:tr>"
    case 2...3:
      return condition {
        $0.row(columns, depth: depth)
      } wrapped: {
        $1.carrier($0, columns)
      }
    case 4:
      return loop {
        $0.row(columns, depth: depth)
      } wrapped: {
        $1.carrier($0, columns)
      }
    default: return row(columns, depth: depth)
    }
  }

  /// A row that carries a tag in one of its cells.
  mutating func carrier(_ tag: String, _ columns: Int, isComment: Bool = false) -> String {
    let place = number(0...(columns - 1))
    let cells = (0..<columns).map { index in
      cell("<w:p>\(index == place ? isComment ? run(tag) : split(tag.prefixed("tr")) : "")</w:p>")
    }
    return "<w:tr>\(cells.joined())</w:tr>"
  }

  private mutating func row(_ columns: Int, depth: Int) -> String {
    "<w:tr>\(cells(columns, depth: depth))</w:tr>"
  }

  /// Cells over `columns` columns, some of them over two.
  private mutating func cells(_ columns: Int, depth: Int) -> String {
    var left = columns
    var result = ""
    while left > 0 {
      let span = left > 1 && chance(20) ? 2 : 1
      result += span > 1 ? cell(paragraph(), "<w:gridSpan w:val=\"2\"/>") : anyCell(depth: depth)
      left -= span
    }
    return result
  }

  private mutating func anyCell(depth: Int) -> String {
    switch number(1...8) {
    case 1: return cell("<w:p>\(run("{% cellbg '\(pick(["FF0000", "00ff00"]))' %}{{ \(name()) }}"))</w:p>")
    case 2: return cell("<w:p>\(run("{% colspan 1 %}{{ \(name()) }}"))</w:p>")
    case 3...4 where depth < 2: return cell(blocks(depth: depth + 2))
    default: return cell(paragraph())
    }
  }

  /// A table each row of which has a loop over cells behind some that are always there.
  private mutating func dynamicTable() -> String {
    let fixed = number(0...2)
    let columns = fixed + 3
    var rows = cellLoop(fixed)
    for _ in 0..<number(1...3) {
      switch number(1...4) {
      case 1:
        rows += loop {
          $0.cellLoop(fixed)
        } wrapped: {
          $1.carrier($0, columns)
        }
      case 2:
        rows += condition {
          $0.cellLoop(fixed)
        } wrapped: {
          $1.carrier($0, columns)
        }
      case 3:
        // A heading over all of the loop's columns.
        rows +=
          "<w:tr>" + fixedCells(fixed)
          + cell("<w:p>\(run("{% colspan xs | length %}{{ \(name()) }}"))</w:p>", "<w:gridSpan w:val=\"3\"/>")
          + "</w:tr>"
      default: rows += cellLoop(fixed)
      }
    }
    return tableAround(rows, columns)
  }

  private mutating func fixedCells(_ count: Int) -> String {
    var cells = ""
    for _ in 0..<count { cells += cell(paragraph()) }
    return cells
  }

  /// A row with a loop over cells behind `fixed` others.
  private mutating func cellLoop(_ fixed: Int) -> String {
    let merges = chance(25)
    let before = fixedCells(fixed)
    let inside = loop(over: "xs") { maker in
      maker.cell("<w:p>\(maker.run((merges ? "{% hm %}" : "") + "{{ \(maker.name()) }}"))</w:p>")
    } wrapped: { tag, maker in
      maker.cell("<w:p>\(maker.split(tag.prefixed("tc")))</w:p>")
    }
    return "<w:tr>\(before)\(inside)</w:tr>"
  }

  /// Two rows with a cell merged downwards in the template.
  private mutating func mergedRows(_ columns: Int) -> String {
    ["restart", "continue"].map { merge in
      "<w:tr>" + cell(merge == "restart" ? paragraph() : "<w:p/>", "<w:vMerge w:val=\"\(merge)\"/>")
        + (1..<columns).map { _ in cell(paragraph()) }.joined() + "</w:tr>"
    }.joined()
  }

  func cell(_ content: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/>\(properties)</w:tcPr>\(content)</w:tc>"
  }
}
