import OfficeDocument
import TestSupport
import Testing

@Suite("The text of an OpenDocument text's tables")
struct OpenDocumentTableTextTests {
  private func text(_ rows: String) throws -> String {
    try OpenDocumentFile.package("<table:table table:name=\"t\">\(rows)</table:table>").plainText()
  }
  private func row(_ cells: String, _ attributes: String = "") -> String {
    "<table:table-row \(attributes)>\(cells)</table:table-row>"
  }
  private func cell(_ text: String, _ attributes: String = "") -> String {
    "<table:table-cell \(attributes)><text:p>\(text)</text:p></table:table-cell>"
  }
  private func covered(_ count: Int = 1) -> String {
    "<table:covered-table-cell table:number-columns-repeated=\"\(count)\"/>"
  }

  @Test("rows in header rows, row groups and the like are rows")
  func groups() throws {
    #expect(
      try text(
        "<table:table-header-rows>\(row(cell("a")))</table:table-header-rows><text:soft-page-break/>"
          + "<table:table-row-group><table:table-rows>\(row(cell("b")))</table:table-rows></table:table-row-group>"
      )
        == "\ta\n\n\tb\n\n")
  }

  @Test("repeated cells and rows are repeated")
  func repeated() throws {
    #expect(
      try text(
        row(cell("a", "table:number-columns-repeated=\"3\"") + cell("b"), "table:number-rows-repeated=\"2\""))
        == "\ta\n\ta\n\ta\n\tb\n\n\ta\n\ta\n\ta\n\tb\n\n")
  }

  @Test("of what covers several rows and columns, each further row has a lone tab")
  func covers() throws {
    let first =
      cell("a", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"3\"") + covered() + cell("b")
    let span = cell("c", "table:number-columns-spanned=\"2\"")
    #expect(
      try text(
        row(first) + row(covered(2) + cell("d")) + row(covered() + covered() + cell("e"))
          + row(span + covered() + cell("f")))
        == "\ta\n\tb\n\n\t\n\td\n\n\t\n\te\n\n\tc\n\tf\n\n")
  }

  @Test("covers side by side are lone tabs each, also where their cells are repeated")
  func neighbours() throws {
    let tall = "table:number-rows-spanned=\"2\""
    #expect(
      try text(row(cell("a", tall) + cell("b", tall) + cell("c")) + row(covered(2) + cell("d")))
        == "\ta\n\tb\n\tc\n\n\t\n\t\n\td\n\n")
  }

  @Test("where covered cells were left out, as HTML leaves them out, no text is lost")
  func leftOut() throws {
    let first = cell("a", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"") + cell("b")
    #expect(try text(row(first) + row(cell("c"))) == "\ta\n\tb\n\n\t\n\tc\n\n")
  }

  @Test("rows that are collapsed or filtered are not there, yet count for what covers them")
  func collapsed() throws {
    let tall = "table:number-rows-spanned=\"2\""
    #expect(
      try text(
        row(cell("a", tall) + cell("b")) + row(covered() + cell("x"), "table:visibility=\"collapse\"")
          + row(cell("c") + cell("d"))) == "\ta\n\tb\n\n\tc\n\td\n\n")
  }

  @Test("tables repeated in repeated tables do not multiply without end")
  func bounded() throws {
    var body = "<text:p>x</text:p>"
    for _ in 0..<6 {
      let rows = row(
        "<table:table-cell table:number-columns-repeated=\"1000\">\(body)</table:table-cell>",
        "table:number-rows-repeated=\"1000\"")
      body = "<table:table table:name=\"t\">\(rows)</table:table>"
    }
    let text = try OpenDocumentFile.package(body).plainText()
    #expect(text.utf8.count < 2 << 20)
    let blanks = String(repeating: "<text:s text:c=\"1000\"/>", count: 2_000)
    #expect(try OpenDocumentFile.package("<text:p>\(blanks)</text:p>").plainText().utf8.count < 2 << 20)
  }
}
