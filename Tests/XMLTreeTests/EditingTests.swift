import Testing
import XMLTree

struct EditingTests {
  @Test("nodes are put first, last, before and behind")
  func placing() throws {
    let document = try tree("<w:m/>")
    let middle = try #require(document.root.firstChild)
    document.root.append(document.makeText("last"))
    document.root.prepend(document.makeText("first"))
    middle.insertBefore(document.makeElement(w("b")))
    middle.insertAfter(document.makeElement(w("c")))
    middle.append(document.makeInstruction(target: "p", data: "q"))
    #expect(content(of: document) == "first<w:b/><w:m><?p q?></w:m><w:c/>last")
    #expect(linksAgree(below: document.root))
  }

  @Test("neighbouring texts stay apart, and handles to them valid")
  func textsStayApart() throws {
    let document = try tree("a<w:m/>b")
    let (first, last) = (document.root.firstChild, document.root.lastChild)
    document.root.firstElement(w("m"))?.remove()
    let added = document.makeText("c")
    last?.insertBefore(added)
    #expect(document.root.children.map(\.text) == ["a", "c", "b"])
    #expect(first?.nextSibling == added && added.nextSibling == last)
    #expect(content(of: document) == "acb")
  }

  @Test("a node that is put elsewhere leaves where it was")
  func moving() throws {
    let document = try tree("<w:a><w:x>t</w:x></w:a><w:b/>")
    let moved = try #require(document.root.firstChild?.firstChild)
    document.root.lastChild?.append(moved)
    #expect(content(of: document) == "<w:a/><w:b><w:x>t</w:x></w:b>")
    document.root.prepend(moved)
    #expect(content(of: document) == "<w:x>t</w:x><w:a/><w:b/>")
    #expect(linksAgree(below: document.root))
  }

  @Test("putting a node where it is changes nothing")
  func noMove() throws {
    let document = try tree("<w:a/><w:b/><w:c/>")
    let all = document.root.elements
    document.root.prepend(all[0])
    document.root.append(all[2])
    all[1].insertBefore(all[1])
    all[1].insertAfter(all[1])
    all[1].insertBefore(all[0])
    all[1].insertAfter(all[2])
    #expect(content(of: document) == "<w:a/><w:b/><w:c/>")
    all[0].insertBefore(all[2])
    #expect(content(of: document) == "<w:c/><w:a/><w:b/>")
    #expect(linksAgree(below: document.root))
  }

  @Test("the node a loop is at may be removed, moved or replaced")
  func loops() throws {
    let document = try tree("<w:a/><w:b/><w:c/><w:d/>")
    var seen: [String] = []
    for node in document.root.children {
      seen.append(node.localName)
      switch node.localName {
      case "a": node.remove()
      case "b": document.root.append(node)
      case "c": node.replace(with: [document.makeElement(w("x")), document.makeElement(w("y"))])
      default: break
      }
    }
    #expect(seen == ["a", "b", "c", "d", "b"])
    #expect(content(of: document) == "<w:x/><w:y/><w:d/><w:b/>")
  }

  @Test("a removed node keeps what is below it and can come back")
  func comingBack() throws {
    let document = try tree("<w:a><w:b>t</w:b></w:a>")
    let element = try #require(document.root.firstChild)
    element.remove()
    element.remove()
    #expect(element.parent == nil && element.nextSibling == nil && element.previousSibling == nil)
    #expect(document.root.children.isEmpty)
    document.root.append(element)
    #expect(content(of: document) == "<w:a><w:b>t</w:b></w:a>")
  }

  @Test("an element can be replaced by what is in it, or by itself among others")
  func replacing() throws {
    let document = try tree("<w:a>1<w:b/>2</w:a>")
    let outer = try #require(document.root.firstChild)
    outer.replace(with: Array(outer.children))
    #expect(content(of: document) == "1<w:b/>2")
    let inner = try #require(document.root.firstElement(w("b")))
    inner.replace(with: [document.makeText("<"), inner, document.makeText(">")])
    #expect(content(of: document) == "1&lt;<w:b/>&gt;2")
    inner.replace(with: [])
    #expect(content(of: document) == "1&lt;&gt;2")
    #expect(linksAgree(below: document.root))
  }

  @Test("the root can be replaced")
  func root() throws {
    let document = try tree("<w:a>t</w:a>")
    let old = document.root
    let inner = try #require(old.firstChild)
    old.replace(with: [inner])
    #expect(document.root == inner)
    #expect(written(document).hasSuffix("<w:a xmlns:w=\"urn:w\">t</w:a>"))
    document.root.insertBefore(document.makeInstruction(target: "p", data: ""))
    #expect(written(document).contains("<?p?><w:a"))
  }

  @Test("a deep copy stands by itself and changes nothing in the original")
  func deepCopies() throws {
    let document = try tree("<w:a v=\"1\" w:u=\"2\"><w:b>t</w:b><!--c--><![CDATA[d]]><?p q?></w:a>")
    let original = try #require(document.root.firstChild)
    let copy = original.copyDeep()
    #expect(canonical(copy) == canonical(original))
    #expect(copy.parent == nil && copy.nextSibling == nil)
    #expect(linksAgree(below: copy))
    copy.setAttribute(w("u"), "3")
    copy.firstChild?.remove()
    #expect(original.attribute(w("u")) == "2")
    document.root.append(copy)
    document.root.append(original.copyDeep())
    #expect(document.root.elements.count == 3)
    #expect(document.root.text == "tddtd")
  }

  @Test("a shallow copy has the attributes and declarations and nothing else")
  func shallowCopies() throws {
    let document = try tree("<w:a v=\"1\" xmlns:x=\"urn:x\" x:u=\"2\"><w:b/></w:a>")
    let copy = try #require(document.root.firstChild).copyShallow()
    #expect(copy.children.isEmpty)
    document.root.append(copy)
    #expect(
      String(decoding: copy.serialize(), as: UTF8.self) == "<w:a xmlns:x=\"urn:x\" v=\"1\" x:u=\"2\"/>")
  }

  @Test("texts, comments and instructions can be copied")
  func copiesOfOthers() throws {
    let document = try tree("t<!--c--><?p q?><![CDATA[d]]>")
    for node in Array(document.root.children) { document.root.append(node.copyDeep()) }
    #expect(content(of: document) == "t<!--c--><?p q?><![CDATA[d]]>t<!--c--><?p q?><![CDATA[d]]>")
  }

  @Test("an empty text may stand anywhere")
  func emptyText() throws {
    let document = try tree("")
    document.root.append(document.makeText(""))
    #expect(document.root.text == "")
    #expect(document.root.firstChild?.copyDeep().text == "")
    #expect(written(document).hasSuffix("<w:root xmlns:w=\"urn:w\"></w:root>"))
  }
}
