import DataFiles
import Diagnostics
import Forms
import TemplateLanguage
import Testing

/// The equations of a report's rules that do not hold, last year's left out.
func broken(_ report: Report) -> [String] {
  report.definition.rules.filter { !$0.needsPrevious }.flatMap { rule in
    rule.equations.filter { report.sum(of: $0.left) != report.sum(of: $0.right) }
      .map { "\(rule.id) \($0.subject)" }
  }
}

@Suite("The example reports")
struct ExampleTests {
  static let names = ["sepabayi-2021.yaml", "county-2023.yaml", "county-2019.yaml", "town-2021.json"]

  @Test("each reads without a fault and balances", arguments: names)
  func clean(name: String) throws {
    #expect(broken(try example(name)) == [])
  }

  @Test("the seed report's data are the published text, paragraph by paragraph")
  func seed() throws {
    guard let bytes = Repository.shared("seed/sepabayi-2021.txt") else {
      print("the seed report is not at hand: set CHENGWEN_SHARED")
      return
    }
    let text = String(decoding: bytes, as: UTF8.self).replacing("[bookmark: _GoBack]", with: "")
    let lines = text.split(separator: "\n").map(String.init)
    let report = try example("sepabayi-2021.yaml")
    func paragraphs(after heading: String, before next: String) throws -> [String] {
      let start = try #require(lines.firstIndex(of: heading))
      let end = try #require(lines.firstIndex(of: next))
      return Array(lines[(start + 1)..<end])
    }
    #expect(report.title == lines[0])
    #expect(report.opening == [lines[1]])
    #expect(try report.sections["overview"] == paragraphs(after: "一、总体情况", before: "二、主动公开政府信息情况"))
    #expect(try report.sections["problems"] == paragraphs(after: "五、存在的主要问题及改进情况", before: "六、其他需要报告的事项"))
    #expect(report.sections["other"] == ["本年度无收取信息处理费情况及其他需要报告事项。"])
    #expect(report.agency == "阿合奇县色帕巴依乡人民政府" && report.date.description == "2022-01-07")
    #expect(report.figures.allSatisfy { $0.number == 0 })
  }

  @Test("templates see the values under the names of the data file")
  func values() throws {
    func text(_ report: Report, _ path: String) -> String? {
      var value: Value = .mapping(report.values)
      for name in path.split(separator: ".") {
        guard case .mapping(let mapping) = value, let next = mapping[String(name)] else { return nil }
        value = next
      }
      switch value {
      case .int(let number): return "\(number)"
      case .decimal(let number): return "d\(number.text)"
      case .string(let text): return text
      case .list(let items): return "\(items.count) items"
      case .date(let date): return "\(date.year)/\(date.month)/\(date.day)"
      default: return "?"
      }
    }
    let county = try example("county-2023.yaml")
    #expect(text(county, "title") == "云岭县人民政府2023年政府信息公开工作年度报告")
    #expect(
      text(county, "date") == "2024/1/26" && text(county, "year") == "2023"
        && text(county, "edition") == "2021")
    #expect(text(county, "opening") == "3 items" && text(county, "sections.overview") == "5 items")
    #expect(text(county, "applications.new.total") == "182" && text(county, "signature.mode") == "seal")
    #expect(text(county, "disclosure.fees") == "d1520.3080" && text(county, "disclosure.licences") == "18243")
    #expect(text(county, "disclosure.normative_documents.in_force") == "42")
    #expect(text(county, "review.reconsideration.maintained") == "14")
    #expect(text(county, "applications.results.other.other.natural") != nil)
    let old = try example("county-2019.yaml")
    #expect(
      text(old, "disclosure.licences.change") == "+36" && text(old, "disclosure.enforcement.change") == "-2")
    #expect(
      text(old, "applications.new.total") == "83" && text(old, "disclosure.procurement.amount") == "d2310.55")
    #expect(text(try example("town-2021.json"), "disclosure.fees") == "d75.9260")
  }

  @Test("every name in the templates is a value of its edition's report")
  func templateNames() throws {
    for (edition, name) in [("2021", names(0)), ("2021-transitional", names(1)), ("2019", names(2))] {
      let report = try example(name)
      let bytes = try #require(Repository.bytes("Templates/\(edition)/docx/word/document.xml"))
      var found = 0
      for tag in String(decoding: bytes, as: UTF8.self).components(between: "{{ ", and: " }}") {
        let path = String(tag.split(separator: " ")[0]).replacing("['", with: ".").replacing("']", with: "")
        guard path.contains(".") else { continue }
        found += 1
        #expect(report[path] != nil, "\(edition): \(path)")
      }
      #expect(found == report.figures.count)
    }
    func names(_ index: Int) -> String {
      ["county-2023.yaml", "sepabayi-2021.yaml", "county-2019.yaml"][index]
    }
  }

  @Test(
    "the published reports among the cases read, or say why not; the numbers as published show what is wrong with them"
  )
  func cases() throws {
    guard let good = Repository.shared("cases/001.json"), let bad = Repository.shared("cases/011.json"),
      let old = Repository.shared("cases/006.json")
    else {
      print("the cases are not at hand: set CHENGWEN_SHARED")
      return
    }
    #expect(broken(try Report.read(good, name: "001.json", forms: Repository.forms)) == [])
    let unbalanced = try Report.read(bad, name: "011.json", forms: Repository.forms)
    #expect(broken(unbalanced) == ["balance 自然人", "balance 总计"])
    let error = #expect(throws: DataErrors.self) {
      try Report.read(old, name: "006.json", forms: Repository.forms)
    }
    #expect(error?.diagnostics.map(\.message.code) == ["number-expected"])
  }
}

extension String {
  /// The texts between each pair of marks.
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: start, omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstRange(of: end).map { String(part[..<$0.lowerBound]) }
    }
  }
}
