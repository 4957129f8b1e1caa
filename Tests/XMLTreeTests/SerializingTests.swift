import Testing
import XMLTree

struct SerializingTests {
  @Test("the declaration says UTF-8, and standalone where the source did")
  func declaration() throws {
    let plain = try XMLTree(parsing: Array("<r/>".utf8))
    #expect(written(plain) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r/>")
    let source = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<r/>"
    #expect(written(try XMLTree(parsing: Array(source.utf8))) == source)
    let open = try XMLTree(parsing: Array("<?xml version=\"1.0\" standalone=\"no\"?><r/>".utf8))
    #expect(written(open) == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r/>")
  }

  @Test("text is escaped so that it reads back the same")
  func text() throws {
    let document = try tree("")
    document.root.append(document.makeText("<a>&amp;]]>\"'\u{9}\u{A}\u{D}\u{85}\u{2028}"))
    #expect(content(of: document) == "&lt;a&gt;&amp;amp;]]&gt;\"'\u{9}\u{A}&#13;\u{85}\u{2028}")
    #expect(try XMLTree(parsing: document.serialize()).root.text == document.root.text)
  }

  @Test("in attributes, quotation marks, tabs and line ends are escaped too")
  func attributes() throws {
    let document = try tree("<w:a/>")
    document.root.firstChild?.setAttribute(w("b"), "<&>\"'\u{9}\u{A}\u{D}")
    #expect(content(of: document) == "<w:a w:b=\"&lt;&amp;&gt;&quot;'&#9;&#10;&#13;\"/>")
  }

  @Test("an element without content is written short, one with an empty text is not")
  func empty() throws {
    #expect(content(of: try tree("<w:a></w:a><w:b/>")) == "<w:a/><w:b/>")
  }

  @Test("sections, comments and instructions are written as they were")
  func others() throws {
    let source = "<![CDATA[a<b&c]]><!-- a<b&c --><?p a<b&c?><?q?>"
    #expect(content(of: try tree(source)) == source)
  }

  @Test("values of every length are escaped, long ones too", arguments: [0, 1, 255, 256, 257, 5_000])
  func lengths(_ length: Int) throws {
    let value = String(repeating: "\"", count: length)
    let document = try tree("<w:a/>")
    document.root.firstElement(w("a"))?.setAttribute(w("x"), value)
    let written = String(repeating: "&quot;", count: length)
    #expect(content(of: document) == "<w:a w:x=\"\(written)\"/>")
    #expect(try XMLTree(parsing: document.serialize()).root.firstElement(w("a"))?.attribute(w("x")) == value)
  }

  @Test("instructions are offered to the sink, and written if it declines", arguments: [true, false])
  func instructions(_ isHandling: Bool) throws {
    let document = try tree("a<?p 1?>b<w:c><?q?></w:c>")
    var sink = RecordingSink()
    sink.isHandling = isHandling
    document.serialize(into: &sink)
    #expect(
      sink.text.contains(
        isHandling
          ? "<w:root xmlns:w=\"urn:w\">a[p 1]b<w:c>[q ]</w:c></w:root>"
          : "<w:root xmlns:w=\"urn:w\">a<?p 1?>b<w:c><?q?></w:c></w:root>"))
  }

  @Test("what comes before an instruction is written before it is offered")
  func order() throws {
    var sink = RecordingSink()
    try tree("<w:a><?p 1?></w:a><?p 2?>").serialize(into: &sink)
    #expect(sink.text.hasSuffix("<w:a>[p 1]</w:a>[p 2]</w:root>"))
  }

  @Test("the deepest document that can be parsed is written")
  func deep() throws {
    let depth = XMLLimits().depth - 1
    let source = String(repeating: "<w:a>", count: depth) + "x" + String(repeating: "</w:a>", count: depth)
    #expect(content(of: try tree(source)) == source)
  }

  @Test("a tree deeper than any document is written and freed without exhausting the stack")
  func deeper() throws {
    let document = try tree("")
    var inner = document.root
    for _ in 0..<20_000 {
      let made = document.makeElement(w("a"))
      inner.append(made)
      inner = made
    }
    #expect(document.serialize().count > 20_000 * 5)
  }

  @Test(
    "the first character that XML can't hold is found",
    arguments: [
      ("abc", nil), ("a\tb\n\r", nil), ("a\u{0}b", 0), ("\u{1F}", 0x1F), ("中\u{FFFE}", 0xFFFE),
      ("\u{FFFF}", 0xFFFF),
      ("\u{FFFD}\u{EFFF}\u{7F}", nil), ("\u{B}\u{1}", 0x0B), ("\u{1FFFE}", nil),
    ] as [(String, UInt32?)])
  func forbidden(_ text: String, _ expected: UInt32?) {
    #expect(XMLCharacters.firstForbidden(in: Array(text.utf8))?.value == expected)
  }

  @Test("characters are escaped for text and for attributes")
  func escaping() {
    var bytes = Array("=".utf8)
    XMLCharacters.appendText(Array("a<b\"\r".utf8), to: &bytes)
    XMLCharacters.appendAttributeValue(Array("\n\"&中".utf8), to: &bytes)
    XMLCharacters.appendText([], to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "=a&lt;b\"&#13;&#10;&quot;&amp;中")
  }
}
