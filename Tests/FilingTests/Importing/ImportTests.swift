import DataFiles
import Diagnostics
import Filing
import Forms
import OfficeDocument
import TestSupport
import Testing

/// Reads documents back.
enum Imports {
  static func read(_ bytes: [UInt8], _ name: String, edition: String? = nil) throws -> ImportedReport {
    try ImportedReport.read(bytes, name: name, forms: BuiltInForms.library, edition: edition)
  }

  static func read(_ text: String, _ name: String = "r.txt", edition: String? = nil) throws
    -> ImportedReport
  {
    try read(Array(text.utf8), name, edition: edition)
  }

  /// The report file that is written for a document, read again.
  static func report(_ imported: ImportedReport) throws -> Report {
    try Report.read(
      Array(imported.draft.yaml(comments: true).utf8), name: "r.yaml", forms: BuiltInForms.library)
  }

  static let seed = TestFiles.text("\(TestFiles.projectFolder)/Tests/FilingTests/Fixtures/sepabayi-2021.txt")

  static func codes(_ imported: ImportedReport) -> [String] { imported.findings.map(\.message.code) }

  static func figure(_ imported: ImportedReport, _ path: String) -> Figure? {
    imported.draft.definition.cell(path).map { imported.draft[$0] }
  }
}

@Suite("Importing")
struct ImportTests {
  @Test("the seed's text gives the example's data, and the transitional edition is recognised")
  func seed() throws {
    let imported = try Imports.read(try #require(Imports.seed))
    #expect(imported.isComplete)
    #expect(imported.draft.definition.edition == "2021-transitional")
    #expect(try Imports.report(imported) == Examples.report("sepabayi-2021.yaml"))
    #expect(Imports.codes(imported) == ["edition-found", "mark-removed"])
  }

  @Test("what was rendered is read back the same", arguments: Examples.names, OfficeFormat.allCases)
  func rendered(name: String, format: OfficeFormat) throws {
    let report = try Examples.report(name)
    let document = try Examples.document(report, format)
    let imported = try Imports.read(document, "r.\(format.rawValue)")
    #expect(imported.isComplete, "\(imported.findings)")
    #expect(try Imports.report(imported) == report)
    #expect(Imports.codes(imported) == ["edition-found"])
  }

  @Test("the text of a rendered document is read back the same", arguments: Examples.names)
  func renderedText(name: String) throws {
    let report = try Examples.report(name)
    let text = try OfficePackage(try Examples.document(report, .docx)).plainText()
    let imported = try Imports.read(text)
    #expect(try Imports.report(imported) == report)
  }

  @Test("on the 2021 form the seed's first block has no place: every figure is listed, none is put elsewhere")
  func hybridOn2021() throws {
    let imported = try Imports.read(try #require(Imports.seed), edition: "2021")
    #expect(!imported.isComplete)
    #expect(Imports.codes(imported).count { $0 == "figure-without-place" } == 6)
    #expect(Imports.codes(imported).count { $0 == "figure-not-found" } == 6)
    #expect(Imports.figure(imported, "disclosure.regulations.issued") == .blank)
    #expect(Imports.figure(imported, "disclosure.licences") == .count(0))
  }

  @Test("a file that is no document is refused")
  func refused() {
    for bytes in [[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], Array("%PDF-1.7".utf8)] as [[UInt8]]
    {
      #expect(throws: ImportError.self) { try Imports.read(bytes, "r.doc") }
    }
    #expect(throws: ImportError.self) { try Imports.read([0x50, 0x4B, 3, 4, 0, 0], "r.docx") }
    #expect(throws: ImportError.self) { try Imports.read("x", edition: "2050") }
  }

  @Test("a text without anything of a report says all that is missing")
  func nothing() throws {
    let imported = try Imports.read("一个通知\n请看。\n")
    #expect(!imported.isComplete)
    let errors = imported.findings.filter { $0.severity == .error }.map(\.message.code)
    #expect(
      errors.sorted() == [
        "no-date", "no-section", "no-section", "no-section", "no-title", "table-not-found",
        "table-not-found", "table-not-found",
      ])
  }
}
