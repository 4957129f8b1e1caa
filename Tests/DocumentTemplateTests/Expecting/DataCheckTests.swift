import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("data held against a template")
struct DataCheckTests {
  private func findings(_ text: String, _ data: String) throws -> [String] {
    guard case .mapping(let values) = try DataFile.read(Array(data.utf8), name: "d.yaml").value else {
      return []
    }
    return try DataFieldTests.template(text).check(values)
      .map { "\($0.severity.rawValue) \($0.message.code) \($0.pathText)" }
  }

  @Test(
    "what is missing, of the wrong kind or not used is found with its path",
    arguments: [
      ("{{ a }}", "a: 1", ""),
      ("{{ a }}", "{}", "error missing-data a"),
      ("{{ a | default('') }}", "{}", ""),
      ("{% if b %}{{ a }}{% endif %}", "b: true", "notice missing-data a"),
      (
        "{% for u in us %}{{ u.name }}{% endfor %}", "us: [{name: a}, {nam: b}]",
        "error missing-data us[1].name|notice unused-data us[1].nam"
      ),
      ("{% for u in us %}{{ u }}{% endfor %}", "us: text", "error wrong-kind us"),
      ("{% for u in us %}{{ u }}{% endfor %}", "us: ~", "error wrong-kind us"),
      ("{{ u.name }}", "u: [1]", "error wrong-kind u"),
      ("{{ n + 1 }}", "n: x", "error wrong-kind n"),
      ("{{ n | number('0') }}", "n: '12.50'", ""),
      ("{{ d | date_cn }}", "d: 2022-01-07", ""),
      ("{{ d | date_cn }}", "d: '2022-01-07'", ""),
      ("{{ d | date_cn }}", "d: yesterday", "error wrong-kind d"),
      ("{{ a }}", "a: [1, 2]", "warning wrong-kind a"),
      ("{{ a }}", "a: {$richtext: x, bold: true}", ""),
      ("{{ a }}", "a: ~", ""),
      ("{{ a }}", "a: 1\nb: 2", "notice unused-data b"),
      ("{{ a }}", "a: 1\n$replace: {seal: seal.png}", ""),
      ("{{ a.b }}", "a: {b: 1, $replace: {}}", "notice unused-data a.$replace"),
      ("{{ u | tojson }}", "u: {x: 1}", ""),
      (
        "{% for k, v in m.items() %}{{ k }}{{ v.n }}{% endfor %}", "m: {a: {n: 1}, b: {}}",
        "error missing-data m.b.n"
      ),
    ])
  func table(text: String, data: String, expected: String) throws {
    #expect(try findings(text, data).joined(separator: "|") == expected)
  }

  @Test("of one fault in many items the first ten are listed")
  func many() throws {
    let data = "us: [" + Array(repeating: "{}", count: 40).joined(separator: ", ") + "]"
    #expect(try findings("{% for u in us %}{{ u.name }}{% endfor %}", data).count == 10)
  }

  @Test("the nearest unused name is offered for a missing one")
  func near() throws {
    let finding = try DataFieldTests.template("{{ meeting }}").check(["meetng": "x"]).first
    #expect(finding?.message.hintText(in: .english) == "the data has `meetng`; is it meant?")
    #expect(finding?.message.hintText(in: .chinese) == "数据中有 `meetng`，是否应为它？")
    #expect(finding?.uses.first?.tag == "{{ meeting }}")
  }
}
