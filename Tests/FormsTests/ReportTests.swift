import DataFiles
import Diagnostics
import Forms
import TemplateLanguage
import Testing

@Suite("Reading a report")
struct ReportTests {
  func read(_ changes: [(String, String)]) throws -> Report {
    var text = String(
      decoding: try #require(Repository.bytes("Tests/FormsTests/Fixtures/report.yaml")), as: UTF8.self)
    for (old, new) in changes { text = text.replacing(old, with: new) }
    return try Report.read(Array(text.utf8), name: "r.yaml", forms: Repository.forms)
  }

  @Test("a row is the same as seven numbers, as six, and as a mapping with or without the total")
  func rows() throws {
    let row = "[9, 1, 0, 0, 0, 0, 10]"
    let report = try read([])
    for other in [
      "[9, 1, 0, 0, 0, 0]", "{natural: 9, business: 1, research: 0, welfare: 0, legal: 0, other: 0}",
      "{total: 10, other: 0, legal: 0, welfare: 0, research: 0, business: 1, natural: 9}",
    ] {
      #expect(try read([(row, other)]) == report)
    }
  }

  @Test("a total that is given is kept, right or wrong")
  func givenTotal() throws {
    #expect(
      try read([("[9, 1, 0, 0, 0, 0, 10]", "[9, 1, 0, 0, 0, 0, 11]")])["applications.carried_in.total"]
        == .count(11))
    let mapping = "{natural: 9, business: 1, research: 0, welfare: 0, legal: 0, other: 0, total: 12}"
    #expect(try read([("[9, 1, 0, 0, 0, 0, 10]", mapping)])["applications.carried_in.total"] == .count(12))
  }

  @Test(
    "amounts stay as written, with or without quotation marks",
    arguments: ["1520.3080", "\"1520.3080\"", "0.50", "0"])
  func amounts(text: String) throws {
    let report = try read([("fees: 1520.3080", "fees: \(text)")])
    #expect(report["disclosure.fees"]?.text == text.filter { $0 != "\"" })
  }

  @Test("a text is a list of paragraphs or a paragraph a line; empty lines do not count, blanks do")
  func paragraphs() throws {
    let report = try read([
      ("  other:\n", "  other: \"一 \\n\\n \\n　二\"\n  #"), ("    - 2023年，全县未", "  # "), ("    - 除以上", "  # "),
    ])
    #expect(report.sections["other"] == ["一 ", "　二"])
  }

  @Test("places are known for figures and paragraphs")
  func places() throws {
    let report = try read([])
    #expect(
      report.source.place("applications.carried_in.total") == Place(file: "r.yaml", .line(41, column: 36)))
    #expect(report.source.place("sections.overview[1]") == Place(file: "r.yaml", .line(18, column: 7)))
    #expect(report.source.place("agency") == Place(file: "r.yaml", .line(4, column: 9)))
    #expect(report.source.place("nothing") == Place(file: "r.yaml"))
  }

  @Test("what stands under `accept` is kept for the checks")
  func accepted() throws {
    #expect(try read([("signature:", "accept: [{rule: balance}]\nsignature:")]).accepted?.items?.count == 1)
    #expect(try read([]).accepted == nil)
  }

  @Test("a missing signature is a seal, and a title is formed of agency and year")
  func defaults() throws {
    let report = try read([("signature:\n  mode: seal", "")])
    #expect(report.signature.mode == .seal)
    #expect(report.title == "云岭县人民政府2023年政府信息公开工作年度报告")
    #expect(try read([("mode: seal", "mode: stamp")]).signature.mode == .stamp)
    #expect(try read([("mode: seal", "mode: stamp")]) != report)
  }

  @Test(
    "the sums of a rule are exact, blank where a figure is, and reach into last year's report on another edition"
  )
  func sums() throws {
    let report = try example("county-2023.yaml")
    let previous = try example("town-2021.json")
    let carryOver = try #require(report.definition.rules.first { $0.id == "carry-over" })
    #expect(report.sum(of: carryOver.equations[0].right) == nil)
    #expect(report.sum(of: carryOver.equations[0].right, previous: previous) == 1)
    #expect(report.sum(of: carryOver.equations[0].right, previous: try example("county-2019.yaml")) == 5)
    let chain = try #require(report.definition.rules.first { $0.id == "in-force-chain" })
    #expect(report.sum(of: chain.equations[1].right, previous: previous) == 8)
    #expect(report.sum(of: chain.equations[1].right, previous: try example("county-2019.yaml")) == nil)
  }
}

@Suite("The same report on another edition")
struct TransferTests {
  @Test("from the transitional to the 2021 form all is carried but the first block of table 2")
  func transitional() throws {
    let (report, warnings) = try example("sepabayi-2021.yaml").transfer(to: definition("2021"))
    #expect(warnings.map(\.severity).allSatisfy { $0 == .warning })
    #expect(
      warnings.map(\.message.code) == Array(repeating: "no-place", count: 6)
        + Array(repeating: "no-figure", count: 6))
    #expect(
      warnings.first?.text(in: .chinese)
        == "sepabayi-2021.yaml：第35行第33列：警告：“规章”的“本年新制作数量”在2021年版里没有对应的格，未带过去 [no-place]")
    #expect(
      warnings.last?.text(in: .english)
        == "sepabayi-2021.yaml: tables.disclosure.normative_documents.in_force: warning: “现行有效件数” of “行政规范性文件” in the 2021 edition has no figure and is left blank [no-figure]"
    )
    #expect(report["disclosure.regulations.issued"] == .blank)
    #expect(report.values["title"] == .string("阿合奇县色帕巴依乡2021年政府信息公开工作年度报告"))
    #expect(report.figures.filter { $0 == .blank }.count == 6)
    #expect(report["disclosure.fees"]?.text == "0" && report["applications.new.total"] == .count(0))
  }

  @Test("from 2021 to 2019 the rows of （六）其他处理 are added up, and decisions keep their place")
  func toOld() throws {
    let source = try example("county-2023.yaml")
    let (report, warnings) = try source.transfer(to: definition("2019"))
    let parts = ["not_corrected", "fee_unpaid", "other"].compactMap {
      source["applications.results.other.\($0).total"]?.number
    }
    #expect(report["applications.results.other.total"]?.number == parts.reduce(0, +))
    #expect(broken(report) == [])
    #expect(report["disclosure.licences.decisions"] == .count(18243))
    #expect(report["disclosure.licences.previous"] == .blank)
    #expect(warnings.filter { $0.message.code == "no-place" }.count == 7)
  }

  @Test("from 2019 to 2021 （六）其他处理 is not divided by guessing")
  func fromOld() throws {
    let (report, warnings) = try example("county-2019.yaml").transfer(to: definition("2021"))
    #expect(report["applications.results.other.other.natural"] == .blank)
    #expect(report["disclosure.licences"] == .count(15230))
    #expect(report["disclosure.fees"] == .blank)
    #expect(warnings.contains { $0.text(in: .chinese).contains("（六）其他处理”的“自然人”") })
    #expect(!broken(report).isEmpty)
  }

  @Test("to its own edition a report stays the same, without warnings", arguments: ExampleTests.names)
  func same(name: String) throws {
    let report = try example(name)
    let (copy, warnings) = report.transfer(to: report.definition)
    #expect(copy == report && warnings.isEmpty)
  }
}
