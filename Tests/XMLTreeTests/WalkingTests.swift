import Testing
import XMLTree

struct WalkingTests {
  @Test("children come in order, texts and others included")
  func children() throws {
    let root = try tree("a<w:b/><!--c--><?d e?><![CDATA[f]]>").root
    #expect(root.children.map(\.kind) == [.text, .element, .comment, .instruction, .cdata])
    #expect(root.elements.map(\.localName) == ["b"])
    #expect(root.children.isEmpty == false)
    #expect(root.firstElement(w("b"))?.children.isEmpty == true)
  }

  @Test("siblings and parents lead back")
  func links() throws {
    let root = try tree("<w:a><w:b/>t</w:a><w:c/>").root
    let inner = try #require(root.firstChild?.firstChild)
    #expect(inner.parent == root.firstChild)
    #expect(inner.nextSibling?.text == "t")
    #expect(inner.nextSibling?.previousSibling == inner)
    #expect(inner.nextSibling?.nextSibling == nil)
    #expect(root.lastChild?.previousSibling == root.firstChild)
    #expect(root.parent == nil)
  }

  @Test("descendants come in document order and stop at the top's end")
  func descendants() throws {
    let root = try tree("<w:a>1<w:b>2</w:b><w:c/></w:a>3<w:d/>").root
    #expect(
      root.descendants.map { $0.isText ? $0.text : $0.localName } == ["a", "1", "b", "2", "c", "3", "d"])
    let inner = try #require(root.firstChild)
    #expect(inner.descendants.map { $0.isText ? $0.text : $0.localName } == ["1", "b", "2", "c"])
    #expect(inner.lastChild.map { Array($0.descendants).isEmpty } == true)
  }

  @Test("a name is told by namespace, not by prefix")
  func names() throws {
    let root = try tree("<x:a xmlns:x=\"urn:w\"/><x:a xmlns:x=\"urn:x\"/><a/><aa/>").root
    #expect(root.elements.map { $0.is(w("a")) } == [true, false, false, false])
    #expect(root.elements.map { $0.is(Name("", "a")) } == [false, false, true, false])
    #expect(root.elements.map(\.prefix) == ["x", "x", nil, nil])
    #expect(root.elements.map(\.namespace) == ["urn:w", "urn:x", "", ""])
    #expect(root.elements(w("a")).count == 1)
    #expect(root.firstElement(w("aa")) == nil)
  }

  @Test("a text is no element of any name")
  func textHasNoName() throws {
    let text = try #require(try tree("text").root.firstChild)
    #expect(!text.is(Name("", "text")))
    #expect(text.localName == "" && text.namespace == "" && text.prefix == nil)
    #expect(text.attributes.isEmpty)
    #expect(text.attribute(w("a")) == nil)
    #expect(text.firstChild == nil && text.lastChild == nil)
  }

  @Test("names are equal by content, not by where they are kept")
  func equalNames() {
    #expect(Name("urn:w", "a") == w("a"))
    #expect(Set([Name("urn:w", "a"), w("a"), w("b")]).count == 2)
    #expect(w("a").namespace == "urn:w" && w("a").local == "a")
    #expect(Name("", "a") != w("a"))
  }

  private static let note = NameNote(among: [w("a"), Name("", "b")])

  @Test("what is noted of a name is the same whichever declaration it comes from")
  func notes() throws {
    let document = try tree(
      "<w:a/><v:a xmlns:v=\"urn:w\"/><w:a xmlns:w=\"urn:other\"/><a/><w:b/><b/>text<?p?>")
    #expect(document.root.children.map { $0.note(Self.note) } == [1, 1, 0, 0, 0, 2, 0, 0])
    #expect(document.makeElement(w("a")).note(Self.note) == 1)
    #expect(document.makeElement(Name("", "b")).note(Self.note) == 2)
    let noted = document.root.descendants(noted: Self.note, instructions: true)
    #expect(noted.map { $0.localName + $0.instructionTarget } == ["a", "a", "b", "p"])
  }

  @Test("the number of an instruction is told by its target, and only if it is digits")
  func instructionNumbers() throws {
    let target = Name("", "t")
    let document = try tree(
      "<?t 12?><?t 007?><?t?><?t x1?><?t -1?><?t 1 ?><?u 1?><?t 123456789012345678?><?t 1234567890123456789?><w:t/>1"
    )
    #expect(
      document.root.children.map { $0.instructionNumber(for: target) }
        == [12, 7, nil, nil, nil, nil, nil, 123_456_789_012_345_678, nil, nil, nil])
    let made = document.makeInstruction(target: "t", data: "5")
    #expect(made.instructionNumber(for: target) == 5)
  }

  @Test("the text of an element is all that stands in it, comments and instructions not")
  func text() throws {
    #expect(try tree("a<w:b>b<!--x--><![CDATA[&]]></w:b><?p q?>c").root.text == "ab&c")
    let instruction = try tree("<?target some data?>").root.firstChild
    #expect(instruction?.instructionTarget == "target")
    #expect(instruction?.text == "some data")
    #expect(try tree("<!--x-->").root.firstChild?.text == "x")
    #expect(try tree("x").root.firstChild?.instructionTarget == "")
  }

  @Test("a node is inside what is around it, not inside itself or its neighbours")
  func isInside() throws {
    let root = try tree("<w:a><w:b/></w:a><w:c/>").root
    let (a, c) = (root.elements[0], root.elements[1])
    let b = try #require(a.firstChild)
    #expect(b.isDescendant(of: a) && b.isDescendant(of: root))
    #expect(!a.isDescendant(of: a) && !b.isDescendant(of: c) && !a.isDescendant(of: b))
  }

  @Test("a handle keeps its tree alive")
  func lifetime() throws {
    func inner() throws -> Node? { try tree("<w:a>text</w:a>").root.firstChild }
    #expect(try inner()?.text == "text")
  }
}

extension Node {
  fileprivate var isText: Bool { kind == .text }
}
