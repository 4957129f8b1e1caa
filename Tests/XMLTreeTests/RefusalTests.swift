import Testing
import XMLTree

struct RefusalTests {
  @Test(
    "a document type declaration is refused, whatever it holds",
    arguments: [
      "<!DOCTYPE r><r/>", "<!DOCTYPE r SYSTEM \"r.dtd\"><r/>", "<!DOCTYPE r PUBLIC \"p\" \"s\"><r/>",
      "<!DOCTYPE r []><r/>", "<!DOCTYPE r [<!ENTITY a \"b\">]><r>&a;</r>",
      "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><r>&a;</r>",
      "<!DOCTYPE r [<!ENTITY % a SYSTEM \"http://127.0.0.1/\"> %a;]><r/>",
      "<!DOCTYPE r [<!ATTLIST r a CDATA 'b'>]><r/>", "<?xml version=\"1.0\"?>\n<!-- x --><!DOCTYPE r><r/>",
    ])
  func documentTypes(_ text: String) {
    #expect(refusal(of: text) == "xml-document-type")
  }

  @Test("a document type declaration can be passed over")
  func passedOver() throws {
    var limits = XMLLimits()
    limits.passesOverDocumentType = true
    let text = "<!DOCTYPE m:m PUBLIC \"-//a b//EN\" 'Mani[fest]>.dtd'><m:m xmlns:m=\"urn:m\">x</m:m>"
    let tree = try XMLTree(parsing: Array(text.utf8), limits: limits)
    #expect(written(tree).hasSuffix("?>\n<m:m xmlns:m=\"urn:m\">x</m:m>"))
  }

  @Test(
    "one with an internal subset is refused even then",
    arguments: [
      ("<!DOCTYPE r []><r/>", "xml-document-type"),
      ("<!DOCTYPE r SYSTEM \"s\" [<!ENTITY a \"b\">]><r>&a;</r>", "xml-document-type"),
      ("<!DOCTYPE r [<!ATTLIST r a CDATA 'b'>]><r/>", "xml-document-type"),
      ("<!DOCTYPE r SYSTEM \"s\"><r>&a;</r>", "xml-entity"),
      ("<!DOCTYPE r SYSTEM \"s\"><r a='&b;'/>", "xml-entity"),
    ])
  func internalSubset(_ text: String, _ code: String) {
    var limits = XMLLimits()
    limits.passesOverDocumentType = true
    #expect(refusal(of: text, limits: limits) == code)
  }

  @Test("entities that nobody defined are refused", arguments: ["<r>&nbsp;</r>", "<r a=\"&b;\"/>"])
  func entities(_ text: String) {
    #expect(refusal(of: text) == "xml-entity")
  }

  @Test(
    "encodings other than UTF-8 and UTF-16 are refused",
    arguments: ["ISO-8859-1", "GBK", "gb18030", "UTF-7", "EBCDIC-CP-US", "utf-16", "UCS-4"])
  func encodings(_ name: String) {
    #expect(refusal(of: "<?xml version=\"1.0\" encoding=\"\(name)\"?><r/>") == "xml-encoding")
    let blanks = String(repeating: " ", count: 5_000)
    #expect(refusal(of: "<?xml version='1.0'\(blanks)encoding = '\(name)'?><r/>") == "xml-encoding")
  }

  @Test("UTF-16 without a byte order mark, and UTF-32, are refused")
  func wideWithoutMark() {
    #expect(refusal(of: "<r/>".utf16.flatMap { [UInt8($0), 0] }) == "xml-encoding")
    #expect(refusal(of: [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x3C]) == "xml-encoding")
  }

  @Test("UTF-16 that says it is UTF-8 is refused")
  func wideSaysNarrow() {
    let text = "\u{FEFF}<?xml version=\"1.0\" encoding=\"UTF-8\"?><r/>"
    #expect(refusal(of: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "xml-encoding")
  }

  @Test(
    "bytes that are not UTF-8 are refused",
    arguments: [[0xC0, 0xBC], [0x80], [0xE4, 0xB8], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]])
  func badUTF8(_ bytes: [UInt8]) {
    #expect(refusal(of: Array("<r>".utf8) + bytes + Array("</r>".utf8)) == "xml-bad-encoding")
  }

  @Test("half a UTF-16 unit, and half a pair, are refused")
  func badUTF16() {
    #expect(refusal(of: [0xFF, 0xFE, 0x3C]) == "xml-bad-encoding")
    #expect(refusal(of: [0xFF, 0xFE, 0x00, 0xD8, 0x3C, 0x00]) == "xml-bad-encoding")
  }

  @Test(
    "prefixes that are not declared are refused, of elements and of attributes",
    arguments: ["<a:r/>", "<r a:b=\"\"/>", "<r><x xmlns:a=\"urn:a\"/><a:y/></r>"])
  func unboundPrefixes(_ text: String) {
    #expect(refusal(of: text) == "xml-unbound-prefix")
  }

  @Test(
    "what is not well-formed is refused",
    arguments: [
      "<r/><r/>", "<r/>text", "text<r/>", "<r>", "</r>", "<r></s>", "<r a=\"1\" a=\"2\"/>", "<r a=1/>",
      "<r a/>",
      "<r a=\"<\"/>", "<r>]]></r>", "<r><!-- -- --></r>", "<r", "<r>&#0;</r>", "<r>&#8;</r>",
      "<r>&#xFFFE;</r>",
      "<r>\u{0}</r>", "<r>\u{1}</r>", "<r>\u{FFFF}</r>", "<r>&</r>", "<r>&#xD800;</r>",
      " <?xml version=\"1.0\"?><r/>",
      "<r xmlns:a=\"\"/>", "<r xmlns:xml=\"urn:x\"/>", "<r xmlns:a=\"u\" xmlns:b=\"u\" a:c=\"\" b:c=\"\"/>",
      "<r><?xml x?></r>", "<!-- only -->", "   ", "<r><![CDATA[</r>", "<r a='b\">'/", "<1/>",
    ])
  func notWellFormed(_ text: String) {
    #expect(refusal(of: text) == "xml-not-well-formed")
  }

  @Test("an empty document is refused")
  func empty() {
    #expect(refusal(of: "") == "xml-empty")
    #expect(refusal(of: [0xEF, 0xBB, 0xBF]) != nil)
  }

  @Test("the fault's line and column are told")
  func place() {
    #expect(throws: XMLError.self) { try XMLTree(parsing: Array("<r>\n  <a></b>\n</r>".utf8)) }
    do throws(XMLError) {
      _ = try XMLTree(parsing: Array("<r>\n  <a></b>\n</r>".utf8))
    } catch {
      #expect(error.line == 2)
      #expect((6...11).contains(error.column ?? 0))
    }
  }

  @Test("every beginning of a document is refused, or is read")
  func beginnings() throws {
    let text =
      "<?xml version='1.0'?><!-- c --><r xmlns:a=\"urn:a\" a:b='&lt;'>&amp;<![CDATA[x]]><?p q?><a:b/>中</r>"
    let bytes = Array(text.utf8)
    for count in bytes.indices { #expect(refusal(of: Array(bytes[..<count])) != nil, "\(count)") }
    #expect(refusal(of: bytes) == nil)
  }
}
