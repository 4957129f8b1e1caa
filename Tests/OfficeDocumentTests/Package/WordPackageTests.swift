import Diagnostics
import OfficeDocument
import Testing
import ZipArchive

@Suite("Word packages")
struct WordPackageTests {
  @Test("a Word package is known by its content types")
  func format() throws {
    let package = try OfficePackage(files: wordFiles())
    #expect(package.format == .docx)
    #expect(package.contains("word/document.xml") && !package.contains("word/styles.xml"))
    #expect(package.droppedEntries.isEmpty)
  }

  @Test("content types and relationships come first, the others as they came")
  func order() throws {
    let files = wordFiles([("b.bin", [1]), ("a.bin", [2])])
    #expect(
      try written(files).entries.map(\.name)
        == ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "b.bin", "a.bin"])
  }

  @Test(
    "what is no Word document is refused",
    arguments: [
      (wordFiles([("[Content_Types].xml", [])]), "no-content-types"),
      (wordFiles([("_rels/.rels", [])]), "missing-part"),
      (wordFiles([("_rels/.rels", relationships())]), "no-main-part"),
      (wordFiles([("word/document.xml", [])]), "no-main-part"),
      (
        wordFiles([
          (
            "_rels/.rels",
            relationships(relationship("a", officeRelationship + "officeDocument", "other.xml"))
          )
        ]), "no-main-part"
      ),
      (
        wordFiles([
          (
            "_rels/.rels",
            relationships(
              relationship("a", officeRelationship + "officeDocument", "word/document.xml"),
              relationship("b", officeRelationship + "officeDocument", "word/document.xml"))
          )
        ]), "two-main-parts"
      ),
      (
        wordFiles([
          (
            "_rels/.rels",
            relationships(
              relationship(
                "a", officeRelationship + "officeDocument", "http://example.org/", "TargetMode=\"External\""))
          )
        ]), "no-main-part"
      ),
      (
        wordFiles([
          (
            "_rels/.rels",
            relationships(
              relationship(
                "a", "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
                "word/document.xml"))
          )
        ]), "strict-format"
      ),
      (wordFiles([("[Content_Types].xml", contentTypes())]), "wrong-format"),
      (
        wordFiles([
          (
            "[Content_Types].xml",
            contentTypes(
              override("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"))
          )
        ]), "macro-document"
      ),
      (
        wordFiles([
          (
            "[Content_Types].xml",
            contentTypes(
              override(
                "/word/document.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"))
          )
        ]), "wrong-format"
      ),
      (wordFiles([("[Content_Types].xml", Array("<!DOCTYPE x><x/>".utf8))]), "xml-document-type"),
      (wordFiles([("[Content_Types].xml", Array("<x>".utf8))]), "xml-not-well-formed"),
      ([("a.txt", [1])], "unknown-format"),
    ] as [(Files, String)])
  func refused(_ files: Files, _ code: String) {
    #expect(refusal(files) == code)
  }

  @Test("an old .doc or a document with a password is told from a broken archive")
  func compoundFile() {
    let error = #expect(throws: OfficeError.self) {
      try OfficePackage([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }
    #expect(error?.message.code == "compound-file")
    #expect(throws: OfficeError.self) { try OfficePackage(Array("{\\rtf1}".utf8)) }
  }

  @Test("a part's content type may come from its ending, in any case")
  func defaultType() throws {
    let types = contentTypes("<Default Extension=\"XML\" ContentType=\"\(wordType)\"/>")
    #expect(refusal(wordFiles([("[Content_Types].xml", types)])) == nil)
    #expect(
      refusal(wordFiles([("[Content_Types].xml", contentTypes(override("/Word/Document.XML", wordType)))]))
        == nil)
  }

  @Test(
    "a template becomes a document, wherever its type is said",
    arguments: [
      contentTypes(override("/word/document.xml", templateType)),
      contentTypes(override("/Word/document.xml", templateType)),
      contentTypes("<Default Extension=\"xml\" ContentType=\"\(templateType)\"/>"),
    ])
  func template(_ types: [UInt8]) throws {
    let package = try written(wordFiles([("[Content_Types].xml", types)]))
    let text = try package.text(of: "[Content_Types].xml")
    #expect(text.contains("ument.xml\" ContentType=\"\(wordType)\"/>"))
    #expect(package.droppedEntries.isEmpty)
  }

  @Test("signatures are left out with all that leads to them, and listed")
  func signatures() throws {
    let digital = packageRelationship + "digital-signature/"
    let files = wordFiles([
      (
        "_rels/.rels",
        relationships(
          relationship("a", officeRelationship + "officeDocument", "/word/document.xml"),
          relationship("b", digital + "origin", "sig/origin.sigs"),
          relationship(
            "c", officeRelationship + "extended-properties", "http://example.org/?a=1&amp;b=2",
            "TargetMode=\"External\""))
      ),
      (
        "[Content_Types].xml",
        contentTypes(
          override("/word/document.xml", wordType), override("/sig/one.xml", digital),
          override("/_xmlsignatures/x.xml", digital))
      ),
      ("sig/origin.sigs", [1]),
      ("sig/_rels/origin.sigs.rels", relationships(relationship("a", digital + "signature", "one.xml"))),
      ("sig/one.xml", [2]),
      ("sig/_rels/one.xml.rels", relationships(relationship("a", digital + "certificate", "../cert.cer"))),
      ("cert.cer", [3]), ("_xmlsignatures/x.xml", [4]), ("kept.bin", [5]),
    ])
    let package = try OfficePackage(files: files)
    #expect(
      package.droppedEntries == [
        "sig/origin.sigs", "sig/_rels/origin.sigs.rels", "sig/one.xml", "sig/_rels/one.xml.rels", "cert.cer",
        "_xmlsignatures/x.xml",
      ])
    let again = try OfficePackage(try package.write(replacing: [:]))
    #expect(
      again.entries.map(\.name) == ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "kept.bin"])
    #expect(!(try again.text(of: "[Content_Types].xml").contains("/sig/")))
    let root = try again.relationships(of: "")
    #expect(root.all.map(\.id) == ["a", "c"])
    #expect(root.all.map(\.target) == ["/word/document.xml", "http://example.org/?a=1&b=2"])
    #expect(root.all.map(\.partName) == ["word/document.xml", nil])
  }

  @Test("a signature origin that claims to be the document does not take it away")
  func falseOrigin() throws {
    let files = wordFiles([
      (
        "_rels/.rels",
        relationships(
          relationship("a", officeRelationship + "officeDocument", "word/document.xml"),
          relationship("b", packageRelationship + "digital-signature/origin", "word/document.xml"))
      )
    ])
    #expect(try written(files).contains("word/document.xml"))
  }

  @Test("parts are found through relationships, in reading order, each once")
  func writtenParts() throws {
    let files = wordFiles([
      (
        "word/_rels/document.xml.rels",
        relationships(
          relationship("a", officeRelationship + "footer", "footer1.xml"),
          relationship("b", officeRelationship + "header", "/word/h.xml"),
          relationship("c", officeRelationship + "header", "h.xml"),
          relationship("d", officeRelationship + "header", "missing.xml"),
          relationship("e", officeRelationship + "header", "document.xml"))
      ),
      ("word/h.xml", [1]), ("word/footer1.xml", [1]),
    ])
    let parts = try OfficePackage(files: files).writtenParts()
    #expect(parts.map(\.entry) == ["word/document.xml", "word/h.xml", "word/footer1.xml"])
  }
}
