import Testing
import XMLTree

struct ParsingTests {
  @Test("blanks, comments, instructions and sections are kept")
  func everythingIsKept() throws {
    let source = " <w:a/>\n<!-- c --><?t d?><![CDATA[<x>]]> "
    #expect(content(of: try tree(source)) == source)
  }

  @Test("what stands beside the root is kept")
  func besideTheRoot() throws {
    let text = written(try XMLTree(parsing: Array("<!--before--><?p q?><r/><!--after-->".utf8)))
    #expect(text.hasSuffix("<!--before--><?p q?><r/><!--after-->"))
  }

  @Test(
    "the predefined entities and character references become characters, in text and in attributes",
    arguments: ["&amp;&lt;&gt;&quot;&apos;&#9;&#x4E2D;", "a&amp;b", "&#38;#60;"])
  func references(_ source: String) throws {
    let root = try tree("<w:a v=\"\(source)\">\(source)</w:a>").root.firstChild
    let expected = source == "&#38;#60;" ? "&#60;" : source == "a&amp;b" ? "a&b" : "&<>\"'\t中"
    #expect(root?.text == expected)
    #expect(root?.attribute(Name("", "v")) == expected)
  }

  @Test("an attribute holds what is written between many references")
  func longAttribute() throws {
    let source = String(repeating: "x&lt;&#10;", count: 3_000)
    let element = try tree("<w:a v=\"\(source)\"/>").root.firstChild
    #expect(element?.attribute(Name("", "v")) == String(repeating: "x<\n", count: 3_000))
  }

  @Test("a byte order mark is no part of the document")
  func byteOrderMark() throws {
    #expect(try XMLTree(parsing: [0xEF, 0xBB, 0xBF] + Array("<r/>".utf8)).root.localName == "r")
  }

  @Test("UTF-16 is read in both orders", arguments: [true, false])
  func wide(_ isLittle: Bool) throws {
    let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-16\"?><r>中𠀀</r>"
    let bytes = text.utf16.flatMap { unit in
      isLittle ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try XMLTree(parsing: bytes).root.text == "中𠀀")
  }

  @Test("line ends become line feeds, but for those that are references")
  func lineEnds() throws {
    #expect(try tree("a\r\nb\rc&#13;d").root.text == "a\nb\nc\rd")
  }

  @Test("an attribute's line ends and tabs become blanks, but for those that are references")
  func attributeBlanks() throws {
    let element = try tree("<w:a v=\"a\r\nb\tc&#9;d&#10;\"/>").root.firstChild
    #expect(element?.attribute(Name("", "v")) == "a b c\td\n")
  }

  @Test("a node knows its line, beyond 65,535 too")
  func lines() throws {
    let root = try tree(String(repeating: "\n", count: 70_000) + "<w:a>x</w:a>").root
    #expect(root.line == 1)
    #expect(root.firstElement(w("a"))?.line == 70_001)
  }

  @Test("the same id twice is no fault: only a schema could say that")
  func repeatedIDs() throws {
    let source = "<w:a xml:id=\"1 not a name\"/><w:a xml:id=\"1 not a name\"/>"
    #expect(content(of: try tree(source)) == source)
  }

  @Test("a text of almost ten million bytes is read")
  func longText() throws {
    let root = try tree(String(repeating: "字", count: 3_333_333)).root
    #expect(root.textBytes.count == 9_999_999)
  }

  @Test("a namespace's address may hold a reference, and may be no URI")
  func addresses() throws {
    let root = try tree("<x:a xmlns:x=\"a?b &amp; c|&lt;\"/>").root
    #expect(root.firstChild?.namespace == "a?b & c|<")
  }

  @Test("several tasks can each parse a document")
  func parallel() async {
    let texts = await withTaskGroup(of: String?.self) { group in
      for number in 0..<16 {
        group.addTask { try? tree("<w:a>\(number)</w:a>").root.text }
      }
      return await group.reduce(into: Set<String?>()) { $0.insert($1) }
    }
    #expect(texts == Set((0..<16).map { "\($0)" }))
  }
}
