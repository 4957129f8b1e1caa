import DataFiles
import Diagnostics
import Filing
import FormChecks
import Forms
import OfficeDocument
import TestSupport
import Testing

/// The published reports that lie beside the project, from their texts to checked data and back. Each text lacks parts
/// of the report, which the import must list and nothing else.
@Suite("Published reports from text to documents", .enabled(if: TestFiles.sharedFolder != nil))
struct CaseTests {
  private static func text(_ name: String) throws -> String {
    try #require(TestFiles.sharedFolder.flatMap { TestFiles.text("\($0)/cases/\(name)") })
  }

  /// The data of a case as it was published, an amount in words as the number it says.
  private static func data(_ name: String) throws -> Report {
    let source = try text("\(name).json").replacing("251000元", with: "251000")
    return try Report.read(Array(source.utf8), name: "\(name).json", forms: BuiltInForms.library)
  }

  /// An import completed with what its text lacks.
  private static func completed(_ imported: ImportedReport, date: String) throws -> Report {
    var draft = imported.draft
    let day: CalendarDate = try #require(CalendarDate(date))
    draft.date = day
    for section in draft.definition.proseSections where draft.sections[section.id] == nil {
      draft.sections[section.id] = []
    }
    return try Report.read(
      Array(draft.yaml(comments: true).utf8), name: "r.yaml", forms: BuiltInForms.library)
  }

  private static func errors(_ imported: ImportedReport) -> [String] {
    imported.findings.filter { $0.severity == .error }.map(\.message.code)
  }

  /// A report rendered in both formats and read back.
  private static func comesBack(_ report: Report) throws {
    for format in OfficeFormat.allCases {
      let document = try Examples.document(report, format)
      let imported = try Imports.read(document, "r.\(format.rawValue)")
      #expect(imported.isComplete, "\(imported.findings)")
      let copy = try Imports.report(imported)
      #expect(copy.figures == report.figures)
      #expect(copy.opening == report.opening && copy.sections == report.sections)
      #expect(copy == report)
    }
  }

  @Test("001: the text's tables are the data's, no rule finds anything, and its documents give it back")
  func city() throws {
    let imported = try Imports.read(try Self.text("001.txt"), "001.txt")
    #expect(imported.draft.definition.edition == "2021")
    #expect(imported.draft.agency == "宿迁市" && imported.draft.year == 2023)
    #expect(Self.errors(imported).sorted() == ["no-date", "no-section"])
    let report = try Self.completed(imported, date: "2024-01-20")
    #expect(report.figures == (try Self.data("001")).figures)
    #expect(report["disclosure.fees"]?.text == "59237.2449")
    // The text has lines of a page's width, and its paragraphs are whole again.
    #expect(report.sections["overview"]?.count == 6)
    #expect(report.sections["overview"]?.allSatisfy { $0.hasPrefix("（") && $0.hasSuffix("。") } == true)
    let findings = FormChecks.findings(in: report)
    #expect(findings.map(\.rule) == ["contact"], "\(findings.map(\.message.chinese))")
    try Self.comesBack(report)
  }

  @Test("006: blanks and an amount in words are read and reported; the checks find what contradicts")
  func office() throws {
    let imported = try Imports.read(try Self.text("006.txt"), "006.txt")
    #expect(imported.draft.definition.edition == "2019")
    #expect(imported.draft.agency == "上海市人民政府办公厅" && imported.draft.year == 2019)
    #expect(Self.errors(imported) == ["no-date"])
    let codes = Set(Imports.codes(imported))
    for code in ["blanks-are-zero", "words-beside-figure"] { #expect(codes.contains(code), "\(code)") }
    let report = try Self.completed(imported, date: "2020-01-31")
    #expect(report["disclosure.procurement.amount"]?.text == "251000")
    // Totals that were left blank are reckoned, as they are in the data.
    #expect(report.figures == (try Self.data("006")).figures)
    let findings = FormChecks.findings(in: report)
    #expect(
      findings.map { "\($0.rule) \($0.found ?? "") \($0.expected ?? "")" } == [
        "contact  ", "text-vs-table 258 275", "text-vs-table 265 337", "text-vs-table 16 13",
        "text-vs-text 716 805", "text-vs-text 33.9% ",
      ])
    try Self.comesBack(report)
  }

  @Test("011: the balance breaks in two columns, each named; as a draft its documents give it back")
  func unbalanced() throws {
    var report = try Self.data("011")
    report.agency = "某某县人民政府"
    report.title = report.definition.title(agency: report.agency, year: report.year)
    let findings = FormChecks.findings(in: report)
    #expect(findings.map(\.rule) == ["balance", "balance"])
    #expect(findings.map { $0.cells.first?.columnLabel } == ["自然人", "总计"])
    try Self.comesBack(report)
  }
}
