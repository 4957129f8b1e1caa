import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("documents with delimiters of one's own")
struct DelimiterTests {
  private static func environment() throws -> Environment {
    var environment = Environment()
    environment.delimiters = try Delimiters("[[ ]] [% %] [# #]")
    return environment
  }

  // Not kept: the leak sanitizer does not see through the tagged addresses of its blocks.
  private static var drawing: Drawing {
    Drawing(
      reading: """
        # [[ title ]] {{ stays }}
        | (2) [%tr for u in units %]
        | [[ u.name ]] | [[ u.‖n‖ ]]
        | (2) [%tr endfor %]
        [%p if title %][# gone #]
        [[ units[0].name ]]
        [%p endif %]
        """)
  }

  private static let data: Mapping = [
    "title": "甲", "units": [["name": "乙", "n": 1], ["name": "丙", "n": 2]],
  ]

  @Test("values, rows and paragraphs in both formats", arguments: OfficeFormat.allCases)
  func both(format: OfficeFormat) throws {
    let drawing = Self.drawing
    let package = try format == .docx ? drawing.word() : drawing.openDocument()
    let document = try DocumentTemplate(package, environment: Self.environment()).render(Self.data)
    #expect(
      try OfficePackage(document).plainText()
        == "甲 {{ stays }}\n\t乙\n\t1\n\n\t丙\n\t2\n\n乙\n")
  }

  @Test("a hyperlink's address, and a template that is included")
  func elsewhere() throws {
    let package = try WordFile.package(
      "<w:p><w:hyperlink r:id=\"rId100\"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>"
        + "<w:p><w:r><w:t>[% include 'more.txt' %]</w:t></w:r></w:p>",
      parts: [("links", "https://example.org/%5B%5B%20title%20%5D%5D")])
    var environment = try Self.environment()
    environment.templates = TemplateLoader { name in
      name == "more.txt" ? Array("more [[ title ]] {{ x }}".utf8) : nil
    }
    let document = try DocumentTemplate(package, environment: environment).render(["title": "a"])
    #expect(try PartText.body(of: document).contains("more a {{ x }}"))
    let links = try PartText.entry("word/_rels/document.xml.rels", of: document)
    #expect(links.contains("https://example.org/a\""))
  }

  @Test("a footnote in a loop is there for each round, and sees what the loop binds")
  func notes() throws {
    let package = try WordFile.package(
      "<w:p><w:r><w:t>[%p for u in units %]</w:t></w:r></w:p>"
        + "<w:p><w:r><w:t>x</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>"
        + "<w:p><w:r><w:t>[%p endfor %]</w:t></w:r></w:p>",
      parts: [
        ("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>[[ u.name ]]</w:t></w:r></w:p></w:footnote>")
      ])
    let document = try DocumentTemplate(package, environment: Self.environment()).render(Self.data)
    let notes = try PartText.entry("word/footnotes.xml", of: document)
    #expect(notes.contains("乙") && notes.contains("丙"), "\(notes)")
  }

  @Test(
    "errors are marked where they are, repeated cells opened up as they were",
    arguments: OfficeFormat.allCases)
  func marked(format: OfficeFormat) throws {
    let drawing = Drawing([
      .table([[Drawing.Cell([.paragraph("[[ a | nosuch ]]")])]]), .paragraph("{{ b | nosuch }}"),
    ])
    let package = try format == .docx ? drawing.word() : drawing.openDocument()
    let environment = try Self.environment()
    let diagnostics = Self.faults(of: package, environment)
    #expect(diagnostics.map(\.message.code) == ["unknown-filter"])
    let copy = try MarkedTemplate.bytes(
      of: package, marking: diagnostics, in: .english, delimiters: environment.delimiters)
    #expect(try OfficePackage(copy).content() == package.content())
    let findings = try TemplateLint.findings(in: package, environment: environment)
    #expect(findings.map(\.message.code) == ["unknown-filter"])
  }

  private static func faults(of package: OfficePackage, _ environment: Environment) -> [Diagnostic] {
    do throws(TemplateError) {
      _ = try DocumentTemplate(package, environment: environment)
      return []
    } catch {
      return error.diagnostics(file: nil)
    }
  }
}
