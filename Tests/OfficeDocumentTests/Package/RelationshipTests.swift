import Diagnostics
import OfficeDocument
import Testing

@Suite("Relationships")
struct RelationshipTests {
  private func package(_ all: String...) throws(OfficeError) -> OfficePackage {
    try OfficePackage(files: wordFiles([("word/_rels/document.xml.rels", relationships(all.joined()))]))
  }

  @Test(
    "a target is found from where it is named",
    arguments: [
      ("a.xml", "word/a.xml"), ("./a.xml", "word/a.xml"), ("media/a.png", "word/media/a.png"),
      ("../a.xml", "a.xml"),
      ("/a.xml", "a.xml"), ("/word/../a.xml", "a.xml"), ("x/../a.xml", "word/a.xml"),
      ("a.xml#part", "word/a.xml"),
      ("#part", "word/document.xml"), ("", "word/document.xml"), ("a//b.xml", "word/a/b.xml"),
    ])
  func resolving(_ target: String, _ expected: String) throws {
    let links = try package(relationship("a", "t", target)).relationships(of: "word/document.xml")
    #expect(links.all.first?.partName == expected)
    #expect(links.all.first?.target == target)
  }

  @Test(
    "a target that climbs out of the package is refused",
    arguments: ["../../a.xml", "/../a.xml", "x/../../../etc/passwd"])
  func climbing(_ target: String) {
    let error = #expect(throws: OfficeError.self) { try package(relationship("a", "t", target)) }
    #expect(error?.message.code == "climbing-target")
    #expect(error?.part == "word/_rels/document.xml.rels")
  }

  @Test(
    "an external target leads to no part, wherever it points",
    arguments: ["http://127.0.0.1/", "file:///etc/passwd", "../../../a"])
  func external(_ target: String) throws {
    let links = try package(relationship("a", "t", target, "TargetMode=\"External\"")).relationships(
      of: "word/document.xml")
    #expect(links.all.map(\.partName) == [nil])
  }

  @Test("an id is there once")
  func duplicate() {
    let error = #expect(throws: OfficeError.self) {
      try package(relationship("a", "t", "1"), relationship("a", "t", "2"))
    }
    #expect(error?.message.code == "duplicate-relationship")
  }

  @Test(
    "a relationship has id, type and target",
    arguments: [
      "<Relationship Type=\"t\" Target=\"x\"/>", "<Relationship Id=\"a\" Target=\"x\"/>",
      "<Relationship Id=\"a\" Type=\"t\"/>",
    ])
  func incomplete(_ element: String) {
    let error = #expect(throws: OfficeError.self) { try package(element) }
    #expect(error?.message.code == "bad-relationship")
  }

  @Test("a document that is related to itself is read")
  func cycle() throws {
    let package = try package(relationship("a", officeRelationship + "header", "document.xml"))
    #expect(try package.writtenParts().count == 1)
  }

  @Test("an entry without relationships has none")
  func none() throws {
    #expect(try package().relationships(of: "word/missing.xml").all.isEmpty)
    #expect(try package().relationships(of: "word/document.xml").of(.image).isEmpty)
  }

  @Test("only relationships that lie where they belong are read")
  func elsewhere() {
    #expect(refusal(wordFiles([("word/notes.rels", [1, 2, 3])])) == nil)
    #expect(refusal(wordFiles([("word/_rels/notes.rels", [1, 2, 3])])) == "xml-not-well-formed")
    #expect(
      refusal(wordFiles([("word/_rels/notes.rels", Array("<!DOCTYPE r [<!ENTITY e 'x'>]><r>&e;</r>".utf8))]))
        == "xml-document-type")
  }
}
