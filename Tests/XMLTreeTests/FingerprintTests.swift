import Testing
import XMLTree

struct FingerprintTests {
  private static func fingerprint(_ content: String) throws -> (XMLTree, [Fingerprint]) {
    let document = try tree(content)
    return (
      document,
      document.root.elements.map { element in
        var fingerprint = Fingerprint()
        fingerprint.add(element)
        return fingerprint
      }
    )
  }

  @Test("elements that are written the same have the same fingerprint")
  func same() throws {
    let element =
      "<w:a w:x=\"1\" y=\"二\"><w:b>text, longer than a word<!--c--></w:b><?p q?><![CDATA[x]]></w:a>"
    let (_, prints) = try Self.fingerprint(element + element)
    #expect(prints.count == 2 && prints[0] == prints[1])
    #expect(Set(prints).count == 1)
  }

  @Test(
    "whatever is written differently has another fingerprint",
    arguments: [
      "<w:a w:x=\"1\"/><w:a w:x=\"2\"/>", "<w:a w:x=\"\"/><w:a/>",
      "<w:a w:x=\"1\" w:y=\"2\"/><w:a w:y=\"2\" w:x=\"1\"/>",
      "<w:a w:x=\"12345678\" w:y=\"\"/><w:a w:x=\"\" w:y=\"12345678\"/>", "<w:a x=\"1\"/><w:a w:x=\"1\"/>",
      "<w:a/><w:b/>", "<w:a/><a/>", "<w:a><w:b/><w:c/></w:a><w:a><w:b><w:c/></w:b></w:a>",
      "<w:a><w:b/></w:a><w:a/>", "<w:a>x</w:a><w:a><![CDATA[x]]></w:a>", "<w:a>x</w:a><w:a>xy</w:a>",
      "<w:a>12345678ab</w:a><w:a>12345678ba</w:a>", "<w:a><!--x--></w:a><w:a>x</w:a>",
      "<w:a><?p q?></w:a><w:a><?q q?></w:a>", "<w:a xmlns:v=\"urn:v\"/><w:a/>",
      "<w:a xmlns:v=\"urn:v\"/><w:a xmlns:v=\"urn:u\"/>", "<w:a/><v:a xmlns:v=\"urn:w\"/>",
    ])
  func different(_ content: String) throws {
    let (_, prints) = try Self.fingerprint(content)
    #expect(prints.count == 2 && prints[0] != prints[1])
  }

  @Test("start tags can be told without some attributes and without what is in them")
  func startTags() throws {
    let document = try tree(
      "<w:a w:id=\"1\" w:x=\"1\">text</w:a><w:a w:x=\"1\" w:id=\"2\"/><w:a w:x=\"2\" w:id=\"1\"/>")
    let prints = document.root.elements.map { element in
      var fingerprint = Fingerprint()
      fingerprint.add(startTagOf: element, without: [w("id")])
      return fingerprint
    }
    #expect(prints[0] == prints[1] && prints[0] != prints[2])
  }

  @Test("places under other declarations are told apart, however deep below them")
  func declarations() throws {
    let document = try tree(
      "<w:a><w:t/></w:a><w:a><w:b><w:t/></w:b></w:a><w:a xmlns:v=\"urn:v\"><w:b><w:t/></w:b></w:a>")
    let prints = document.root.descendants.filter { $0.is(w("t")) }.map { node in
      var fingerprint = Fingerprint()
      fingerprint.add(declarationsAround: node)
      return fingerprint
    }
    #expect(prints.count == 3 && prints[0] == prints[1] && prints[0] != prints[2])
  }
}
