import DataFiles
import Diagnostics
import Forms
import TemplateLanguage
import Testing

@Suite("A report file to fill in")
struct BlankTests {
  static let editions = ["2021", "2019", "2021-transitional"]

  @Test("what has to be counted or written is open, and every open place is refused", arguments: editions)
  func refused(edition: String) throws {
    let form = try definition(edition)
    let text = form.blankReport(agency: "某县人民政府", year: 2021).yaml(comments: true)
    let found = try faults(text, edition: edition)
    #expect(found.filter { $0.contains("empty-value") }.count == 1 + 8)
    #expect(found.filter { $0.contains("date-expected") }.count == 1)
    let open = form.cells.filter { cell in
      !cell.isColumnSum && (cell.table != "applications" || cell.row == ["new"] || cell.row == ["carried_in"])
    }
    #expect(found.filter { $0.contains("number-missing") }.count == open.count)
    #expect(found.count == 1 + 8 + 1 + open.count)
  }

  @Test("filled in with zeros and words, it is a report", arguments: editions)
  func filled(edition: String) throws {
    let text = try definition(edition).blankReport(agency: "某县人民政府", year: 2021).yaml(comments: true)
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = String(line).replacing("~", with: "0")
      if line.drop(while: { $0 == " " }).hasPrefix("-"), !line.contains("- ") || line.contains("-   #") {
        line = line.replacing("-", with: "- 一段文字。", maxReplacements: 1)
      }
      if line.hasPrefix("date:") { line = line.replacing("date:", with: "date: 2022-01-20") }
      lines.append(line)
    }
    let report = try Report.read(
      Array(lines.joined(separator: "\n").utf8), name: "r.yaml", forms: Repository.forms)
    #expect(report.figures.allSatisfy { $0.number == 0 })
    #expect(report.title == "某县人民政府2021年政府信息公开工作年度报告" && report.opening.count == 2)
    #expect(report.opening[0].contains("自2021年1月1日起至2021年12月31日止"))
    #expect(report.opening[0].contains(try definition(edition).basis))
  }

  @Test("from last year's report come agency, title, contact and what is carried over, and nothing else")
  func previous() throws {
    let last = try example("county-2023.yaml")
    let draft = try definition("2021").blankReport(agency: nil, year: 2024, previous: last)
    #expect(draft.agency == "云岭县人民政府" && draft.title == nil && draft.date == nil)
    #expect(
      draft.opening.last
        == "本报告电子版可在云岭县人民政府门户网站下载。如对本报告有疑问，请与云岭县人民政府办公室联系（地址：云岭县人民路1号，邮编：650000，电话：0871-60000000，电子邮箱：gongkai@example.gov.cn）。"
    )
    func figure(_ path: String) throws -> Figure { draft[try #require(draft.definition.cell(path))] }
    #expect(
      try figure("applications.carried_in.natural") == .count(12)
        && figure("applications.carried_in.legal") == .count(1))
    #expect(
      try figure("applications.carried_in.total") == .blank && figure("applications.new.natural") == .blank)
    #expect(try figure("disclosure.normative_documents.in_force") == .count(42))
    #expect(
      try figure("disclosure.normative_documents.issued") == .blank && figure("disclosure.fees") == .blank)
    #expect(try figure("applications.carried_out.natural") == .count(0))
    #expect(draft.remarks.keys.sorted().count == 4 && draft.sections.isEmpty)
  }

  @Test("a title and its wording are last year's with this year, and so is the contact of the seed report")
  func wording() throws {
    let last = try example("sepabayi-2021.yaml")
    let draft = try definition("2021").blankReport(agency: nil, year: 2022, previous: last)
    #expect(draft.title == "阿合奇县色帕巴依乡2022年政府信息公开工作年度报告")
    #expect(draft.opening.count == 2)
    #expect(draft.opening[1] == "如对本报告有任何疑问，请与色帕巴依乡人民政府办公室联系，联系电话：0908-5681181。")
    // The first block of table 2 is another in the edition of the seed.
    #expect(draft[try #require(draft.definition.cell("disclosure.regulations.in_force"))] == .blank)
    let other = try definition("2021").blankReport(agency: "别的乡人民政府", year: 2022, previous: last)
    #expect(other.title == nil && other.agency == "别的乡人民政府")
  }

  @Test("without a contact in last year's opening there is a place for one")
  func noContact() throws {
    var last = try example("county-2019.yaml")
    last.opening = ["根据有关要求，现公布2019年年度报告，统计期限如下，请与办公室联系。", "没有句号"]
    let draft = try definition("2019").blankReport(agency: nil, year: 2020, previous: last)
    #expect(draft.opening.count == 2 && draft.opening[1] == nil)
    #expect(draft[try #require(draft.definition.cell("applications.carried_in.natural"))] == .count(5))
  }

  @Test(
    "the edition for a year is the one prescribed, never the transitional one",
    arguments: [(2019, "2019"), (2020, "2019"), (2021, "2021"), (2023, "2021"), (2040, "2021")])
  func edition(year: Int, expected: String) throws {
    let all = try Self.editions.reversed().map(definition)
    #expect(FormDefinition.edition(for: year, among: all)?.edition == expected)
  }

  @Test("there is no edition before 2019")
  func noEdition() throws {
    #expect(FormDefinition.edition(for: 2018, among: try Self.editions.map(definition)) == nil)
  }

  @Test("a blank file says the form's notes, parts and rules")
  func comments() throws {
    let text = try definition("2021").blankReport(agency: "某局", year: 2024).yaml(comments: true)
    for words in [
      "    -   # （一）主动公开", "# 六、其他需要报告的事项：信息处理费收没收都要写", "# 规章；设区的市以下的机关一般为0",
      "    new:         [~, ~, ~, ~, ~, ~]",
      "granted:        [0, 0, 0, 0, 0, 0]", "licences: ~   # 行政许可", "edition: \"2021\"",
    ] {
      #expect(text.contains(words), "\(words)")
    }
  }
}
