import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("files in templates are replaced")
struct ReplacingTests {
  static let gif = [UInt8]("GIF89a".utf8) + [1, 0, 1, 0, 0, 0, 0, 0x3B]
  static let otherPNG = SmallPicture.png + []

  private func word() throws -> DocumentTemplate {
    try DocumentTemplate(
      try MergeFiles.word(
        "<w:p>\(MergeFiles.picture("rId1"))</w:p><w:p>\(MergeFiles.chart)</w:p>",
        files: [
          ("word/media/image1.png", "", SmallPicture.png),
          (
            "word/charts/chart1.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            Array("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"/>".utf8)
          ),
          (
            "word/embeddings/book1.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Array("PK\u{3}\u{4}old".utf8)
          ),
        ],
        links: [
          "document": [("rId1", "image", "media/image1.png"), ("rId2", "chart", "charts/chart1.xml")],
          "charts/chart1": [("rId1", "package", "../embeddings/book1.xlsx")],
        ]))
  }

  private func openDocument() throws -> DocumentTemplate {
    try DocumentTemplate(
      try OpenDocumentFile.package(
        "<text:p><draw:frame draw:name=\"徽标\"><draw:image xlink:href=\"Pictures/a.png\" draw:mime-type=\"image/png\"/>"
          + "<svg:desc>公章</svg:desc></draw:frame></text:p>", parts: [("Pictures/a.png", "")]))
  }

  @Test(
    "a picture is found by its name, its description, its entry's name",
    arguments: ["徽标", "公章", "logo.png", "image1.png", "word/media/image1.png"])
  func names(_ name: String) throws {
    var picture = SmallPicture.png
    picture += [0]
    let package = try OfficePackage(try word().render([:], replacing: [FileReplacement(name, with: picture)]))
    #expect(try package.bytes(of: "word/media/image1.png") == picture)
  }

  @Test("a picture of another kind gets a name, a content type and relationships of its own")
  func otherKind() throws {
    let package = try OfficePackage(
      try word().render([:], replacing: [FileReplacement("公章", with: Self.gif)]))
    #expect(!package.contains("word/media/image1.png"))
    let links = try package.relationships(of: "word/document.xml")
    let target = try #require(links.all.first { $0.id == "rId1" }?.partName)
    #expect(target.hasSuffix(".gif"))
    #expect(try package.contentTypes(of: [target]) == [target: "image/gif"])
    #expect(try package.bytes(of: target) == Self.gif)
  }

  @Test("every file that is the same as another is replaced, as docxtpl's replace_media does")
  func alike() throws {
    let replacement = FileReplacement(
      like: Array("PK\u{3}\u{4}old".utf8), with: Array("PK\u{3}\u{4}new".utf8))
    let package = try OfficePackage(try word().render([:], replacing: [replacement]))
    #expect(try package.bytes(of: "word/embeddings/book1.xlsx") == Array("PK\u{3}\u{4}new".utf8))
  }

  @Test("in OpenDocument a picture of another kind is listed and linked under its new name")
  func openDocumentKind() throws {
    let bytes = try openDocument().render([:], replacing: [FileReplacement("公章", with: Self.gif)])
    let package = try OfficePackage(bytes)
    let content = try PartText.entry("content.xml", of: bytes)
    let path = try #require(content.values(after: "xlink:href=\"").first)
    #expect(path.hasSuffix(".gif"))
    #expect(try package.bytes(of: path) == Self.gif)
    #expect(try package.mediaTypes()[path] == "image/gif")
    #expect(!package.contains("Pictures/a.png") && !content.contains("mime-type"))
  }

  @Test("an unknown name is an error that lists the names there are")
  func unknown() throws {
    let error = #expect(throws: TemplateError.self) {
      try word().render([:], replacing: [FileReplacement("印章", with: Self.gif)])
    }
    let message = try #require(error?.diagnostics(file: "t.docx").first?.message)
    #expect(message.code == "nothing-to-replace")
    #expect(message.hint?.english == "there is: logo.png, 公章, 徽标, book1.xlsx, image1.png")
  }

  @Test("a file that is no picture can't replace one, and a workbook only another workbook")
  func refused() throws {
    let error = #expect(throws: TemplateError.self) {
      try word().render(
        [:],
        replacing: [
          FileReplacement("公章", with: Array("text".utf8)), FileReplacement("book1.xlsx", with: Self.gif),
        ])
    }
    #expect(error?.diagnostics(file: nil).map(\.message.code) == ["unknown-picture", "other-kind"])
  }

  @Test("data name replacements at their top, by name or by a file beside them")
  func data() throws {
    let data: Mapping = ["$replace": .mapping(["公章": .string("new.gif"), "old.xlsx": .string("new.xlsx")])]
    let files = [
      "new.gif": Self.gif, "old.xlsx": Array("PK\u{3}\u{4}old".utf8),
      "new.xlsx": Array("PK\u{3}\u{4}new".utf8),
    ]
    let replacements = try DocumentValues.replacements(in: data) { name in
      guard let bytes = files[name] else { throw TemplateError.faulty([]) }
      return bytes
    }
    let package = try OfficePackage(try word().render([:], replacing: replacements))
    #expect(try package.bytes(of: "word/embeddings/book1.xlsx") == Array("PK\u{3}\u{4}new".utf8))
    #expect(package.entries.contains { $0.name.hasSuffix(".gif") })
    #expect(try DocumentValues.resolve(data, loadFile: { _ in [] }).isEmpty)
  }

  @Test("what is wrong with replacements in data has its place")
  func wrongData() {
    for (value, place) in [
      (Value.string("x"), "$replace"), (.mapping(["a": .list([])]), "$replace.a"),
      (.mapping(["a": .string("missing")]), "$replace.a"),
    ] {
      let error = #expect(throws: TemplateError.self) {
        try DocumentValues.replacements(in: ["$replace": value]) { _ in throw TemplateError.faulty([]) }
      }
      #expect(error?.diagnostics(file: nil).map { $0.place.text(in: .english) } == [place])
    }
  }
}
