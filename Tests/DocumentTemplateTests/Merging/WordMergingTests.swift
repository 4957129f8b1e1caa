import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("Word documents merged into a template")
struct WordMergingTests {
  private static let lone = "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"

  private func merged(
    _ source: OfficePackage, into template: OfficePackage, styles: SubDocument.Styles = .template
  ) throws -> OfficePackage {
    let document = try SubDocument(source, styles: styles)
    return try OfficePackage(try DocumentTemplate(template).render(["x": .object(document)]))
  }

  private func text(_ entry: String, _ package: OfficePackage) throws -> String {
    String(decoding: try package.bytes(of: entry), as: UTF8.self)
  }

  private func body(_ package: OfficePackage) throws -> String {
    PartText.inside("w:body", of: try text("word/document.xml", package))
  }

  // MARK: Styles

  @Test("a style that the template lacks comes along with those it depends on")
  func styles() throws {
    let package = try merged(
      try MergeFiles.everything(),
      into: try MergeFiles.word(Self.lone, styles: MergeFiles.style("Base", "Other")))
    let styles = try text("word/styles.xml", package)
    #expect(try body(package).contains("<w:pStyle w:val=\"Annex\"/>"))
    #expect(styles.contains("w:styleId=\"Annex\""))
    // The template's Base is another style.
    #expect(styles.contains("w:styleId=\"Base2\""))
    #expect(styles.contains("<w:basedOn w:val=\"Base2\"/>"))
    #expect(styles.contains("<w:next w:val=\"Annex\"/>"))
  }

  @Test("a style of the same name is the template's, whatever its id")
  func sameName() throws {
    let package = try merged(
      try MergeFiles.everything(),
      into: try MergeFiles.word(Self.lone, styles: MergeFiles.style("a7", "annex title")))
    #expect(try body(package).contains("<w:pStyle w:val=\"a7\"/>"))
    #expect(try !text("word/styles.xml", package).contains("Annex"))
  }

  @Test("with its own styles a document brings those that differ under other names")
  func ownStyles() throws {
    let template = try MergeFiles.word(
      Self.lone,
      styles: MergeFiles.style("Annex", "Annex Title", "<w:rPr><w:u w:val=\"single\"/></w:rPr>"))
    let package = try merged(try MergeFiles.everything(), into: template, styles: .own)
    let styles = try text("word/styles.xml", package)
    #expect(try body(package).contains("<w:pStyle w:val=\"Annex2\"/>"))
    #expect(styles.contains("w:styleId=\"Annex2\""))
    #expect(styles.contains("<w:name w:val=\"Annex Title 2\"/>"))
  }

  @Test("with its own styles a document still shares those that are the same to the letter")
  func sharedStyles() throws {
    let base = MergeFiles.style("Base", "Annex Base", "<w:rPr><w:i/></w:rPr>")
    let annex = MergeFiles.style(
      "Annex", "Annex Title", "<w:basedOn w:val=\"Base\"/><w:next w:val=\"Annex\"/><w:rPr><w:b/></w:rPr>")
    let package = try merged(
      try MergeFiles.everything(), into: try MergeFiles.word(Self.lone, styles: base + annex), styles: .own)
    #expect(try body(package).contains("<w:pStyle w:val=\"Annex\"/>"))
    #expect(try !text("word/styles.xml", package).contains("Annex2"))
  }

  @Test("with its own styles a paragraph without one has the default of its document, defaults and all")
  func ownDefaults() throws {
    let defaults =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"44\"/></w:rPr></w:rPrDefault></w:docDefaults>"
    let normal =
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    let source = try MergeFiles.word(MergeFiles.paragraph("大字"), styles: defaults + normal)
    let package = try merged(source, into: try MergeFiles.word(Self.lone, styles: normal), styles: .own)
    let styles = try text("word/styles.xml", package)
    #expect(try body(package).contains("w:val=\"Normal2\"/></w:pPr><w:r><w:t>大字</w:t>"))
    #expect(styles.contains("<w:rPr><w:sz w:val=\"44\"/></w:rPr></w:style>"))
    #expect(styles.components(of: "w:default=\"1\"") == 1)
  }

  @Test(
    "two documents that bring styles of one name share the first one's, or have their own",
    arguments: [(SubDocument.Styles.template, 1), (.own, 2)])
  func twoSources(_ styles: SubDocument.Styles, _ count: Int) throws {
    let documents = try ["<w:rPr><w:b/></w:rPr>", "<w:rPr><w:i/></w:rPr>", "<w:rPr><w:b/></w:rPr>"].map {
      try SubDocument(
        try MergeFiles.word(
          MergeFiles.paragraph("甲", "<w:pStyle w:val=\"Annex\"/>"),
          styles: MergeFiles.style("Annex", "Annex", $0)),
        styles: styles)
    }
    let loop =
      "<w:p><w:r><w:t>{%p for x in list %}</w:t></w:r></w:p>\(Self.lone)"
      + "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    let template = try DocumentTemplate(try MergeFiles.word(loop))
    let package = try OfficePackage(try template.render(["list": .list(documents.map { .object($0) })]))
    let made = try text("word/styles.xml", package)
    #expect(made.values(after: "w:styleId=\"") == Array(["Annex", "Annex2"].prefix(count)))
    #expect(Set(made.values(after: "<w:name w:val=\"")).count == count)
  }

  // MARK: Lists

  @Test("lists get numbers of their own, beside those of the template")
  func lists() throws {
    let own = MergeFiles.list(1, "(%1)")
    let template = try MergeFiles.word(
      MergeFiles.paragraph("模板", MergeFiles.numbered) + Self.lone, numbering: own.design + own.list)
    let package = try merged(try MergeFiles.everything(), into: template)
    let numbering = try text("word/numbering.xml", package)
    #expect(try body(package).contains("<w:numId w:val=\"2\"/>"))
    #expect(numbering.contains("w:abstractNumId=\"3\""))
    #expect(numbering.contains("w:numId=\"2\""))
    // Designs stand before lists.
    let lastDesign = try #require(numbering.offset(of: "</w:abstractNum><w:num"))
    #expect(lastDesign < (try #require(numbering.offset(of: "w:numId=\"1\""))))
  }

  @Test("a list begins anew each time its document is printed")
  func listsRestart() throws {
    let loop =
      "<w:p><w:r><w:t>{%p for i in [1, 2] %}</w:t></w:r></w:p>\(Self.lone)"
      + "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    let package = try merged(try MergeFiles.everything(), into: try MergeFiles.word(loop))
    let numbering = try text("word/numbering.xml", package)
    #expect(numbering.components(of: "<w:abstractNum ") == 1)
    #expect(numbering.components(of: "<w:startOverride w:val=\"3\"/>") == 1)
    #expect(numbering.components(of: "</w:num>") == 2)
    let types = try text("[Content_Types].xml", package)
    #expect(types.contains("/word/numbering.xml"))
  }

  // MARK: Notes

  @Test("footnotes and comments come along, into parts that the template may lack")
  func notes() throws {
    let package = try merged(try MergeFiles.everything(), into: try MergeFiles.word(Self.lone))
    #expect(try text("word/footnotes.xml", package).contains("附件的脚注"))
    #expect(try text("word/footnotes.xml", package).contains("w:type=\"separator\""))
    #expect(try text("word/comments.xml", package).contains("附件的批注"))
    let types = try text("[Content_Types].xml", package)
    #expect(types.contains("wordprocessingml.comments+xml"))
    #expect(try text("word/_rels/document.xml.rels", package).contains("relationships/footnotes"))
  }

  @Test("footnotes have numbers unlike the template's")
  func noteNumbers() throws {
    let template = try MergeFiles.word(
      "<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>\(Self.lone)",
      footnotes: MergeFiles.separators + MergeFiles.footnote(1, "模板的脚注 {{ 1 + 1 }}"))
    let package = try merged(try MergeFiles.everything(), into: template)
    let notes = try text("word/footnotes.xml", package)
    #expect(notes.contains("模板的脚注 2"))
    #expect(notes.contains("w:id=\"2\""))
    #expect(try body(package).contains("<w:footnoteReference w:id=\"2\"/>"))
  }

  @Test("a document with notes can't stand in a header, where notes can't be")
  func notesInHeader() throws {
    let template = try WordFile.package("<w:p/>", parts: [("header1", Self.lone)])
    let error = #expect(throws: TemplateError.self) {
      try merged(try MergeFiles.everything(), into: template)
    }
    #expect(error?.diagnostics(file: nil).map(\.message.code) == ["misplaced-value"])
  }

  // MARK: Parts

  @Test("pictures, charts and their workbooks come along under free names")
  func parts() throws {
    let template = try MergeFiles.word(
      "<w:p>\(MergeFiles.picture("rId1"))</w:p>\(Self.lone)",
      files: [("word/media/image1.png", "", SmallPicture.png)],
      links: ["document": [("rId1", "image", "media/image1.png")]])
    let package = try merged(try MergeFiles.everything(), into: template)
    #expect(package.contains("word/media/image2.png"))
    #expect(package.contains("word/charts/chart1.xml"))
    #expect(package.contains("word/embeddings/book1.xlsx"))
    let chart = try package.relationships(of: "word/charts/chart1.xml")
    #expect(chart.all.map(\.partName) == ["word/embeddings/book1.xlsx"])
    #expect(try text("[Content_Types].xml", package).contains("drawingml.chart+xml"))
    let links = try package.relationships(of: "word/document.xml").all
    #expect(links.contains { $0.target == "https://example.cn/" && $0.partName == nil })
    #expect(Set(links.map(\.id)).count == links.count)
  }

  @Test("in a header, the relationships are the header's")
  func header() throws {
    let source = try MergeFiles.word(
      "<w:p>\(MergeFiles.picture("rId1"))</w:p>", files: [("word/media/image1.png", "", SmallPicture.png)],
      links: ["document": [("rId1", "image", "media/image1.png")]])
    let package = try merged(source, into: try WordFile.package("<w:p/>", parts: [("header1", Self.lone)]))
    #expect(try package.relationships(of: "word/header1.xml").of(.image).count == 1)
    #expect(try package.relationships(of: "word/document.xml").of(.image).isEmpty)
  }

  @Test("a document printed twice brings its parts once, and its drawings have numbers of their own")
  func twice() throws {
    let package = try merged(
      try MergeFiles.everything(), into: try MergeFiles.word(Self.lone + Self.lone))
    #expect(package.entries.count { $0.name.hasPrefix("word/media/") } == 1)
    let body = try body(package)
    #expect(Set(body.values(after: "<wp:docPr id=\"")).count == 4)
    #expect(Set(body.values(after: "<w:bookmarkStart w:id=\"")).count == 2)
  }

  // MARK: Names

  @Test("bookmarks get free names, and what refers to them follows")
  func bookmarks() throws {
    let template = try MergeFiles.word(
      "<w:p><w:bookmarkStart w:id=\"4\" w:name=\"place\"/><w:bookmarkEnd w:id=\"4\"/></w:p>\(Self.lone)")
    let body = try body(try merged(try MergeFiles.everything(), into: template))
    #expect(body.contains("w:name=\"place_2\""))
    #expect(body.contains(" REF place_2 \\h "))
    #expect(body.contains("w:anchor=\"place_2\""))
    #expect(body.components(of: "w:name=\"place\"") == 1)
  }

  // MARK: Places

  @Test("a cell still ends with a paragraph, and so does the page")
  func lastParagraph() throws {
    let cell =
      "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr><w:tc>\(Self.lone)</w:tc></w:tr></w:tbl>"
    let inCell = try body(try merged(try MergeFiles.everything(), into: try MergeFiles.word(cell + "<w:p/>")))
    #expect(inCell.contains("</w:tbl><w:p/></w:tc>"))
    let onPage = try body(
      try merged(try MergeFiles.everything(), into: try MergeFiles.word(Self.lone + "<w:sectPr/>")))
    #expect(onPage.contains("</w:tbl><w:p/><w:sectPr/>"))
    let before = try body(
      try merged(try MergeFiles.everything(), into: try MergeFiles.word(Self.lone + "<w:p/>")))
    #expect(before.contains("</w:tbl><w:p/>") && !before.contains("<w:p/><w:p/>"))
  }

  @Test("sections come along on the page, without headers, and nowhere else")
  func sections() throws {
    let section =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId7\"/><w:pgSz w:w=\"16838\" w:h=\"11906\"/></w:sectPr>"
    let source = try MergeFiles.word(
      MergeFiles.paragraph("横页", section) + MergeFiles.paragraph("直页") + "<w:sectPr/>")
    let onPage = try body(try merged(source, into: try MergeFiles.word(Self.lone + "<w:sectPr/>")))
    #expect(onPage.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\"/></w:sectPr></w:pPr>"))
    #expect(!onPage.contains("headerReference"))
    let cell =
      "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"2000\"/></w:tblGrid><w:tr><w:tc>\(Self.lone)</w:tc></w:tr></w:tbl>"
    #expect(try !body(try merged(source, into: try MergeFiles.word(cell + "<w:p/>"))).contains("sectPr"))
  }

  @Test("beside other text, a document ends the paragraph and begins it again")
  func besideText() throws {
    let template = try MergeFiles.word("<w:p><w:r><w:t>前{{ x }}后</w:t></w:r></w:p>")
    let body = try body(try merged(try MergeFiles.word(MergeFiles.paragraph("中")), into: template))
    #expect(body.components(of: "<w:p>") == 2)
    #expect(body.contains("前") && body.contains("后"))
  }

  @Test("tags in a merged document are text")
  func tags() throws {
    let body = try body(try merged(try MergeFiles.everything(), into: try MergeFiles.word(Self.lone)))
    #expect(body.contains("{{ 不是标签 }}"))
  }

  @Test("what tells editing sessions apart stays behind")
  func sessions() throws {
    let body = try body(try merged(try MergeFiles.everything(), into: try MergeFiles.word(Self.lone)))
    #expect(!body.contains("paraId") && !body.contains("rsid"))
  }

  // MARK: Refusals

  @Test("a document of the other format is refused with what to do")
  func otherFormat() throws {
    let template = try DocumentTemplate(try OpenDocumentFile.package("<text:p>{{ x }}</text:p>"))
    let document = try SubDocument(try MergeFiles.everything())
    let error = #expect(throws: TemplateError.self) { try template.render(["x": .object(document)]) }
    let message = try #require(error?.diagnostics(file: nil).first?.message)
    #expect(message.code == "other-format")
    #expect(message.hint?.english == "save the document as .odt")
  }

  @Test("a document whose picture is missing is refused")
  func lostPicture() throws {
    let source = try MergeFiles.word("<w:p>\(MergeFiles.picture("rId8"))</w:p>")
    let error = #expect(throws: TemplateError.self) {
      try merged(source, into: try MergeFiles.word(Self.lone))
    }
    #expect(error?.diagnostics(file: nil).map(\.message.code) == ["lost-relationship"])
  }

  @Test("a document whose footnote is missing is refused")
  func lostNote() throws {
    let source = try MergeFiles.word("<w:p><w:r><w:footnoteReference w:id=\"8\"/></w:r></w:p>")
    let error = #expect(throws: TemplateError.self) {
      try merged(source, into: try MergeFiles.word(Self.lone))
    }
    #expect(error?.diagnostics(file: nil).map(\.message.code) == ["lost-note"])
  }

  @Test("a document can't stand in an attribute or among characters only")
  func misplaced() throws {
    let template = try WordFile.package(
      "<w:p/>",
      parts: [
        (
          "core",
          "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{{ x }}</dc:title></cp:coreProperties>"
        )
      ])
    let error = #expect(throws: TemplateError.self) {
      try merged(try MergeFiles.everything(), into: template)
    }
    #expect(error?.diagnostics(file: nil).map(\.message.code) == ["not-printable"])
  }
}

extension String {
  /// How often `other` stands in the text.
  func components(of other: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: other) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }

  /// What follows each `prefix` up to a quotation mark.
  func values(after prefix: String) -> [String] {
    var values: [String] = []
    var rest = self[...]
    while let range = rest.firstRange(of: prefix) {
      rest = rest[range.upperBound...]
      values.append(String(rest.prefix { $0 != "\"" }))
    }
    return values
  }

  func offset(of other: String) -> Int? {
    firstRange(of: other).map { utf8.distance(from: startIndex, to: $0.lowerBound) }
  }
}
