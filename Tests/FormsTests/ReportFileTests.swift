import DataFiles
import Diagnostics
import Forms
import TemplateLanguage
import TestSupport
import Testing

private func read(_ text: String) throws -> Report {
  try Report.read(Array(text.utf8), name: "r.yaml", forms: Repository.forms)
}

@Suite("A report written as a report file")
struct ReportFileTests {
  @Test(
    "an example is read back as the same report, with comments and without", arguments: ExampleTests.names,
    [true, false])
  func examples(name: String, comments: Bool) throws {
    let report = try example(name)
    #expect(try read(report.yaml(comments: comments)) == report)
  }

  /// What YAML readers stumble over, at the start, at the end and in the middle.
  static let oddities = [
    "- 一", "# 一", "一 # 二", "一: 二", "一:", "：", " 前", "后 ", "\t", "*a", "&a", "!a", "|", ">", "'", "\"", "%",
    "@", "`", "[一]", "{二}", "一, 二", "?", "-", "--- ", "null", "True", "yes", "~", "2021", "0908", "1e3",
    "2022-01-07", "0x1F", ".5", "+8", "{{ 标签 }}", "C:\\路径", "“引号”", "a\u{A0}b", "\u{3000}二字", "一\u{2028}二",
    "一\u{85}二", "一\u{FEFF}二", "\u{1F600}", "a*b*c", "<<",
  ]

  @Test("a text is read back as it was, whatever it looks like", arguments: oddities)
  func text(text: String) throws {
    var report = try example("town-2021.json")
    report.opening = [text + "一", "一" + text]
    report.sections["other"] = [text + "一" + text]
    report.agency = "局" + text + "局"
    report.title = text + "报告"
    #expect(try read(report.yaml(comments: true)) == report)
    report.opening = [text]
    if text != "\t" { #expect(try read(report.yaml(comments: false)).opening == [text]) }
  }

  @Test(
    "a random report is read back as the same, right sums and wrong ones alike",
    arguments: ExampleTests.names, 0..<8)
  func random(name: String, seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &* 977)
    var report = try example(name)
    for cell in report.definition.cells {
      let count = Int.random(in: 0...Int.random(in: 0...999_999_999_999, using: &random), using: &random)
      switch cell.kind {
      case .count: report[cell] = .count(count)
      case .amount:
        let text = ["\(count)", "\(count).50", "00.10", "0.0"].randomElement(using: &random) ?? "0"
        report[cell] = .written(text, try #require(Decimal(text)))
      case .change:
        let sign = ["+", "-", "\u{2212}", "", "-0"].randomElement(using: &random) ?? ""
        let number = sign == "" || sign == "+" ? count : -count
        report[cell] = .written("\(sign)\(count)", Decimal(integerLiteral: number))
      }
    }
    let pieces = Self.oddities + ["一", "2021年", "件", "，"]
    report.sections["problems"] = (0..<seed).map { _ in
      (0...Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined() + "。"
    }
    report.opening = []
    report.signature.mode = Report.Signature.Mode.allCases.randomElement(using: &random) ?? .seal
    #expect(try read(report.yaml(comments: seed % 2 == 0)) == report)
  }

  @Test("what stands under `accept` is written too")
  func accept() throws {
    let accepted = """
      accept:
        - {rule: carry-over, because: "2021: 机构改革"}
        - rule: [a, {}, [], ~, 1.50, 2022-01-07, true]

      """
    let report = try read(try example("town-2021.json").yaml(comments: false) + accepted)
    let copy = try read(report.yaml(comments: false))
    #expect(copy.accepted?.value == report.accepted?.value)
    #expect(copy.accepted?.items?[1]["rule"]?.items?.count == 7)
  }

  @Test("a blank total is left to be reckoned; any other blank figure is refused at its place")
  func blanks() throws {
    var report = try example("county-2023.yaml")
    let total = try #require(report.definition.cell("applications.new.total"))
    report[total] = .blank
    let copy = try read(report.yaml(comments: false))
    #expect(copy["applications.new.total"] == .count(182))
    for path in [
      "applications.new.legal", "disclosure.licences", "disclosure.fees", "review.reconsideration.other",
    ] {
      report[try #require(report.definition.cell(path))] = .blank
    }
    let error = #expect(throws: DataErrors.self) { try read(report.yaml(comments: false)) }
    #expect(error?.diagnostics.map(\.message.code) == Array(repeating: "number-missing", count: 4))
  }

  @Test("a draft in which nothing is filled in is refused, with a place for each thing that is missing")
  func empty() throws {
    let draft = ReportDraft(on: try definition("2021"))
    let found = try faults(draft.yaml(comments: true))
    #expect(found.count == 4 + 8 + 6 + 4 + 25 * 6 + 12)
    #expect(found.allSatisfy { $0.contains(":") })
    #expect(try faults(draft.yaml(comments: false)).count == found.count)
  }

  @Test("the usual title is left out, another is written")
  func title() throws {
    var report = try example("county-2023.yaml")
    #expect(!report.yaml(comments: false).contains("title"))
    report.title = "年报"
    #expect(report.yaml(comments: false).contains("title: 年报\n"))
  }

  @Test("comments say labels, units, sums and rules; remarks are written without them too")
  func comments() throws {
    var draft = try example("county-2023.yaml").draft
    draft.remarks = ["applications.new": ["去年 10 件"], "sections.other": ["收费 0 元"]]
    let plain = draft.yaml(comments: false)
    #expect(
      plain.split(separator: "\n").filter { $0.contains("#") }.map(String.init) == [
        "  # 收费 0 元", "    # 去年 10 件",
      ])
    let text = draft.yaml(comments: true)
    for words in [
      "自然人、法人或其他组织（商业企业、科研机构、社会公益组织、法律服务机构、其他）、总计；总计是前 6 个之和", "# （七）总计：以上各行之和",
      "本年收费金额（单位：万元）", "# 第二十条第（一）项：本年制发件数、本年废止件数、现行有效件数；单位：件", "# 勾稽：第一项加第二项之和",
      "# 三、收到和处理政府信息公开申请情况", "fees: 1520.3080   # 行政事业性收费",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
