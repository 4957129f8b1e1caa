import Diagnostics
import Filing
import Forms
import OfficeDocument
import Testing

@Suite("Importing documents that went through many hands")
struct MangledDocumentTests {
  @Test(
    "whatever became of a report's document, its data comes back",
    arguments: Mangling.allCases, ["county-2023.yaml", "county-2019.yaml", "sepabayi-2021.yaml"])
  func mangled(_ kind: Mangling, name: String) throws {
    let report = try Examples.report(name)
    let file = try kind.file(of: OfficePackage(Examples.document(report, .docx)).content())
    let imported = try Imports.read(file.bytes, file.name)
    let errors = imported.findings.filter { $0.severity == .error }
    #expect(errors == [], "\(errors.map { $0.text(in: .english) })")
    guard errors.isEmpty else { return }
    let copy = try Imports.report(imported)
    #expect(copy.figures == report.figures)
    #expect(copy.agency == report.agency && copy.year == report.year && copy.date == report.date)
    #expect(copy.definition.edition == report.definition.edition)
    if kind != .withoutNumbers {
      #expect(copy.opening == report.opening)
      // HTML has no blanks at the end of a paragraph.
      let written = report.sections
      let sections = kind == .webPage ? written.mapValues { $0.map(withoutBlanksAtEnd) } : written
      #expect(copy.sections == sections)
    }
  }

  private func withoutBlanksAtEnd(_ text: String) -> String {
    String(text.reversed().drop { $0 == " " }.reversed())
  }
}
