import DataFiles
import DocumentTemplate
import Glibc
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// Templates that LibreOffice wrote: the pairs' Word templates, saved as OpenDocument.
@Suite("templates saved by LibreOffice", .enabled(if: OpenedDocuments.canBeShown))
struct LibreOfficeTemplateTests {
  /// Pairs that need no picture, and whose text does not depend on blanks that LibreOffice writes otherwise.
  private static let names = [
    "block-rows-prefixed", "block-paragraphs-prefixed", "block-list", "block-rows", "block-cells-prefixed",
    "cell-merge-one-to-many", "cell-merge-nested-rows", "cell-columns", "cell-merge-right", "tag-split",
    "tag-typed-characters", "value-richtext", "value-kinds", "statement-for-recursive", "block-in-cell",
  ]

  @Test("they say what the Word templates say")
  func saved() throws {
    let folder = ScratchFolder()
    var cases: [(name: String, golden: GoldenCase)] = []
    for name in Self.names {
      let golden = GoldenCase(try #require(TestFiles.text(PairTests.folder + "/\(name).golden")))
      let package = try Drawing(reading: golden["template"] ?? "").word()
      folder.write("\(name).docx", try package.write(replacing: [:]))
      cases.append((name, golden))
    }
    let result = Command(
      [
        "timeout", "300", "soffice", "-env:UserInstallation=file://\(folder.path)/profile", "--headless",
        "--convert-to", "odt", "--outdir", folder.path,
      ] + Self.names.map { "\(folder.path)/\($0).docx" })
    for (name, golden) in cases {
      let bytes = try #require(TestFiles.bytes("\(folder.path)/\(name).odt"), "\(result.errors)")
      let document = try PairTests.render(OfficePackage(bytes), golden)
      let text = try OfficePackage(document).plainText()
      #expect(Self.lines(text) == Self.lines(golden["text"] ?? ""), "\(name)")
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter { $0 != "\t" }
  }
}
