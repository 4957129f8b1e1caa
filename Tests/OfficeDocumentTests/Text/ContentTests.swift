import OfficeDocument
import TestSupport
import Testing

@Suite("The text of a document")
struct ContentTests {
  private func word(_ body: String) throws -> String { try WordFile.package(body).plainText() }
  private func openDocument(_ body: String) throws -> String {
    try OpenDocumentFile.package(body).plainText()
  }

  @Test("a paragraph is a line, breaks and tabs are kept as a break and a blank")
  func paragraphs() throws {
    #expect(
      try word("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p><w:p/>")
        == "a b\nc\n\n")
    #expect(try openDocument("<text:h>a<text:tab/>b<text:line-break/>c</text:h><text:p/>") == "a b\nc\n\n")
  }

  @Test(
    "deleted and hidden text, field codes, comments and notes are not shown; inserted text and results are")
  func hidden() throws {
    let field =
      "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText><w:t>code</w:t></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>"
      + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    let changes =
      "<w:del w:id=\"1\"><w:r><w:delText>x</w:delText></w:r></w:del><w:ins w:id=\"2\"><w:r><w:t>in</w:t></w:r></w:ins>"
    let hidden =
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>yes</w:t></w:r>"
    #expect(try word("<w:p>\(field)\(changes)\(hidden)</w:p>") == "7inyes\n")
    let note =
      "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>"
    #expect(
      try openDocument("<text:p>a\(note)<office:annotation><text:p>c</text:p></office:annotation>b</text:p>")
        == "ab\n")
  }

  @Test("OpenDocument's blanks are folded, those written as elements are not")
  func blanks() throws {
    #expect(
      try openDocument("<text:p>\n  a \n b<text:s text:c=\"2\"/>c <text:span> d</text:span> </text:p>")
        == "a b  c d\n")
  }

  @Test(
    "a cell is a line with a tab, one covered from above a lone tab, one covered from the left is not there")
  func tables() throws {
    let text = "\ta\n\tb\n\n\t\n\tc\n\n"
    #expect(
      try word(
        """
        <w:tbl><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>\
        <w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr>\
        <w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc>\
        <w:tc><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
        """) == text)
    #expect(
      try openDocument(
        """
        <table:table table:name="t"><table:table-column table:number-columns-repeated="3"/><table:table-row>\
        <table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>a</text:p>\
        </table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell>\
        </table:table-row><table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>\
        <table:table-cell><text:p>c</text:p></table:table-cell></table:table-row></table:table>
        """) == text)
  }

  @Test("rows and cells repeated without end are not unfolded")
  func repeated() throws {
    let cell =
      "<table:table-cell table:number-columns-repeated=\"2147483647\"><text:p>x</text:p></table:table-cell>"
    let row = "<table:table-row table:number-rows-repeated=\"2147483647\">\(cell)</table:table-row>"
    #expect(try openDocument("<table:table table:name=\"t\">\(row)</table:table>") == "\tx\n\n")
  }

  @Test("a package without a main part has no text but an error")
  func missing() {
    #expect(throws: OfficeError.self) {
      try OfficePackage(files: [(name: "[Content_Types].xml", bytes: Array("<Types/>".utf8))]).plainText()
    }
  }

  @Test("a main part that is no XML is an error that names it")
  func broken() {
    let error = #expect(throws: OfficeError.self) { try WordFile.package("<w:p>").plainText() }
    #expect(error?.part == "word/document.xml")
  }
}
