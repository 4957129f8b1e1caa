import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Whatever is wrong in a template, the copy with a comment at every wrong place is a document without faults.
@Suite("random templates that are wrong on purpose")
struct RandomMarksTests {
  @Test(
    "their marked copies say the same as they do, and no validator and LibreOffice object to them: 400 templates",
    arguments: 0..<2)
  func marked(batch: Int) throws {
    var copies = 0
    var judged = JudgedDocuments()
    for seed in 100 * batch..<100 * (batch + 1) {
      var random = RandomDrawing(seed: UInt64(seed), isFlawed: true)
      let data = try RandomDrawing.mapping(random.data())
      for (format, package) in [
        (OfficeFormat.docx, try random.drawing.word()), (.odt, try random.drawing.openDocument()),
      ] {
        let diagnostics = Self.faults(of: package, data)
        guard !diagnostics.isEmpty else { continue }
        copies += 1
        let bytes = try MarkedTemplate.bytes(of: package, marking: diagnostics, in: .chinese)
        let copy = try OfficePackage(bytes)
        #expect(try copy.content() == package.content(), "seed \(seed), \(format)")
        judged.add(bytes, format, "\(seed)", lines: try copy.content().shownLines)
      }
    }
    #expect(copies > 180)
    judged.expectValid()
    try judged.expectShown(every: 10)
  }

  private static func faults(of package: OfficePackage, _ data: Mapping) -> [Diagnostic] {
    do throws(TemplateError) {
      _ = try DocumentTemplate(package).render(data)
      return []
    } catch {
      return error.diagnostics(file: nil)
    }
  }
}
