import Testing
import XMLTree

struct AttributeTests {
  @Test("attributes are read in order, without declarations")
  func reading() throws {
    let element = try tree("<w:a b=\"1\" w:c=\"\" xmlns:x=\"urn:x\" x:d='\"'/>").root.firstChild
    #expect(element?.attributes.map(\.localName) == ["b", "c", "d"])
    #expect(element?.attributes.map(\.namespace) == ["", "urn:w", "urn:x"])
    #expect(element?.attributes.map(\.prefix) == [nil, "w", "x"])
    #expect(element?.attributes.map(\.value) == ["1", "", "\""])
  }

  @Test("an attribute is found by namespace: one without a prefix is in none")
  func finding() throws {
    let element = try tree("<w:a b=\"1\" w:c=\"2\"/>").root.firstChild
    #expect(element?.attribute(Name("", "b")) == "1")
    #expect(element?.attribute(w("b")) == nil)
    #expect(element?.attribute(w("c")) == "2")
    #expect(element?.attribute(Name("", "c")) == nil)
  }

  @Test("a value is replaced in its place, a new one comes last")
  func setting() throws {
    let document = try tree("<w:a w:b=\"1\" w:c=\"\"/>")
    let element = try #require(document.root.firstChild)
    element.setAttribute(w("b"), "2")
    element.setAttribute(w("c"), "3")
    element.setAttribute(w("d"), "4")
    element.setAttribute(Name("", "e"), "")
    #expect(content(of: document) == "<w:a w:b=\"2\" w:c=\"3\" w:d=\"4\" e=\"\"/>")
    #expect(element.attribute(Name("", "e")) == "")
  }

  @Test(
    "a value is taken as it is, whatever it looks like",
    arguments: [
      "&amp;", "&", "<a b=\"c\">", "&#10;", "a\u{9}\u{A}\u{D}b", "中𠀀", "", "&undefined;", "]]>", "'",
    ])
  func values(_ value: String) throws {
    let document = try tree("<w:a w:b=\"old &lt; value\"/>")
    let element = try #require(document.root.firstChild)
    for name in [w("b"), w("new"), Name("", "plain")] {
      element.setAttribute(name, value)
      #expect(element.attribute(name) == value)
    }
    let again = try XMLTree(parsing: document.serialize()).root.firstChild
    #expect(again?.attributes.map(\.value) == [value, value, value])
  }

  @Test("an attribute is removed, one that is not there is not missed")
  func removing() throws {
    let document = try tree("<w:a b=\"1\" w:b=\"2\"/>")
    let element = try #require(document.root.firstChild)
    element.removeAttribute(w("b"))
    element.removeAttribute(w("b"))
    element.removeAttribute(w("c"))
    #expect(content(of: document) == "<w:a b=\"1\"/>")
  }

  @Test("xml:space and xml:id are attributes as others are, and need no declaration")
  func predefined() throws {
    let document = try tree("<w:t xml:space=\"preserve\"> </w:t><w:t/>")
    let space = Name("http://www.w3.org/XML/1998/namespace", "space")
    let id = Name("http://www.w3.org/XML/1998/namespace", "id")
    let elements = document.root.elements
    #expect(elements[0].attribute(space) == "preserve")
    elements[1].setAttribute(space, "preserve")
    for element in elements {
      element.setAttribute(id, "a")
      element.setAttribute(id, "b")
    }
    elements[0].removeAttribute(id)
    document.root.append(elements[1].copyDeep())
    #expect(
      content(of: document) == "<w:t xml:space=\"preserve\"> </w:t><w:t xml:space=\"preserve\" xml:id=\"b\"/>"
        + "<w:t xml:space=\"preserve\" xml:id=\"b\"/>")
  }

  @Test("a marked value is handed to the sink, in its place between the quotation marks")
  func markers() throws {
    let document = try tree("<w:a w:id=\"7\" b=\"x\"/>")
    let element = try #require(document.root.firstChild)
    element.setAttribute(w("id"), marker: 12)
    element.setAttribute(w("new"), marker: 3)
    var sink = RecordingSink()
    document.serialize(into: &sink)
    #expect(
      sink.text.hasSuffix("<w:a w:id=\"[attribute 12]\" b=\"x\" w:new=\"[attribute 3]\"/></w:root>"))
    element.setAttribute(w("id"), "7")
    element.removeAttribute(w("new"))
    #expect(content(of: document) == "<w:a w:id=\"7\" b=\"x\"/>")
  }

  @Test("a start tag leaves marked attributes out and has the element's own declarations")
  func startTags() throws {
    let document = try tree("<w:a xmlns:x=\"urn:&amp;\" x:b=\"&quot;\" w:id=\"7\">text</w:a>")
    let element = try #require(document.root.firstChild)
    element.setAttribute(w("id"), marker: 1)
    #expect(
      String(decoding: element.startTag(), as: UTF8.self) == "<w:a xmlns:x=\"urn:&amp;\" x:b=\"&quot;\">")
    #expect(String(decoding: element.endTag(), as: UTF8.self) == "</w:a>")
  }
}

/// Writes each instruction it is offered in brackets.
struct RecordingSink: XMLSink {
  var text = ""
  var isHandling = true

  mutating func write(_ bytes: [UInt8]) { text += String(decoding: bytes, as: UTF8.self) }

  mutating func instruction(target: String, data: String) -> Bool {
    if isHandling { text += "[\(target) \(data)]" }
    return isHandling
  }
}
