import OfficeDocument
import TestSupport
import Testing

@Suite("what a document gains")
struct AdditionsTests {
  private let picture: PictureData

  init() throws {
    picture = try PictureData(Sample.png(columns: 3, rows: 2))
  }

  private func additions(_ name: String) -> PackageAdditions {
    var additions = PackageAdditions()
    additions.entries = [PackageAdditions.Entry(name: name, picture: picture)]
    return additions
  }

  @Test("a picture is in the content types by its ending, and related to its part")
  func word() throws {
    let package = try WordFile.package("<w:p/>")
    var additions = try additions("word/media/a.jpg", Sample.jpeg(unit: 1, density: 72))
    additions.relationships["word/document.xml"] = [
      Relationships.Relationship(
        id: "rId1", type: .image, target: "media/a.jpg", partName: "word/media/a.jpg")
    ]
    let written = try OfficePackage(try package.write(replacing: [:], adding: additions))
    #expect(
      try written.relationships(of: "word/document.xml").of(.image).map(\.partName) == ["word/media/a.jpg"])
    let types = String(decoding: try written.bytes(of: "[Content_Types].xml"), as: UTF8.self)
    #expect(types.contains("<Default Extension=\"jpg\" ContentType=\"image/jpeg\"/>"))
  }

  @Test("an ending that stands for another type leads to a type by name")
  func override() throws {
    let package = try WordFile.package("<w:p/>")
    let written = try OfficePackage(
      try package.write(
        replacing: [:], adding: try additions("word/media/a.png", Sample.jpeg(unit: 1, density: 72))))
    let types = String(decoding: try written.bytes(of: "[Content_Types].xml"), as: UTF8.self)
    #expect(types.contains("<Override PartName=\"/word/media/a.png\" ContentType=\"image/jpeg\"/>"))
  }

  @Test("relationships of a part that has some are added to them")
  func kept() throws {
    let package = try WordFile.package("<w:p/>", parts: [("header1", "<w:p/>")])
    var additions = PackageAdditions()
    additions.relationships["word/document.xml"] = [
      Relationships.Relationship(id: "x", type: .hyperlink, target: "https://example.cn/?a&b", partName: nil)
    ]
    let written = try OfficePackage(try package.write(replacing: [:], adding: additions))
    let all = try written.relationships(of: "word/document.xml").all
    #expect(all.count == 2)
    #expect(all.last?.target == "https://example.cn/?a&b")
  }

  @Test("an OpenDocument manifest lists what is new")
  func manifest() throws {
    let package = try OpenDocumentFile.package("<text:p/>")
    let written = try OfficePackage(try package.write(replacing: [:], adding: additions("Pictures/a.png")))
    let manifest = String(decoding: try written.bytes(of: "META-INF/manifest.xml"), as: UTF8.self)
    #expect(
      manifest.contains(
        "<manifest:file-entry manifest:full-path=\"Pictures/a.png\" manifest:media-type=\"image/png\"/>"))
    #expect(try written.bytes(of: "Pictures/a.png") == picture.bytes)
  }

  @Test("a name that is taken is refused")
  func taken() throws {
    let package = try OpenDocumentFile.package("<text:p/>")
    #expect(throws: OfficeError.self) {
      try package.write(replacing: [:], adding: additions("content.xml"))
    }
  }

  @Test("nothing new changes nothing")
  func nothing() throws {
    let package = try WordFile.package("<w:p/>")
    #expect(try package.write(replacing: [:], adding: PackageAdditions()) == package.write(replacing: [:]))
  }

  private func additions(_ name: String, _ bytes: [UInt8]) throws -> PackageAdditions {
    var additions = PackageAdditions()
    additions.entries = [PackageAdditions.Entry(name: name, picture: try PictureData(bytes))]
    return additions
  }
}
