import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("values made in code")
struct ValueAPITests {
  @Test("rich text is built stretch by stretch")
  func richText() throws {
    var text = RichText("须经")
    text.add("书面", TextFormat(bold: true))
    text.add(RichText("申请"))
    text.add("网站", link: "https://example.cn/")
    #expect(text.plainText == "须经书面申请网站")
    let template = try DocumentTemplate(try WordFile.package("<w:p><w:r><w:t>{{r x }}</w:t></w:r></w:p>"))
    let body = try PartText.body(of: try template.render(["x": .object(text)]))
    #expect(body.contains("<w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">书面</w:t></w:r>"))
    #expect(body.contains("<w:hyperlink "))
  }

  @Test("the same template, data and pictures give the same bytes")
  func deterministic() throws {
    let picture = try Picture(Self.picture, size: .width(.millimetres(10)))
    let template = try DocumentTemplate(
      try OpenDocumentFile.package("<text:p>{% for i in [1, 2] %}{{ x }}{{ y }}{% endfor %}</text:p>"))
    let data: Mapping = ["x": .object(picture), "y": .object(RichText("a", TextFormat(italic: true)))]
    #expect(try template.render(data) == template.render(data))
  }

  @Test("one template renders rich text in many tasks at once")
  func concurrent() async throws {
    let styles = "<w:style w:type=\"character\" w:styleId=\"N\"><w:name w:val=\"Note\"/></w:style>"
    let template = try DocumentTemplate(
      try WordFile.package("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>", parts: [("styles", styles)]))
    let expected = try template.render(["x": .object(RichText("a", TextFormat(style: "Note")))])
    try await withThrowingTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<8 {
        group.addTask { try template.render(["x": .object(RichText("a", TextFormat(style: "Note")))]) }
      }
      for try await document in group { #expect(document == expected) }
    }
  }

  @Test("a picture in a header belongs to the header, and the file is there once")
  func header() throws {
    let template = try DocumentTemplate(
      try WordFile.package(
        "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>",
        parts: [("header1", "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>")]))
    let document = try OfficePackage(try template.render(["x": .object(try Picture(Self.picture))]))
    #expect(try document.relationships(of: "word/header1.xml").of(.image).count == 1)
    #expect(try document.relationships(of: "word/document.xml").of(.image).count == 1)
    #expect(document.entries.filter { $0.name.hasPrefix("word/media/") }.count == 1)
  }

  @Test("a picture's name is none the template has, in any ending or case")
  func names() throws {
    let template = try DocumentTemplate(
      try WordFile.package("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>", parts: [("media", "IMAGE1.jpeg")]))
    let document = try OfficePackage(try template.render(["x": .object(try Picture(Self.picture))]))
    #expect(document.contains("word/media/image2.png"))
  }

  @Test("lengths are whole units")
  func lengths() {
    #expect(Length.millimetres(10) == .centimetres(1))
    #expect(Length.inches(1) == .points(72))
    #expect(Length.millimetres(.nan).emu == 0)
  }

  @Test(
    "a size of nothing is refused when it is printed",
    arguments: [Length(emu: 0), .millimetres(-1), .millimetres(1e300)])
  func nothing(length: Length) throws {
    let template = try DocumentTemplate(try WordFile.package("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"))
    let picture = try Picture(Self.picture, size: .exact(width: .millimetres(5), height: length))
    #expect(throws: TemplateError.self) { try template.render(["x": .object(picture)]) }
  }

  @Test("a file that is no picture is refused when the value is made")
  func noPicture() {
    #expect(throws: OfficeError.self) { try Picture(Array("<html/>".utf8)) }
  }

  @Test(
    "colours are read as people write them",
    arguments: [
      ("#ff0000", true), ("00B0F0", true), ("#abc", true), ("auto", true), ("darkRed", true), ("#12", false),
      ("redd", false), ("", false), ("#gggggg", false), ("12345678", false),
    ])
  func colours(text: String, isOne: Bool) {
    #expect((Color(text) != nil) == isOne)
  }

  @Test("equal colours are equal however they are written")
  func equalColours() {
    #expect(Color("#c00") == Color("CC0000"))
    #expect(Color(red: 204, green: 0, blue: 0) == Color("#cc0000"))
    #expect(Color("#c00") != Color("#c01"))
  }

  private static let picture =
    TestFiles.bytes(TestFiles.projectFolder + "/Tests/DocumentTemplateTests/Fixtures/values/board.png") ?? []
}
