import OfficeDocument
import TestSupport
import Testing

@Suite("The text of a Word document's tables")
struct WordTableTextTests {
  private func text(_ rows: String) throws -> String {
    try WordFile.package("<w:tbl>\(rows)</w:tbl>").plainText()
  }
  private func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>"
  }
  private func row(_ cells: String, _ properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells)</w:tr>"
  }

  @Test("paragraphs and breaks of a cell are one line, blanks between them")
  func paragraphs() throws {
    let paragraph = "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>"
    #expect(try text(row("<w:tc>\(paragraph)<w:p/>\(paragraph)</w:tc>")) == "\ta b a b\n\n")
    #expect(try text(row("<w:tc><w:p/><w:p/></w:tc>")) == "\t\n\n")
  }

  @Test("the cells of a table in a cell are paragraphs of that cell")
  func nested() throws {
    let inner = "<w:tbl>\(row(cell("b") + cell("c")))</w:tbl>"
    #expect(try text(row("<w:tc><w:p/>\(inner)<w:p/></w:tc>" + cell("d"))) == "\tb c\n\td\n\n")
  }

  @Test("deleted rows and cells and hidden rows are not there")
  func deleted() throws {
    #expect(
      try text(row(cell("a"), "<w:del/>") + row(cell("b"), "<w:hidden/>") + row(cell("c"), "<w:ins/>"))
        == "\tc\n\n")
    #expect(try text(row(cell("a", "<w:cellDel/>") + cell("b"))) == "\tb\n\n")
  }

  @Test("a cell merged with its left neighbour is not there")
  func mergedLeft() throws {
    let cells = cell("a", "<w:hMerge w:val=\"restart\"/>") + cell("x", "<w:hMerge/>") + cell("b")
    #expect(try text(row(cells)) == "\ta\n\tb\n\n")
  }

  @Test("in the first row nothing is covered from above")
  func firstRow() throws {
    let cells = cell("a", "<w:vMerge/>")
    #expect(try text(row(cells) + row(cells)) == "\ta\n\n\t\n\n")
  }

  @Test("rows and cells in content controls are rows and cells")
  func wrapped() throws {
    func control(_ inner: String) -> String { "<w:sdt><w:sdtContent>\(inner)</w:sdtContent></w:sdt>" }
    #expect(try text(control(row(control(cell("a")) + cell("b")))) == "\ta\n\tb\n\n")
  }

  @Test("spans add up, nonsense is one column or few")
  func columns() throws {
    let cells = ["3", "0", "-5", "x", "99999999999999999999", "9999999999"].map {
      cell("", "<w:gridSpan w:val=\"\($0)\"/>")
    }
    let content = try WordFile.package("<w:tbl>\(row(cells.joined()))</w:tbl>").content()
    guard case .table(let table) = try #require(content.blocks.first) else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map { $0.map(\.columns) } == [[3, 1, 1, 1, 1, 1_000]])
  }
}
