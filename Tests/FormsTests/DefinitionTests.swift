import DataFiles
import Diagnostics
import Forms
import Testing

@Suite("The form definitions in Templates")
struct BuiltInDefinitionTests {
  @Test(
    "each edition has the sections in the official order", arguments: ["2021", "2019", "2021-transitional"])
  func sections(edition: String) throws {
    #expect(
      try definition(edition).sections.map(\.heading) == [
        "一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况", "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况", "六、其他需要报告的事项",
      ])
  }

  @Test(
    "each edition has as many figures as its tables",
    arguments: [
      ("2021", 6 + 4 + 25 * 7 + 15), ("2021-transitional", 6 + 4 + 25 * 7 + 15),
      ("2019", 6 + 12 + 2 + 2 + 23 * 7 + 15),
    ])
  func cells(edition: String, count: Int) throws {
    #expect(try definition(edition).cells.count == count)
  }

  @Test("a cell knows its path, labels, unit and kind")
  func cell() throws {
    let secret = try #require(
      try definition("2021").cell("applications.results.refused.state_secret.natural"))
    #expect(secret.label(in: .chinese) == "“三、本年度办理结果／（三）不予公开／1.属于国家秘密”的“自然人”")
    #expect(secret.unit == "件")
    let fees = try #require(try definition("2021").cell("disclosure.fees"))
    #expect(fees.kind == .amount && fees.unit == "万元" && fees.identity == "disclosure.fees.charged")
  }

  @Test(
    "the transitional edition differs from 2021 in the first block of table 2 and in the wording of the seed")
  func transitional() throws {
    let transitional = try definition("2021-transitional")
    let current = try definition("2021")
    #expect(transitional.cell("disclosure.regulations.made")?.columnLabel == "本年新制作数量")
    #expect(transitional.cell("disclosure.regulations.issued") == nil)
    #expect(transitional.cell("disclosure.fees")?.columnLabel == current.cell("disclosure.fees")?.columnLabel)
    #expect(
      transitional.cell("applications.results.partly_granted.total")?.rowLabels.last
        == "（二）部分公开（区分处理的，只记这一情形）")
    #expect(transitional.basis == current.basis)
    #expect(
      current.rules.map(\.id) == [
        "row-total", "result-total", "balance", "review-total", "carry-over", "in-force-chain",
      ])
    #expect(
      transitional.rules.map(\.id) == ["row-total", "result-total", "balance", "review-total", "carry-over"])
  }

  @Test("in 2019 （六）其他处理 is a single row, and the sum of results still takes it in")
  func edition2019() throws {
    let definition = try definition("2019")
    #expect(definition.cell("applications.results.other.natural")?.row == ["results", "other"])
    let rule = try #require(definition.rules.first { $0.id == "result-total" })
    #expect(rule.equations.count == 7)
    #expect(rule.equations.first?.right.count == 19)
  }

  @Test("every label of the seed report is one of the transitional edition's")
  func seedLabels() throws {
    guard let bytes = Repository.shared("seed/sepabayi-2021.txt") else {
      print("the seed report is not at hand: set CHENGWEN_SHARED")
      return
    }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { $0.drop { $0 == "\t" } }
    let definition = try definition("2021-transitional")
    let known = Set(
      definition.cells.flatMap { $0.rowLabels + [$0.columnLabel] } + definition.sections.map(\.heading)
        + definition.tables.flatMap(\.blocks).flatMap { [$0.caption ?? "", $0.corner ?? ""] }
        + ["申请人情况", "法人或其他组织", "0", ""])
    let start = try #require(lines.firstIndex(of: "二、主动公开政府信息情况"))
    let end = try #require(lines.firstIndex(of: "五、存在的主要问题及改进情况"))
    let unknown = lines[start..<end].filter { !known.contains(String($0)) }
    #expect(unknown == [])
  }

  @Test("a rule names the figures of each column, last year's apart")
  func ruleCells() throws {
    let definition = try definition("2021")
    let balance = try #require(definition.rules.first { $0.id == "balance" })
    #expect(balance.equations.map(\.subject) == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"])
    #expect(
      balance.equations[6].left.map { definition.cells[$0.cell].path } == [
        "applications.new.total", "applications.carried_in.total",
      ])
    let chain = try #require(definition.rules.first { $0.id == "in-force-chain" })
    #expect(chain.level == .notice && chain.needsPrevious)
    #expect(chain.equations.map(\.subject) == ["规章", "行政规范性文件"])
    #expect(chain.equations[0].right.map(\.isPrevious) == [true, false, false])
    #expect(chain.equations[0].right.map(\.isNegative) == [false, false, true])
  }

  @Test("years, titles and unknown editions")
  func header() throws {
    #expect(try definition("2021").years.contains(2030))
    #expect(try !definition("2019").years.contains(2021))
    #expect(try definition("2021").title(agency: "云岭县人民政府", year: 2023) == "云岭县人民政府2023年政府信息公开工作年度报告")
    #expect(throws: DataErrors.self) { try definition("2020") }
  }
}

@Suite("Reading a form definition")
struct DefinitionFaultTests {
  /// A small form that is right.
  static let sound = """
    form: f
    edition: e
    name: {zh: 甲, en: a}
    basis: 乙
    years: {from: 2021}
    title: "{agency}{year}{x}"
    sections:
      - {id: s, heading: 一, table: t}
    tables:
      t:
        unit: 件
        blocks:
          - id: b
            columns:
              - {id: x, label: 甲}
              - {id: sum, label: 计, sum: [x]}
            rows:
              - {id: r, label: 行}
    rules:
      - {id: k, table: t, each: row, left: sum, right: x, says: {zh: 丙, en: c}}
    """

  func read(_ files: [String: String], edition: String = "e") -> [String] {
    do throws(DataErrors) {
      _ = try FormDefinition.read(edition: edition) { files[$0].map { Array($0.utf8) } }
      return []
    } catch {
      return list(error.diagnostics)
    }
  }

  func faults(replacing old: String, with new: String) -> [String] {
    read(["e/form.yaml": Self.sound.replacing(old, with: new)])
  }

  @Test("a sound definition has no faults, and braces it does not know stay in a title")
  func sound() throws {
    #expect(read(["e/form.yaml": Self.sound]) == [])
    let definition = try FormDefinition.read(edition: "e") { _ in Array(Self.sound.utf8) }
    #expect(definition.title(agency: "A", year: 1) == "A1{x}")
  }

  @Test(
    "faults are reported with their place",
    arguments: [
      ("form: f", "forms: f", ["1:1 unknown-key", "1:1 missing-key"]),
      ("basis: 乙", "basis: [1]", ["4:8 text-expected"]),
      ("{from: 2021}", "{from: 20}", ["5:15 year-expected"]),
      ("{from: 2021}", "{to: 2021}", ["5:8 missing-key"]),
      ("edition: e", "edition: g", ["2:10 wrong-folder"]), ("id: s,", "id: S,", ["8:10 bad-id"]),
      ("table: t}", "table: u}", ["8:3 table-without-section", "8:32 unknown-reference"]),
      (
        "  t:", "  title:",
        [
          "8:3 table-without-section", "8:32 unknown-reference", "10:3 reserved-id",
          "20:20 unknown-reference",
        ]
      ),
      ("{id: sum,", "{id: x,", ["15:11 id-twice", "20:5 unknown-reference"]),
      ("sum: [x]", "sum: [y]", ["15:11 unknown-reference"]),
      ("{id: r, label: 行}", "{id: r, label: 行, sum: [r]}", ["13:7 unknown-reference"]),
      ("{id: r, label: 行}", "{label: 行}", ["18:13 missing-key"]),
      ("each: row", "each: cell", ["20:29 unknown-choice"]),
      ("left: sum", "left: sum + + x", ["20:40 bad-expression"]),
      ("right: x", "right: y", ["20:5 unknown-reference"]),
      ("each: row", "each: column", ["20:5 unknown-reference", "20:5 unknown-reference"]),
      ("label: 甲}", "label: 甲, kind: money}", ["15:37 unknown-choice"]),
      ("unit: 件", "across: 1", ["11:13 flag-expected"]),
    ])
  func faults(old: String, new: String, expected: [String]) {
    #expect(faults(replacing: old, with: new) == expected)
  }

  @Test("several faults are found in one run")
  func several() {
    let text = Self.sound.replacing("basis: 乙\n", with: "").replacing("right: x", with: "right: z")
      .replacing("label: 行", with: "lable: 行")
    #expect(
      read(["e/form.yaml": text]) == [
        "1:1 missing-key", "17:13 missing-key", "17:21 unknown-key", "19:5 unknown-reference",
      ])
  }

  @Test("a definition that is missing, no YAML, extends itself or goes round in a circle is refused")
  func extending() {
    #expect(read([:]) == ["definition-missing"])
    #expect(read(["e/form.yaml": "a: b: c"]) == ["1:5 yaml-second-colon"])
    #expect(read(["e/form.yaml": "[]"]) == ["1:1 mapping-expected"])
    #expect(read(["e/form.yaml": "extends: e"]) == ["1:10 extends-itself"])
    #expect(read(["e/form.yaml": "extends: f", "f/form.yaml": "extends: e"]) == ["1:10 extends-itself"])
    #expect(read(["e/form.yaml": "extends: f"]) == ["definition-missing"])
  }

  @Test("an edition that extends another joins, replaces and removes by id")
  func overlay() throws {
    let overlay = """
      edition: o
      extends: e
      tables:
        t:
          blocks:
            - id: b
              columns:
                - {id: x, label: 新}
                - {id: sum, remove: true}
                - {id: y, label: 乙}
              rows:
                - {id: r, replace: true, label: 换}
      rules:
        - {id: k, remove: true}
      """
    let files = ["e/form.yaml": Self.sound, "o/form.yaml": overlay]
    let definition = try FormDefinition.read(edition: "o") { files[$0].map { Array($0.utf8) } }
    #expect(definition.cells.map(\.path) == ["t.r.x", "t.r.y"])
    #expect(definition.cells.map(\.columnLabel) == ["新", "乙"])
    #expect(definition.cells.first?.rowLabels == ["换"])
    #expect(definition.rules.isEmpty)
  }

  @Test("what an extension breaks in the extended definition is reported without a line of that file")
  func overlayFault() {
    let overlay =
      "edition: o\nextends: e\ntables: {t: {blocks: [{id: b, columns: [{id: x, remove: true}]}]}}\n"
    #expect(
      read(["e/form.yaml": Self.sound, "o/form.yaml": overlay], edition: "o") == [
        "unknown-reference", "3:40 unknown-reference",
      ])
  }
}
