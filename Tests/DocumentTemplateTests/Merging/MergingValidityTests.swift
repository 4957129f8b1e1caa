import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Merged documents, judged by the validators beside the project against their templates.
@Suite("merged documents are valid", .enabled(if: Validators.areHere))
struct MergingValidityTests {
  private static let lone = "<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>"
  private static let cell =
    "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"4000\"/></w:tblGrid>"
    + "<w:tr><w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>\(lone)</w:tc></w:tr></w:tbl><w:p/>"

  private func judge(
    _ cases: [(name: String, template: OfficePackage, document: [UInt8])], _ format: OfficeFormat
  ) throws {
    for one in cases {
      let folder = ScratchFolder()
      folder.write("t.\(format)", try one.template.write(replacing: [:]))
      folder.write("d.\(format)", one.document)
      let (template, document) = ("\(folder.path)/t.\(format)", "\(folder.path)/d.\(format)")
      let options = ["--baseline", template]
      let found = Validators.findings(in: [document], format: format.rawValue, options: options)
      #expect(found == "", "\(one.name)")
      guard format == .docx, Validators.sdkIsHere else { continue }
      #expect(Validators.sdkFindings(in: [document], options: options) == "", "\(one.name)")
    }
  }

  @Test("Word documents")
  func word() throws {
    let everything = try MergeFiles.everything()
    let list = MergeFiles.list(1, "(%1)")
    let full = try MergeFiles.word(
      MergeFiles.paragraph("模板", MergeFiles.numbered)
        + "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
        + Self.lone + Self.lone + Self.cell,
      styles: MergeFiles.style("Annex", "Annex Title", "<w:rPr><w:u w:val=\"single\"/></w:rPr>"),
      numbering: list.design + list.list,
      footnotes: MergeFiles.separators + MergeFiles.footnote(1, "脚注"))
    var cases: [(name: String, template: OfficePackage, document: [UInt8])] = []
    for (name, template) in [("bare", try MergeFiles.word(Self.lone)), ("full", full)] {
      for styles in SubDocument.Styles.allCases {
        let value = Value.object(try SubDocument(everything, styles: styles))
        cases.append(("\(name) \(styles)", template, try DocumentTemplate(template).render(["x": value])))
      }
    }
    let blocks = SubDocument([
      .text("甲"), .list(DocumentList(["一", "二"], marks: .chinese)), .document(try SubDocument(everything)),
      .table(DocumentTable([["甲", "乙"], ["丙"]])), .pageBreak,
    ])
    cases.append(("blocks", full, try DocumentTemplate(full).render(["x": .object(blocks)])))
    try judge(cases, .docx)
  }

  @Test("Word documents whose pictures were replaced")
  func replaced() throws {
    let template = try MergeFiles.word(
      "<w:p>\(MergeFiles.picture("rId1"))</w:p>", files: [("word/media/image1.png", "", SmallPicture.png)],
      links: ["document": [("rId1", "image", "media/image1.png")]])
    let picture = FileReplacement("公章", with: ReplacingTests.gif)
    try judge([("gif", template, try DocumentTemplate(template).render([:], replacing: [picture]))], .docx)
  }

  @Test("OpenDocument texts")
  func openDocument() throws {
    let source = try OpenDocumentMergingTests.source()
    let template = try OpenDocumentFile.package(
      "<text:p>{{ x }}</text:p><text:p>前{{ x }}后</text:p><table:table table:name=\"T\"><table:table-column/>"
        + "<table:table-row><table:table-cell><text:p>{{ x }}</text:p></table:table-cell></table:table-row></table:table>"
    )
    var cases: [(name: String, template: OfficePackage, document: [UInt8])] = []
    for styles in SubDocument.Styles.allCases {
      let value = Value.object(try SubDocument(source, styles: styles))
      cases.append(("\(styles)", template, try DocumentTemplate(template).render(["x": value])))
    }
    let blocks = SubDocument([
      .text("甲"),
      .list(
        DocumentList(
          [.init(RichText("一")), .init(RichText("二"), level: 2), .init(RichText("三"))], marks: .chinese)),
      .document(try SubDocument(source)), .table(DocumentTable([["甲", "乙"], ["丙"]])), .pageBreak,
    ])
    cases.append(("blocks", template, try DocumentTemplate(template).render(["x": .object(blocks)])))
    try judge(cases, .odt)
  }
}
