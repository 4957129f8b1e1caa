import Testing
import XMLTree

struct NamespaceTests {
  /// Writes the tree, reads it back, and compares what both say.
  private func expectSame(_ document: XMLTree, _ place: SourceLocation = #_sourceLocation) throws {
    let again = try XMLTree(parsing: document.serialize())
    #expect(canonical(again.root) == canonical(document.root), sourceLocation: place)
  }

  @Test("what is moved out of its declaration's reach is declared anew")
  func moving() throws {
    let document = try tree("<w:a xmlns:x=\"urn:x\"><x:b x:c=\"1\"><x:d/></x:b></w:a>")
    let moved = try #require(document.root.firstChild?.firstChild)
    document.root.append(moved)
    #expect(
      content(of: document) == "<w:a xmlns:x=\"urn:x\"/><x:b xmlns:x=\"urn:x\" x:c=\"1\"><x:d/></x:b>")
    try expectSame(document)
  }

  @Test("copies have their namespaces wherever they are put")
  func copying() throws {
    let document = try tree("<w:a xmlns:x=\"urn:x\" xmlns=\"urn:d\"><x:b x:c=\"1\"><d/></x:b></w:a>")
    let original = try #require(document.root.firstChild?.firstChild)
    let copy = original.copyDeep()
    #expect(canonical(copy) == canonical(original))
    document.root.append(copy)
    document.root.append(original.copyShallow())
    document.root.firstChild?.remove()
    try expectSame(document)
    #expect(document.root.elements.map(\.namespace) == ["urn:x", "urn:x"])
  }

  @Test("an element without a namespace keeps none under a default declaration")
  func noNamespace() throws {
    let document = try tree("<d xmlns=\"urn:d\"><e/></d><n><m/></n>")
    let (d, n) = (document.root.elements[0], document.root.elements[1])
    d.append(n)
    let e = try #require(d.firstChild)
    try #require(n.firstChild).append(e)
    #expect(
      content(of: document)
        == "<d xmlns=\"urn:d\"><n xmlns=\"\"><m><e xmlns=\"urn:d\"/></m></n></d>")
    try expectSame(document)
  }

  @Test("a default declaration taken back in the source stays taken back")
  func takenBack() throws {
    let source = "<d xmlns=\"urn:d\"><n xmlns=\"\"><m a=\"1\"/></n></d>"
    #expect(content(of: try tree(source)) == source)
  }

  @Test("an attribute never takes a default namespace: it gets a prefix")
  func attributesNeedPrefixes() throws {
    let document = try XMLTree(parsing: Array("<root xmlns=\"urn:w\"/>".utf8))
    document.root.setAttribute(w("a"), "1")
    document.root.append(document.makeElement(w("b")))
    #expect(document.root.attribute(w("a")) == "1")
    #expect(
      written(document).hasSuffix("<root xmlns=\"urn:w\" xmlns:ns1=\"urn:w\" ns1:a=\"1\"><ns1:b/></root>"))
    try expectSame(document)
  }

  @Test("a prefix that means something else nearby is declared anew")
  func otherMeaning() throws {
    let document = try tree("<w:x xmlns:w=\"urn:other\"><w:y/></w:x><w:z w:a=\"1\"/>")
    let (x, z) = (document.root.elements[0], document.root.elements[1])
    try #require(x.firstChild).append(z)
    try expectSame(document)
    #expect(z.namespace == "urn:w")
  }

  @Test("an attribute whose prefix means something else on its element gets another prefix")
  func twoMeanings() throws {
    let document = try tree("<w:x xmlns:w=\"urn:other\" w:b=\"2\"/>")
    let element = try #require(document.root.firstChild)
    element.setAttribute(w("a"), "1")
    try expectSame(document)
    #expect(element.attributes.map(\.namespace) == ["urn:other", "urn:w"])
  }

  @Test("an element made for a place gets along with what its own attributes declare")
  func madeConflict() throws {
    let document = try XMLTree(parsing: Array("<r xmlns:ns1=\"urn:w\"/>".utf8))
    let element = document.makeElement(w("a"))
    element.setAttribute(Name("urn:new", "b"), "1")
    element.setAttribute(Name("urn:newer", "c"), "2")
    document.root.append(element)
    try expectSame(document)
    #expect(element.attribute(Name("urn:newer", "c")) == "2")
  }

  @Test("a made element uses the prefix of the root, and one of its own where the root has none")
  func making() throws {
    let document = try tree("")
    document.root.append(document.makeElement(w("a")))
    document.root.append(document.makeElement(Name("urn:new", "b")))
    document.root.append(document.makeElement(Name("", "c")))
    #expect(content(of: document) == "<w:a/><ns1:b xmlns:ns1=\"urn:new\"/><c/>")
    try expectSame(document)
  }

  @Test("a namespace declared on the root is used by what is made after")
  func declaring() throws {
    let document = try tree("")
    document.declareNamespace("urn:n", prefix: "n")
    document.declareNamespace("urn:ignored", prefix: "n")
    document.root.append(document.makeElement(Name("urn:n", "a")))
    #expect(written(document).hasSuffix("<w:root xmlns:w=\"urn:w\" xmlns:n=\"urn:n\"><n:a/></w:root>"))
  }

  @Test("an attribute uses what is declared around its element")
  func around() throws {
    let document = try tree("<w:a xmlns:x=\"urn:x\"><w:b/></w:a>")
    document.root.firstChild?.firstChild?.setAttribute(Name("urn:x", "c"), "1")
    #expect(content(of: document) == "<w:a xmlns:x=\"urn:x\"><w:b x:c=\"1\"/></w:a>")
  }

  @Test("a part is written without the declarations in force around it")
  func parts() throws {
    let document = try tree("<w:a xmlns:x=\"urn:x\"><x:b/><w:c xmlns:w=\"urn:other\"/></w:a>")
    let inner = try #require(document.root.firstChild)
    #expect(
      inner.children.map { String(decoding: $0.serialize(), as: UTF8.self) }
        == ["<x:b/>", "<w:c xmlns:w=\"urn:other\"/>"])
    inner.remove()
    #expect(
      String(decoding: inner.serialize(), as: UTF8.self).hasPrefix(
        "<w:a xmlns:x=\"urn:x\" xmlns:w=\"urn:w\">"))
  }

  @Test("an address is escaped")
  func escaping() throws {
    let source = "<x:a xmlns:x=\"urn:&lt;&amp;&quot;\"/>"
    #expect(content(of: try tree(source)) == source)
  }
}
