import OfficeDocument
import TestSupport
import Testing

@Suite("The text of a Word document")
struct WordTextTests {
  private func text(_ body: String) throws -> String { try WordFile.package(body).plainText() }
  private func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
  private func paragraph(_ text: String) -> String { "<w:p>\(run(text))</w:p>" }

  @Test(
    "a wrapper shows what it holds",
    arguments: [
      "<w:hyperlink>$</w:hyperlink>", "<w:smartTag>$</w:smartTag>", "<w:ins>$</w:ins>",
      "<w:moveTo>$</w:moveTo>",
      "<w:sdt><w:sdtPr/><w:sdtContent>$</w:sdtContent></w:sdt>", "<w:customXml>$</w:customXml>",
      "<w:fldSimple w:instr=\"PAGE\">$</w:fldSimple>", "<w:dir>$</w:dir>", "<w:bdo>$</w:bdo>",
      "<mc:AlternateContent><mc:Choice Requires=\"w14\">$</mc:Choice><mc:Fallback><w:r><w:t>b</w:t></w:r></mc:Fallback></mc:AlternateContent>",
      "<mc:AlternateContent><mc:Fallback>$</mc:Fallback></mc:AlternateContent>",
      "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase>$</w:rubyBase></w:ruby></w:r>",
    ])
  func wrappers(_ wrapper: String) throws {
    let inner = wrapper.replacing("$", with: run("shown"))
    #expect(try text("<w:p>\(inner)</w:p>") == "shown\n")
  }

  @Test(
    "what was deleted or moved away is not shown",
    arguments: [
      "<w:p><w:del><w:r><w:t>x</w:t></w:r></w:del></w:p>",
      "<w:p><w:moveFrom><w:r><w:t>x</w:t></w:r></w:moveFrom></w:p>",
      "<w:p><w:r><w:delText>x</w:delText></w:r></w:p>",
    ])
  func deleted(_ body: String) throws {
    #expect(try text(body) == "\n")
  }

  @Test("a paragraph whose mark was deleted goes on in the next one, and ends with the document")
  func deletedMarks() throws {
    let mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    #expect(try text("<w:p>\(mark)\(run("a"))</w:p>\(paragraph("b"))\(paragraph("c"))") == "ab\nc\n")
    #expect(try text("\(paragraph("a"))<w:p>\(mark)\(run("b"))</w:p>") == "a\nb\n")
    #expect(
      try text("<w:p>\(mark)\(run("a"))</w:p><w:tbl><w:tr><w:tc>\(paragraph("b"))</w:tc></w:tr></w:tbl>")
        == "a\n\tb\n\n")
  }

  @Test("without xml:space the blanks around a text are not its own")
  func blanks() throws {
    #expect(
      try text(
        "<w:p><w:r><w:t>\n a b \t</w:t><w:t xml:space=\"preserve\"> c\nd </w:t><w:t>  </w:t></w:r></w:p>")
        == "a b c d \n")
  }

  @Test("a page or column break is a new line where a line has begun")
  func breaks() throws {
    for kind in ["page", "column"] {
      let mark = "<w:br w:type=\"\(kind)\"/>"
      #expect(try text("<w:p><w:r>\(mark)</w:r></w:p>") == "\n")
      #expect(try text("<w:p><w:r><w:t>a</w:t>\(mark)<w:t>b</w:t></w:r></w:p>") == "a\nb\n")
    }
    #expect(try text("<w:p><w:r><w:br w:type=\"textWrapping\"/><w:cr/><w:t>a</w:t></w:r></w:p>") == "\n\na\n")
  }

  @Test(
    "symbols are shown as Unicode has them",
    arguments: [
      ("w:font=\"Wingdings\" w:char=\"F0FE\"", "☑"), ("w:font=\"Wingdings\" w:char=\"00A8\"", "□"),
      ("w:font=\"Wingdings 2\" w:char=\"F052\"", "☑"), ("w:font=\"Symbol\" w:char=\"F0B7\"", "•"),
      ("w:font=\"Arial\" w:char=\"4E2D\"", "中"), ("w:font=\"Arial\" w:char=\"D800\"", ""),
      ("w:char=\"1\"", ""),
      ("w:char=\"zz\"", ""), ("", ""),
    ])
  func symbols(_ attributes: String, _ expected: String) throws {
    #expect(try text("<w:p><w:r><w:sym \(attributes)/></w:r></w:p>") == "\(expected)\n")
  }

  @Test("a field in another's instruction is not shown, one in its result is")
  func nestedFields() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let inner = mark("begin") + mark("separate") + run("inner") + mark("end")
    #expect(
      try text(
        "<w:p>\(mark("begin"))\(inner)\(mark("separate"))a\(inner)\(run("b"))\(mark("end"))\(run("c"))</w:p>")
        == "innerbc\n")
    #expect(try text("<w:p>\(mark("begin"))\(run("x"))\(mark("end"))\(run("c"))</w:p>") == "c\n")
  }

  @Test("a result goes on over paragraphs, an instruction without end hides no other paragraph")
  func openFields() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    #expect(
      try text(
        "<w:p>\(mark("begin"))\(run("x"))\(mark("separate"))\(run("a"))</w:p><w:p>\(run("b"))\(mark("end"))</w:p>"
      )
        == "a\nb\n")
    #expect(try text("<w:p>\(mark("begin"))\(run("x"))</w:p>\(paragraph("a"))") == "\na\n")
    #expect(try text("<w:p>\(mark("end"))\(mark("separate"))\(run("a"))</w:p>") == "a\n")
  }

  @Test("a hidden run hides its text and not the ends of fields")
  func hiddenField() throws {
    let hidden = "<w:r><w:rPr><w:vanish/></w:rPr>"
    #expect(
      try text(
        "<w:p>\(hidden)<w:fldChar w:fldCharType=\"begin\"/></w:r>\(hidden)<w:t>x</w:t>"
          + "<w:fldChar w:fldCharType=\"end\"/></w:r>\(run("a"))</w:p>") == "a\n")
  }

  @Test("text boxes come behind the paragraph that anchors them, once")
  func textBoxes() throws {
    let content = "<w:txbxContent>\(paragraph("box"))\(paragraph("more"))</w:txbxContent>"
    let drawing =
      "<w:drawing><wp:inline><a:graphic><wps:wsp><wps:txbx>\(content)</wps:txbx></wps:wsp></a:graphic></wp:inline></w:drawing>"
    let picture = "<w:pict><v:shape><v:textbox>\(content)</v:textbox></v:shape></w:pict>"
    let either =
      "<mc:AlternateContent><mc:Choice Requires=\"wps\">\(drawing)</mc:Choice><mc:Fallback>\(picture)</mc:Fallback></mc:AlternateContent>"
    for shape in [drawing, picture, either] {
      #expect(
        try text("<w:p><w:r><w:t>a</w:t>\(shape)<w:t>b</w:t></w:r></w:p>\(paragraph("c"))")
          == "ab\nbox\nmore\nc\n")
    }
  }

  @Test("formulas show their characters")
  func formulas() throws {
    let math = "xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
    #expect(
      try text(
        "<w:p>\(run("a"))<m:oMath \(math)><m:r><m:t>x</m:t></m:r><m:r><m:t>=1</m:t></m:r></m:oMath></w:p>")
        == "ax=1\n")
  }
}
