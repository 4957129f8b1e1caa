import OfficeDocument
import TestSupport
import Testing

@Suite("The text of an OpenDocument text")
struct OpenDocumentTextTests {
  private func text(_ body: String) throws -> String { try OpenDocumentFile.package(body).plainText() }

  @Test(
    "white space is folded over the borders of elements",
    arguments: [
      (" a ", "a"), ("a <text:span> b</text:span>", "a b"), ("<text:span> </text:span>a", "a"),
      ("a<text:s/> b", "a  b"), ("a <text:s/>b", "a  b"), ("<text:s text:c=\"3\"/>a", "   a"),
      ("a\n\t\n b", "a b"),
      ("a<text:s/>", "a "), ("a <text:bookmark text:name=\"x\"/> b", "a b"),
      ("a <text:line-break/> b", "a \n b"),
      ("a<![CDATA[ b ]]> c", "a b c"), ("a&#160; b", "a\u{A0} b"), ("<text:s text:c=\"x\"/>", " "),
    ])
  func whiteSpace(_ source: String, _ expected: String) throws {
    #expect(try text("<text:p>\(source)</text:p>") == expected + "\n")
  }

  @Test(
    "blocks that hold paragraphs show them",
    arguments: [
      "<text:list><text:list-header>$</text:list-header></text:list>",
      "<text:list><text:list-item><text:list><text:list-item>$</text:list-item></text:list></text:list-item></text:list>",
      "<text:section text:name=\"s\">$</text:section>",
      "<text:table-of-content text:name=\"t\"><text:table-of-content-source/><text:index-body>$</text:index-body></text:table-of-content>",
      "<text:numbered-paragraph text:list-id=\"l\">$</text:numbered-paragraph>",
      "<foreign:wrap xmlns:foreign=\"urn:foreign\">$</foreign:wrap>",
      "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion></text:changed-region></text:tracked-changes>$",
      "<draw:frame><draw:text-box>$</draw:text-box></draw:frame>",
      "<text:section text:display=\"none\"><text:p>x</text:p></text:section>$",
      "<text:section text:display=\"condition\" text:is-hidden=\"true\"><text:p>x</text:p></text:section>$",
      "<text:section text:display=\"condition\" text:is-hidden=\"false\">$</text:section>",
    ])
  func blocks(_ block: String) throws {
    #expect(try text(block.replacing("$", with: "<text:p>shown</text:p>")) == "shown\n")
  }

  @Test(
    "elements in a paragraph show what they hold, or nothing",
    arguments: [
      ("<text:a xlink:href=\"#x\">a</text:a>", "a"), ("<text:page-number>3</text:page-number>", "3"),
      ("<text:placeholder text:placeholder-type=\"text\">&lt;name&gt;</text:placeholder>", "<name>"),
      ("<text:change-start text:change-id=\"c\"/>in<text:change-end text:change-id=\"c\"/>", "in"),
      ("<text:ruby><text:ruby-base>字</text:ruby-base><text:ruby-text>zì</text:ruby-text></text:ruby>", "字"),
      (
        "<text:hidden-text text:is-hidden=\"true\" text:condition=\"\" text:string-value=\"\">x</text:hidden-text>",
        ""
      ),
      ("<text:script>x()</text:script>", ""), ("<text:soft-page-break/>", ""),
      ("<loext:content-control xmlns:loext=\"urn:loext\">a</loext:content-control>", "a"),
    ])
  func inline(_ source: String, _ expected: String) throws {
    #expect(try text("<text:p>\(source)</text:p>") == expected + "\n")
  }

  @Test("frames and shapes come behind the paragraph that anchors them, without descriptions and objects")
  func frames() throws {
    let frame =
      "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box><svg:title>title</svg:title></draw:frame>"
    let object = "<draw:frame><draw:object><text:p>x</text:p></draw:object></draw:frame>"
    let shape = "<draw:g><draw:custom-shape><text:p>shape</text:p></draw:custom-shape></draw:g>"
    #expect(
      try text("<text:p>a\(frame)\(object)<text:span>\(shape)</text:span>b</text:p><text:p>c</text:p>")
        == "ab\nbox\nshape\nc\n")
  }

  @Test("text that an automatic style hides is not shown")
  func hidden() throws {
    let body =
      "<text:p>a<text:span text:style-name=\"T1\">x</text:span><text:span text:style-name=\"T2\">b</text:span></text:p>"
    let content =
      "<office:document-content \(OpenDocumentFile.namespaces) office:version=\"1.3\"><office:automatic-styles>"
      + "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
      + "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties text:display=\"none\"/></style:style>"
      + "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties text:display=\"true\"/></style:style>"
      + "</office:automatic-styles><office:body><office:text>\(body)<text:p text:style-name=\"P1\">x</text:p>"
      + "<text:p text:style-name=\"T1\">c</text:p></office:text></office:body></office:document-content>"
    let package = try OfficePackage(files: [
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
      ("content.xml", Array(content.utf8)),
      (
        "META-INF/manifest.xml",
        Array("<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>".utf8)
      ),
    ])
    #expect(try package.plainText() == "ab\n\nc\n")
  }

  @Test("a document without a body has no text")
  func noBody() throws {
    let package = try OfficePackage(files: [
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
      ("content.xml", Array("<a/>".utf8)),
      (
        "META-INF/manifest.xml",
        Array("<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>".utf8)
      ),
    ])
    #expect(try package.plainText() == "")
  }
}
