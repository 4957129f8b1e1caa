import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("OpenDocument texts merged into a template")
struct OpenDocumentMergingTests {
  private static let lone = "<text:p>{{ x }}</text:p>"
  static let bold = "<style:text-properties fo:font-weight=\"bold\"/>"

  static func style(_ name: String, _ family: String, _ rest: String) -> String {
    "<style:style style:name=\"\(name)\" style:family=\"\(family)\" \(rest)</style:style>"
  }

  static func source() throws -> OfficePackage {
    try OpenDocumentFile.package(
      "<text:sequence-decls><text:sequence-decl text:display-outline-level=\"0\" text:name=\"Table\"/></text:sequence-decls>"
        + "<text:h text:style-name=\"Annex\" text:outline-level=\"1\"><text:bookmark text:name=\"place\"/>附件</text:h>"
        + "<text:p text:style-name=\"P1\">甲<text:span text:style-name=\"T1\">乙</text:span>"
        + "<text:note text:id=\"ftn1\" text:note-class=\"footnote\"><text:note-citation>1</text:note-citation>"
        + "<text:note-body><text:p>脚注</text:p></text:note-body></text:note>"
        + "<draw:frame draw:name=\"图\" text:anchor-type=\"as-char\" svg:width=\"1cm\" svg:height=\"1cm\">"
        + "<draw:image xlink:href=\"Pictures/a.png\" xlink:type=\"simple\"/></draw:frame>"
        + "<text:bookmark-ref text:reference-format=\"text\" text:ref-name=\"place\">附件</text:bookmark-ref></text:p>"
        + "<text:list text:style-name=\"L1\"><text:list-item><text:p text:style-name=\"P2\">项</text:p></text:list-item></text:list>"
        + "<text:p>{{ 不是标签 }}</text:p>",
      parts: [("Pictures/a.png", "")],
      styles: Self.style("Annex", "paragraph", "style:parent-style-name=\"Base\">" + Self.bold)
        + Self.style("Base", "paragraph", ">"),
      automatic: Self.style("P1", "paragraph", "style:parent-style-name=\"Annex\">" + Self.bold)
        + Self.style("P2", "paragraph", "style:list-style-name=\"L1\">")
        + Self.style("T1", "text", ">" + Self.bold)
        + "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/></text:list-style>"
    )
  }

  private func merged(
    into template: OfficePackage, styles: SubDocument.Styles = .template
  ) throws -> (content: String, styles: String, package: OfficePackage) {
    let document = try SubDocument(try Self.source(), styles: styles)
    let package = try OfficePackage(try DocumentTemplate(template).render(["x": .object(document)]))
    return (
      String(decoding: try package.bytes(of: "content.xml"), as: UTF8.self),
      String(decoding: try package.bytes(of: "styles.xml"), as: UTF8.self), package
    )
  }

  @Test("automatic styles get names unlike the template's, and refer to each other by them")
  func automaticStyles() throws {
    let own = Self.style("P1", "paragraph", "><style:paragraph-properties fo:text-align=\"center\"/>")
    let template = try OpenDocumentFile.package(
      "<text:p text:style-name=\"P1\">模板</text:p>\(Self.lone)", automatic: own)
    let content = try merged(into: template).content
    #expect(content.contains("<text:p text:style-name=\"P1\">模板"))
    let list = try #require(content.values(after: "style:list-style-name=\"").first)
    #expect(list.hasPrefix("Chengwen"))
    #expect(content.contains("text:style-name=\"\(list)\"><text:list-item>"))
    #expect(content.components(of: "style:name=\"P1\"") == 1)
  }

  @Test("common styles come along with their parents, unless the template has them")
  func commonStyles() throws {
    let missing = try merged(into: try OpenDocumentFile.package(Self.lone)).styles
    #expect(missing.contains("style:name=\"Annex\"") && missing.contains("style:name=\"Base\""))
    let there = try merged(
      into: try OpenDocumentFile.package(Self.lone, styles: Self.style("Annex", "paragraph", ">")))
    #expect(there.styles.components(of: "style:name=\"Annex\"") == 1)
    #expect(!there.styles.contains("style:name=\"Base\""))
  }

  @Test("with its own styles a document brings those that differ under other names")
  func ownStyles() throws {
    let template = try OpenDocumentFile.package(Self.lone, styles: Self.style("Annex", "paragraph", ">"))
    let (content, styles, _) = try merged(into: template, styles: .own)
    #expect(content.contains("text:style-name=\"Annex_2\""))
    #expect(styles.contains("style:name=\"Annex_2\""))
  }

  @Test("two documents that bring styles of one name share them")
  func twoSources() throws {
    let template = try DocumentTemplate(
      try OpenDocumentFile.package("<text:p>{{ x }}</text:p><text:p>{{ y }}</text:p>"))
    let document = try template.render([
      "x": .object(try SubDocument(try Self.source())),
      "y": .object(try SubDocument(try Self.source(), styles: .own)),
    ])
    #expect(try PartText.entry("styles.xml", of: document).components(of: "style:name=\"Annex\"") == 1)
  }

  @Test("pictures come along and are in the manifest")
  func pictures() throws {
    let template = try OpenDocumentFile.package(
      "<text:p><draw:frame draw:name=\"图\"><draw:image xlink:href=\"Pictures/a1.png\"/></draw:frame></text:p>\(Self.lone)",
      parts: [("Pictures/a1.png", "")])
    let (content, _, package) = try merged(into: template)
    #expect(content.contains("xlink:href=\"Pictures/a2.png\""))
    #expect(package.contains("Pictures/a2.png"))
    #expect(try package.mediaTypes()["Pictures/a2.png"] == "image/png")
    // Names of frames are unlike.
    #expect(content.contains("draw:name=\"图_2\""))
  }

  @Test("bookmarks and notes get free names, and what refers to them follows")
  func names() throws {
    let content = try merged(
      into: try OpenDocumentFile.package(
        "<text:p><text:bookmark text:name=\"place\"/></text:p>\(Self.lone)\(Self.lone)")
    ).content
    #expect(content.contains("text:ref-name=\"place_2\"") && content.contains("text:ref-name=\"place_3\""))
    #expect(Set(content.values(after: "text:id=\"")).count == 2)
  }

  @Test("declarations stay behind, tags are text")
  func text() throws {
    let content = try merged(into: try OpenDocumentFile.package(Self.lone)).content
    #expect(!content.contains("sequence-decl"))
    #expect(content.contains("{{ 不是标签 }}"))
  }

  @Test("fonts are named outright, so that they need no declaration")
  func fonts() throws {
    let decoding = { (package: OfficePackage, name: String) throws(OfficeError) in
      String(decoding: try package.bytes(of: name), as: UTF8.self)
    }
    let plain = try OpenDocumentFile.package(
      "<text:p text:style-name=\"P1\">甲</text:p>",
      automatic: Self.style("P1", "paragraph", "><style:text-properties style:font-name=\"F1\"/>"))
    let content = try decoding(plain, "content.xml").replacing(
      "<office:automatic-styles>",
      with:
        "<office:font-face-decls><style:font-face style:name=\"F1\" svg:font-family=\"仿宋\"/></office:font-face-decls><office:automatic-styles>"
    )
    let source = try OfficePackage(
      files: try plain.entries.map { entry throws(OfficeError) in
        (entry.name, entry.name == "content.xml" ? Array(content.utf8) : try plain.bytes(of: entry.name))
      })
    let template = try DocumentTemplate(try OpenDocumentFile.package(Self.lone))
    let document = try template.render(["x": .object(try SubDocument(source))])
    #expect(try PartText.entry("content.xml", of: document).contains("fo:font-family=\"仿宋\""))
  }

  @Test("a Word document is refused with what to do")
  func otherFormat() throws {
    let template = try DocumentTemplate(try WordFile.package("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"))
    let error = #expect(throws: TemplateError.self) {
      try template.render(["x": .object(try SubDocument(try Self.source()))])
    }
    let message = try #require(error?.diagnostics(file: nil).first?.message)
    #expect(message.code == "other-format")
    #expect(message.hint?.chinese == "请把它另存为 .docx")
  }
}
