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

  @Test(
    "signatures of every kind are read back", arguments: OfficeFormat.allCases,
    [
      [], ["云岭县人民政府", "云岭县公安局"],
      ["云岭县公安局", "云岭县财政局", "云岭县人民政府", "云岭县清水镇人民政府"],
    ])
  func signed(format: OfficeFormat, agencies: [String]) throws {
    for mode in [Report.Signature.Mode.seal, .plain] {
      var report = try Examples.report("county-2023.yaml")
      report.signature = Report.Signature(mode: mode)
      report.signature.agencies = agencies.map { Report.Signer(name: $0) }
      report.signature.handSignature = Report.Signature.usualHandSignature
      for file in [
        ("r.\(format.rawValue)", try Examples.document(report, format)),
        ("r.html", Array(ReportPage.html(of: report).utf8)),
      ] {
        let imported = try Imports.read(file.1, file.0)
        #expect(Imports.codes(imported) == ["edition-found"], "\(file.0) \(mode)")
        let copy = try Imports.report(imported)
        #expect(copy.agency == report.agency && copy.date == report.date)
        #expect(copy.signature.agencies.map(\.name) == agencies)
        // A page is not signed by hand.
        if file.0 != "r.html" { #expect(copy.signature.handSignature == report.signature.handSignature) }
        #expect(copy.sections == report.sections)
      }
    }
  }

  @Test(
    "the agency and the date may stand in one line, the date in many ways",
    arguments: [
      "某县统计局\n2024年1月20日", "某县统计局 2024年1月20日", "某县统计局２０２４年１月２０日", "某县统计局\n二〇二四年元月二十日", "某县统计局\n2024.1.20",
    ])
  func endings(_ ending: String) throws {
    let text = "某县统计局2023年政府信息公开工作年度报告\n六、其他需要报告的事项\n无。\n\(ending)\n"
    let imported = try Imports.read(text)
    #expect(imported.draft.agency == "某县统计局" && imported.draft.date?.description == "2024-01-20")
    #expect(imported.draft.sections["other"] == ["无。"])
  }

  @Test(
    "figures are read for what they say",
    arguments: [
      ("22（其中修订16件）", "22"), ("/", "0"), ("—", "0"), ("不适用", "0"), ("１，２３４", "1234"), ("5.00", "5"),
      ("12 件", "12"),
      ("", "0"), ("很多", ""), ("约20", ""), ("1,23", ""), ("-3", ""), ("123456789", "123456789"),
    ])
  func counts(_ written: String, _ expected: String) throws {
    let text = "某县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n行政许可\t\(written)\n行政处罚\t1\n"
    let imported = try Imports.read(text, edition: "2021")
    #expect(Imports.figure(imported, "disclosure.licences")?.text == expected)
    let isPlain = ["22", "1234", "5", "12", "123456789"].contains(written)
    if !isPlain, written != "１，２３４", written != "5.00" {
      #expect(imported.findings.contains { $0.severity != .notice }, "\(Imports.codes(imported))")
    }
  }

  @Test(
    "amounts keep their places, and are converted where another unit is named",
    arguments: [
      ("75.9260", "75.9260"), ("251000元", "25.1"), ("¥25.10万元", "25.10"), ("0.00", "0.00"), ("未收取", "0"),
      ("一万元", ""),
    ])
  func amounts(_ written: String, _ expected: String) throws {
    let text = "某县2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n行政许可\t1\n行政事业性收费\t\(written)\n"
    let imported = try Imports.read(text, edition: "2021")
    #expect(Imports.figure(imported, "disclosure.fees")?.text == expected)
  }

  @Test(
    "changes have a sign, which may be a word",
    arguments: [("+1036", "+1036"), ("－8", "-8"), ("减少8", "-8"), ("增3", "+3"), ("0", "0"), ("持平", "")])
  func changes(_ written: String, _ expected: String) throws {
    let text = "某县2019年政府信息公开工作年度报告\n二、主动公开政府信息情况\n行政许可\t1\t\(written)\t2\n"
    let imported = try Imports.read(text, edition: "2019")
    #expect(Imports.figure(imported, "disclosure.licences.change")?.text == expected)
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
