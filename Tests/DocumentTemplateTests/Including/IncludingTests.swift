import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("documents that include and import templates")
struct IncludingTests {
  private func environment(_ files: [String: [UInt8]]) -> Environment {
    var environment = Environment()
    environment.templates = TemplateLoader { files[$0] }
    return environment
  }

  private func environment(_ texts: [String: String]) -> Environment {
    environment(texts.mapValues { Array($0.utf8) })
  }

  private func body(_ text: String, _ environment: Environment, _ data: Mapping = [:]) throws -> String {
    let template = try DocumentTemplate(
      try WordFile.package("<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>"), environment: environment)
    return try PartText.body(of: try template.render(data))
  }

  @Test("a text is included as text: escaped, its line breaks kept")
  func text() throws {
    let body = try body("[{% include 'a.txt' %}]", environment(["a.txt": "{{ x }} < 1\nzwei"]), ["x": "甲"])
    #expect(body.contains("甲 &lt; 1</w:t><w:br/><w:t xml:space=\"preserve\">zwei"))
  }

  @Test("macros of a text are imported and called")
  func macros() throws {
    let files = ["m.txt": "{% macro yuan(n) %}{{ n | number('#,##0.00') }} 元{% endmacro %}"]
    #expect(
      try body("{% import 'm.txt' as m %}{{ m.yuan(1234) }}", environment(files)).contains("1,234.00 元"))
    #expect(
      try body("{% from 'm.txt' import yuan as y %}{{ y(5) }}", environment(files)).contains("5.00 元"))
  }

  @Test("a document is included as a document, rendered with the data and the variables around")
  func document() throws {
    let annex = try MergeFiles.word(
      MergeFiles.paragraph("附件{{ loop.index }}：{{ item.name }}", "<w:pStyle w:val=\"Annex\"/>"),
      styles: MergeFiles.style("Annex", "Annex"))
    let files = ["annex.docx": try annex.write(replacing: [:])]
    let template = try DocumentTemplate(
      try WordFile.package(
        "<w:p><w:r><w:t>{%p for item in items %}</w:t></w:r></w:p><w:p><w:r><w:t>{%p include 'annex.docx' %}</w:t></w:r></w:p>"
          + "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"), environment: environment(files))
    let items: [Value] = [.mapping(["name": "甲"]), .mapping(["name": "乙"])]
    let document = try template.render(["items": .list(items)])
    let body = try PartText.body(of: document)
    #expect(body.components(of: "<w:p ") == 2)
    #expect(body.contains("附件1：甲") && body.contains("附件2：乙"))
    #expect(try PartText.entry("word/styles.xml", of: document).components(of: "w:styleId=\"Annex\"") == 1)
  }

  @Test("an OpenDocument text includes another")
  func openDocument() throws {
    let annex = try OpenDocumentFile.package("<text:p>附件：{{ x }}</text:p>")
    let template = try DocumentTemplate(
      try OpenDocumentFile.package("<text:p>{% include 'annex.odt' %}</text:p>"),
      environment: environment(["annex.odt": try annex.write(replacing: [:])]))
    #expect(try PartText.body(of: try template.render(["x": "甲"])).contains("附件：甲</text:p>"))
  }

  @Test("what is wrong in an included document names it and the place in it, before there is data")
  func faultsInDocuments() throws {
    let annex = try MergeFiles.word(MergeFiles.paragraph("好") + MergeFiles.paragraph("{{ x | uper }}"))
    let files = ["annex.docx": try annex.write(replacing: [:])]
    let error = #expect(throws: TemplateError.self) {
      try body("{% include 'annex.docx' %}", environment(files))
    }
    let diagnostic = try #require(error?.diagnostics(file: nil).first)
    #expect(diagnostic.message.code == "unknown-filter")
    #expect(diagnostic.message.english.hasPrefix("annex.docx: body, paragraph 2: "))
    #expect(diagnostic.message.hint?.english == "did you mean `upper`?")
  }

  @Test("what goes wrong while an included document is rendered names it too")
  func faultsWhenRendered() throws {
    let annex = try MergeFiles.word(MergeFiles.paragraph("{{ missing }}"))
    let files = ["annex.docx": try annex.write(replacing: [:])]
    let error = #expect(throws: TemplateError.self) {
      try body("{% include 'annex.docx' %}", environment(files))
    }
    #expect(
      error?.diagnostics(file: nil).first?.message.english
        == "annex.docx: body, paragraph 1: unknown name `missing`")
  }

  @Test("a document that includes itself ends with an error")
  func cycle() throws {
    let annex = try MergeFiles.word(MergeFiles.paragraph("{% include 'annex.docx' %}"))
    let files = ["annex.docx": try annex.write(replacing: [:])]
    let error = #expect(throws: TemplateError.self) {
      try body("{% include 'annex.docx' %}", environment(files))
    }
    #expect(error?.diagnostics(file: nil).first?.message.code == "included-too-deeply")
  }

  @Test("macros can't be imported from a document, and a document can't stand in a text")
  func misplaced() throws {
    let annex = try MergeFiles.word(MergeFiles.paragraph("甲")).write(replacing: [:])
    let files = ["annex.docx": annex, "a.txt": Array("{% include 'annex.docx' %}".utf8)]
    let imported = #expect(throws: TemplateError.self) {
      try body("{% import 'annex.docx' as a %}", environment(files))
    }
    #expect(imported?.diagnostics(file: nil).map(\.message.code) == ["document-imported"])
    let inText = #expect(throws: TemplateError.self) { try body("{% include 'a.txt' %}", environment(files)) }
    #expect(inText?.diagnostics(file: nil).map(\.message.code) == ["not-text"])
  }

  @Test("without a folder of templates nothing can be included")
  func noLoader() throws {
    let error = #expect(throws: TemplateError.self) { try body("{% include 'a.txt' %}", Environment()) }
    #expect(error?.diagnostics(file: nil).map(\.message.code) == ["include-needs-loader"])
  }
}
