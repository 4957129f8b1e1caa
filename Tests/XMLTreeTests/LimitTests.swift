import Testing
import XMLTree

struct LimitTests {
  private func limits(_ change: (inout XMLLimits) -> Void) -> XMLLimits {
    var limits = XMLLimits()
    change(&limits)
    return limits
  }

  @Test("a document of as many bytes as allowed is read, one of more is not")
  func bytes() {
    let narrow = limits { $0.bytes = 4 }
    #expect(refusal(of: "<r/>", limits: narrow) == nil)
    #expect(refusal(of: "<rr/>", limits: narrow) == "xml-too-large")
  }

  @Test("elements may be nested as deep as allowed, and no deeper")
  func depth() {
    func nested(_ depth: Int) -> String {
      String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
    #expect(refusal(of: nested(7), limits: limits { $0.depth = 7 }) == nil)
    #expect(refusal(of: nested(8), limits: limits { $0.depth = 7 }) == "xml-too-deep")
    #expect(refusal(of: nested(XMLLimits().depth)) == nil)
    #expect(refusal(of: nested(100_000)) == "xml-too-deep")
    #expect(refusal(of: String(repeating: "<a>", count: 100_000)) == "xml-too-deep")
  }

  @Test("elements beside each other are not nested")
  func flat() {
    let text = "<r>" + String(repeating: "<a><b/></a>", count: 1_000) + "</r>"
    #expect(refusal(of: text, limits: limits { $0.depth = 3 }) == nil)
  }

  @Test(
    "each kind of node counts",
    arguments: [
      ("<r/>", 1), ("<r>t</r>", 2), ("<r><a/>t<b/></r>", 4), ("<r><!-- <a> --></r>", 2),
      ("<r><?p <a>?></r>", 2),
      ("<r><![CDATA[<a>]]></r>", 2), ("<r a='>' b=\"=\"/>", 5), ("<r xmlns='urn:a' a=''/>", 3),
    ])
  func nodes(_ text: String, _ count: Int) {
    #expect(refusal(of: text, limits: limits { $0.nodes = count }) == nil)
    #expect(refusal(of: text, limits: limits { $0.nodes = count - 1 }) == "xml-too-many-nodes")
  }

  @Test("an element may have as many attributes as allowed, and no more")
  func attributes() {
    func element(_ count: Int) -> String { "<r" + (0..<count).map { " a\($0)='='" }.joined() + "/>" }
    #expect(refusal(of: element(5), limits: limits { $0.attributes = 5 }) == nil)
    #expect(refusal(of: element(6), limits: limits { $0.attributes = 5 }) == "xml-too-many-attributes")
    #expect(refusal(of: element(100_000)) == "xml-too-many-attributes")
    #expect(refusal(of: "<r>&amp;" + element(100_000)) == "xml-too-many-attributes")
  }

  @Test("a text, a section and an attribute's value may be as long as allowed, and no longer")
  func texts() {
    let narrow = limits { $0.text = 4 }
    #expect(refusal(of: "<r a='1234'>1234<![CDATA[1234]]></r>", limits: narrow) == nil)
    for text in ["<r>12345</r>", "<r><![CDATA[12345]]></r>", "<r a='12345'/>"] {
      #expect(refusal(of: text, limits: narrow) == "xml-text-too-long", "\(text)")
    }
    #expect(refusal(of: "<r>\(String(repeating: "字", count: 3_400_000))</r>") == "xml-text-too-long")
  }

  @Test("only so many namespaces may be in force at once")
  func namespaces() {
    let narrow = limits { $0.namespaces = 4 }
    let two = "xmlns:a='urn:a' xmlns:b='urn:b'"
    #expect(refusal(of: "<r \(two)><s \(two)/><s \(two)></s><s \(two)/></r>", limits: narrow) == nil)
    #expect(
      refusal(of: "<r \(two)><s \(two)><t xmlns = ''/></s></r>", limits: narrow) == "xml-too-many-namespaces")
    #expect(
      refusal(of: "<r \(two)><s \(two)><t\txmlns:c='u'></t></s></r>", limits: narrow)
        == "xml-too-many-namespaces")
  }

  @Test("the line is told where a limit is exceeded")
  func line() {
    do throws(XMLError) {
      _ = try XMLTree(parsing: Array("<r>\n<a/>\n<a>\n<b/></a></r>".utf8), limits: limits { $0.nodes = 6 })
      Issue.record("nothing was refused")
    } catch {
      #expect(error.line == 4)
    }
  }

  @Test("a name of 60,000 characters is refused")
  func longName() {
    #expect(refusal(of: "<\(String(repeating: "n", count: 60_000))/>") != nil)
  }
}
