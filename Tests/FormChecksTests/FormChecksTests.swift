import DataFiles
import Diagnostics
import FormChecks
import Forms
import TemplateLanguage
import TestSupport
import Testing

/// The base report with changes.
private func changed(_ changes: [(String, String)], file: String = "report.yaml") throws -> Report {
  var text = try #require(TestFiles.text(fixtures + "/" + file))
  for (old, new) in changes {
    try #require(text.contains(old), "\(old)")
    text = text.replacing(old, with: new)
  }
  return try report(text)
}

@Suite("The checks as a whole")
struct WholeTests {
  @Test("a report without findings has none, with last year's report or without")
  func clean() throws {
    let previous = try changed([], file: "previous.yaml")
    #expect(FormChecks.findings(in: try changed([])) == [])
    #expect(FormChecks.findings(in: try changed([]), previous: previous) == [])
    #expect(FormChecks.findings(in: previous) == [])
  }

  @Test("everything is found in one run, in the order of the form")
  func order() throws {
    let report = try changed([
      ("〔2021〕30号", "〔2019〕60号"), ("新收政府信息公开申请182件", "新收政府信息公开申请80件"), ("in_force: 0}", "in_force: 2}"),
      ("carried_in: [9,", "carried_in: [8,"), ("[14, 3, 2, 1, 20]", "[14, 3, 2, 1, 21]"),
      ("全年培训2次", "全年培训XX次"),
      ("政府信息公开信息处理费", "相关款项"), ("date: 2024-01-26", "date: 2023-01-26"),
      ("mode: seal", "mode: seal\naccept: {}"),
    ])
    #expect(
      rules(FormChecks.findings(in: report))
        == [
          "(old-basis)", "(text-vs-table)", "template-text", "(impossible)", "balance", "row-total",
          "review-total",
          "(period)", "accept", "accept",
        ])
  }

  @Test("a finding has its place, its cells by path and label, and both figures")
  func parts() throws {
    let finding = try #require(
      FormChecks.findings(in: try changed([("[4, 1, 0, 2, 7]", "[4, 1, 0, 2, 9]")])).first)
    #expect(finding.rule == "review-total" && finding.level == .error && finding.isError)
    #expect(finding.place == Place(file: "r.yaml", .line(75, column: 52)))
    #expect(finding.found == "9" && finding.expected == "7")
    #expect(finding.cells.map(\.columnLabel) == ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"])
    #expect(finding.cells.last?.path == "review.litigation_after_reconsideration.total")
  }

  @Test("every column is balanced for itself", arguments: 0..<7)
  func everyColumn(column: Int) throws {
    var row = [12, 1, 0, 0, 1, 0, 14]
    row[column] += 1
    let report = try changed([("carried_out: [12, 1, 0, 0, 1, 0, 14]", "carried_out: \(row)")])
    let findings = FormChecks.findings(in: report).filter { $0.rule == "balance" }
    #expect(findings.count == 1)
    #expect(
      findings.first?.cells.allSatisfy { $0.columnLabel == findings.first?.cells.first?.columnLabel } == true)
  }

  @Test("a blank figure is not checked")
  func blanks() throws {
    let (report, _) = try changed([]).transfer(to: try forms.definition("2019"))
    let (back, _) = report.transfer(to: try forms.definition("2021"))
    #expect(FormChecks.findings(in: back).filter(\.isError) == [])
  }

  @Test("the examples have no findings but those they accept")
  func examples() throws {
    let folder = TestFiles.projectFolder + "/Assets/examples/"
    for name in ["county-2019.yaml", "county-2023.yaml", "sepabayi-2021.yaml", "town-2021.json"] {
      let report = try Report.read(try #require(TestFiles.bytes(folder + name)), name: name, forms: forms)
      #expect(rules(FormChecks.findings(in: report)).filter { !$0.hasPrefix("~") } == [])
    }
  }
}

@Suite("Findings accepted in the report file")
struct AcceptanceTests {
  private func rulesFound(_ accept: String, previous: Bool = false) throws -> [String] {
    let report = try changed([
      ("carried_out: [12, 1, 0, 0, 1, 0, 14]", "carried_out: [13, 1, 0, 0, 1, 0, 15]"),
      ("signature:", accept + "\nsignature:"),
      ("结转下年度14件", "结转下年度15件"),
    ])
    let before =
      previous ? try changed([("carried_out: [9,", "carried_out: [9,")], file: "previous.yaml") : nil
    return rules(FormChecks.findings(in: report, previous: before))
  }

  @Test("an accepted error is shown with the reason and does not count; one cell may be accepted alone")
  func accepted() throws {
    #expect(try rulesFound("accept: {rule: balance, because: 上级核定}") == ["~balance", "~balance"])
    #expect(try rulesFound("accept: [{rule: balance, because: 上级核定}]") == ["~balance", "~balance"])
    #expect(
      try rulesFound("accept: {rule: balance, cell: applications.new.total, because: 上级核定}") == [
        "balance", "~balance",
      ])
    #expect(
      try rulesFound("accept: {rule: balance, cell: tables.applications.new.natural, because: x}") == [
        "~balance", "balance",
      ])
  }

  @Test(
    "what can't be an acceptance is an error, and accepts nothing",
    arguments: [
      "balance", "[balance]", "{rule: balance}", "{because: x}", "{rule: balance, because: ''}",
      "{rule: balance, because: 3}",
      "{rule: [balance], because: x}", "{rule: balance, because: x, why: y, cell: 3}",
      "{rule: balance, because: ' '}", "3",
    ])
  func faulty(text: String) throws {
    let found = try rulesFound("accept: \(text)")
    #expect(found.prefix(2) == ["balance", "balance"] && found.count > 2)
    #expect(found.dropFirst(2).allSatisfy { $0 == "accept" })
  }

  @Test("one that matches nothing is a warning, unless its rule could not be run")
  func unused() throws {
    #expect(
      try rulesFound("accept: {rule: contact, because: x}") == ["balance", "balance", "(accept-unused)"])
    #expect(try rulesFound("accept: {rule: carry-over, because: x}") == ["balance", "balance"])
    #expect(
      try rulesFound("accept: {rule: carry-over, because: x}", previous: true) == [
        "balance", "balance", "(accept-unused)",
      ])
    #expect(try rulesFound("accept: {rule: rollup, because: x}") == ["balance", "balance"])
    #expect(
      try rulesFound("accept:") == ["balance", "balance"]
        && rulesFound("accept: []") == ["balance", "balance"])
  }
}

@Suite("A county's report as the sum of its units'")
struct RollupTests {
  @Test("what is the sum, cell by cell, has no findings; editions may differ where cells mean the same")
  func sum() throws {
    let unit = try changed([])
    var total = unit
    for cell in total.definition.cells {
      let number = try #require(unit[cell].number)
      total[cell] =
        cell.kind == .amount
        ? .written((number + number).text, number + number)
        : .count(try #require(Int((number + number).text)))
    }
    #expect(FormChecks.findings(in: total, asSumOf: [unit, unit]) == [])
    let (old, _) = unit.transfer(to: try forms.definition("2021-transitional"))
    let found = FormChecks.findings(in: total, asSumOf: [unit, old])
    #expect(found.map(\.cells.first?.path).allSatisfy { $0?.hasPrefix("disclosure.") == true })
    #expect(rules(found) == Array(repeating: "(rollup)", count: 6))
  }

  @Test("each figure that is not the sum is named with both figures, and may be accepted")
  func wrong() throws {
    let unit = try changed([])
    let total = try changed([("licences: 18243", "licences: 18244"), ("fees: 1520.3080", "fees: 1520.308")])
    let found = FormChecks.findings(in: total, asSumOf: [unit])
    #expect(rules(found) == ["rollup"])
    #expect(found.first?.message.chinese == "“行政许可”的“本年处理决定数量”为 18244，1 个单位合计为 18243，相差 1")
    #expect(
      found.first?.message.english
        == "“本年处理决定数量” of “行政许可” is 18244; the 1 units together have 18243, a difference of 1")
    let accepting = try changed([
      ("licences: 18243", "licences: 1"),
      ("signature:", "accept: [{rule: rollup, because: 口径不同}, {rule: x, because: y}]\nsignature:"),
    ])
    #expect(rules(FormChecks.findings(in: accepting, asSumOf: [unit])) == ["~rollup"])
    #expect(FormChecks.findings(in: unit, asSumOf: []).count > 20)
  }
}
