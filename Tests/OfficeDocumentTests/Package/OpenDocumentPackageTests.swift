import OfficeDocument
import Testing
import ZipArchive

@Suite("OpenDocument packages")
struct OpenDocumentPackageTests {
  private let manifestName = "META-INF/manifest.xml"

  @Test("mimetype comes first, stored, at byte 38, whatever it was")
  func mimetype() throws {
    let archive = try OfficePackage(files: openDocumentFiles()).write(replacing: [:])
    #expect(Array(archive[38..<(38 + textType.utf8.count)]) == Array(textType.utf8))
    #expect(Array(archive[30..<38]) == Array("mimetype".utf8))
    let package = try OfficePackage(archive)
    #expect(package.format == .odt)
    #expect(package.entries.map(\.name) == ["mimetype", "content.xml", manifestName])
    #expect(package.entries.first?.data.method == .stored)
  }

  @Test("a mimetype that is missing is added, one with a line end put right")
  func mimetypeRepaired() throws {
    for bytes in [[], Array("\(textType)\n".utf8)] {
      let package = try written(openDocumentFiles([("mimetype", bytes)]))
      #expect(try package.text(of: "mimetype") == textType)
    }
  }

  @Test(
    "what is no OpenDocument text is refused",
    arguments: [
      (
        openDocumentFiles([("mimetype", Array("application/vnd.oasis.opendocument.spreadsheet".utf8))]),
        "wrong-format"
      ),
      (
        openDocumentFiles([
          ("META-INF/manifest.xml", manifest([("/", "application/vnd.oasis.opendocument.spreadsheet")]))
        ]), "wrong-format"
      ),
      (openDocumentFiles([("mimetype", []), ("META-INF/manifest.xml", manifest([]))]), "wrong-format"),
      (openDocumentFiles([("content.xml", [])]), "no-main-part"),
      (openDocumentFiles([("META-INF/manifest.xml", [])]), "missing-part"),
      (openDocumentFiles([("META-INF/manifest.xml", Array("<m>".utf8))]), "xml-not-well-formed"),
      (
        openDocumentFiles([
          (
            "META-INF/manifest.xml",
            Array(
              ("<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry m:full-path=\"content.xml\" "
                + "m:media-type=\"text/xml\"><m:encryption-data/></m:file-entry></m:manifest>").utf8)
          )
        ]), "encrypted"
      ),
    ] as [(Files, String)])
  func refused(_ files: Files, _ code: String) {
    #expect(refusal(files) == code)
  }

  @Test("an encrypted file is named")
  func encrypted() {
    let bytes = String(decoding: manifest([("/", textType), ("content.xml", "text/xml")]), as: UTF8.self)
      .replacing(
        "content.xml\" m:media-type=\"text/xml\"/>", with: "content.xml\"><m:encryption-data/></m:file-entry>"
      )
    let error = #expect(throws: OfficeError.self) {
      try OfficePackage(files: openDocumentFiles([(manifestName, Array(bytes.utf8))]))
    }
    #expect(error?.part == "content.xml")
  }

  @Test("a template becomes a document, in mimetype and manifest")
  func template() throws {
    let files = openDocumentFiles([
      ("mimetype", Array("\(textType)-template".utf8)),
      (manifestName, manifest([("/", textType + "-template"), ("content.xml", "text/xml")])),
    ])
    let package = try written(files)
    #expect(try package.text(of: "mimetype") == textType)
    #expect(!(try package.text(of: manifestName).contains("-template")))
  }

  @Test("signatures are left out, of the manifest too, and listed")
  func signatures() throws {
    let names = ["META-INF/documentsignatures.xml", "META-INF/macrosignatures.xml"]
    let files = openDocumentFiles(
      names.map { ($0, [1]) } + [
        (manifestName, manifest([("/", textType), ("content.xml", "text/xml")] + names.map { ($0, "") }))
      ])
    let package = try OfficePackage(files: files)
    #expect(package.droppedEntries == names)
    #expect(!(try package.text(of: manifestName).contains("signatures")))
    #expect(package.entries.count == 3)
  }

  @Test("the manifest is completed: every file once, no other, folders as they were")
  func manifestCompleted() throws {
    let files = openDocumentFiles([
      (
        manifestName,
        manifest([
          ("content.xml", "text/xml"), ("content.xml", "text/plain"), ("gone.xml", "text/xml"),
          ("Pictures/", ""),
        ])
      ),
      ("Pictures/a.PNG", [1]), ("layout-cache", [2]), ("styles.xml", [3]),
    ])
    let text = try written(files).text(of: manifestName)
    func count(_ entry: String) -> Int {
      text.split(separator: entry, omittingEmptySubsequences: false).count - 1
    }
    #expect(count("m:full-path=\"content.xml\" m:media-type=\"text/xml\"") == 1)
    #expect(count("\"gone.xml\"") == 0 && count("\"Pictures/\"") == 1)
    #expect(count("m:full-path=\"Pictures/a.PNG\" m:media-type=\"image/png\"") == 1)
    #expect(count("m:full-path=\"layout-cache\" m:media-type=\"application/octet-stream\"") == 1)
    #expect(count("m:full-path=\"/\" m:media-type=\"\(textType)\"") == 1)
    #expect(count("m:full-path") == 6)
  }

  @Test("a manifest that is right keeps its bytes")
  func manifestKept() throws {
    let bytes =
      Array("<?xml version='1.0'?>\n\n".utf8) + manifest([("/", textType), ("content.xml", "text/xml")])
    #expect(try written(openDocumentFiles([(manifestName, bytes)])).bytes(of: manifestName) == bytes)
  }

  @Test("an old manifest's document type declaration is passed over, in the manifest and nowhere else")
  func oldManifest() throws {
    let declaration =
      "<!DOCTYPE manifest:manifest PUBLIC \"-//OpenOffice.org//DTD Manifest 1.0//EN\" \"Manifest.dtd\">"
    let old = Array(declaration.utf8) + manifest([("/", textType), ("content.xml", "text/xml")])
    #expect(try written(openDocumentFiles([(manifestName, old)])).plainText() == "")
    let content = Array("\(declaration)<a/>".utf8)
    let package = try written(openDocumentFiles([("content.xml", content)]))
    #expect(throws: OfficeError.self) { try package.plainText() }
  }

  @Test(
    "one with declarations in it is refused",
    arguments: ["[]", "[<!ENTITY a 'b'>]", "SYSTEM 'x' [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]"])
  func hostileManifest(_ subset: String) {
    let bytes = Array("<!DOCTYPE m:manifest \(subset)>".utf8) + manifest([("/", textType)])
    #expect(refusal(openDocumentFiles([(manifestName, bytes)])) == "xml-document-type")
  }

  @Test("files of zero bytes are copied and not read")
  func emptyFiles() throws {
    var files = openDocumentFiles([(manifestName, manifest([("/", textType), ("content.xml", "text/xml")]))])
    files.append(("Configurations2/accelerator/current.xml", []))
    let package = try written(files)
    #expect(try package.bytes(of: "Configurations2/accelerator/current.xml").isEmpty)
    #expect(try package.writtenParts().map(\.entry) == ["content.xml"])
  }
}
