import Testing
import XMLTree

/// What depends on how a tree's records lie in memory.
struct MemoryTests {
  @Test(
    "a text that comes in very many pieces, or over several blocks of memory, is whole",
    arguments: [(1, 20_000), (700, 4_000)])
  func longText(_ piece: Int, _ count: Int) throws {
    let source = String(repeating: String(repeating: "字", count: piece) + "&amp;", count: count)
    let document = try tree(source)
    let text = try #require(document.root.firstChild)
    #expect(text.text == String(repeating: String(repeating: "字", count: piece) + "&", count: count))
    #expect(text.nextSibling == nil)
    #expect(content(of: document) == source)
  }

  @Test("five thousand names and prefixes are told apart, read and written")
  func manyNames() throws {
    let source = (0..<5_000).map { "<w:n\($0) a\($0)=\"\($0)\"/>" }.joined()
    let document = try tree(source)
    #expect(content(of: document) == source)
    #expect(Set(document.root.elements.map(\.localName)).count == 5_000)
    let spaced = (0..<900).map { "<p\($0):n xmlns:p\($0)=\"urn:\($0 % 7)\" p\($0):a=\"\"/>" }.joined()
    #expect(content(of: try tree(spaced)) == spaced)
  }

  @Test("attributes and declarations of a copy are its own", arguments: [false, true])
  func copies(_ isDeep: Bool) throws {
    let document = try tree("<w:a w:x=\"1\" xmlns:v=\"urn:v\"><w:b w:x=\"2\"/></w:a>")
    let original = try #require(document.root.firstElement(w("a")))
    let copy = isDeep ? original.copyDeep() : original.copyShallow()
    copy.setAttribute(w("x"), "changed")
    copy.setAttribute(w("y"), "new")
    copy.declareNamespace("urn:u", prefix: "u")
    copy.firstElement(w("b"))?.removeAttribute(w("x"))
    #expect(content(of: document) == "<w:a xmlns:v=\"urn:v\" w:x=\"1\"><w:b w:x=\"2\"/></w:a>")
    document.root.append(copy)
    let inner = isDeep ? "><w:b/></w:a>" : "/>"
    #expect(
      content(of: document).hasSuffix(
        "</w:a><w:a xmlns:v=\"urn:v\" xmlns:u=\"urn:u\" w:x=\"changed\" w:y=\"new\"" + inner))
  }

  @Test("what goes while handles to it are kept can still be read, and put back")
  func removed() throws {
    var document: XMLTree? = try tree("<w:a>text<w:b w:x=\"1\"/></w:a>")
    let node = try #require(document?.root.firstElement(w("a")))
    node.remove()
    #expect(document?.root.firstChild == nil && node.parent == nil)
    document = nil
    #expect(node.text == "text" && node.firstElement(w("b"))?.attribute(w("x")) == "1")
    node.tree.root.append(node)
    #expect(written(node.tree).contains("<w:a>text<w:b w:x=\"1\"/></w:a>"))
  }
}
