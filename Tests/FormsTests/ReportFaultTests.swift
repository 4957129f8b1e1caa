import DataFiles
import Diagnostics
import Forms
import Testing

@Suite("What is wrong with a report file is said, all of it, with its place")
struct ReportFaultTests {
  /// A report without faults, with a piece of it replaced.
  func county(_ changes: (String, String)...) throws -> [String] {
    var text = String(
      decoding: try #require(Repository.bytes("Tests/FormsTests/Fixtures/report.yaml")), as: UTF8.self)
    for (old, new) in changes {
      try #require(text.contains(old), "the report has no \(old)")
      text = text.replacing(old, with: new)
    }
    return try faults(text)
  }

  @Test("the report itself has no faults")
  func sound() throws {
    #expect(try county() == [])
  }

  @Test(
    "a figure that is none",
    arguments: [
      ("licences: 18243", "licences: -1", "33:15 negative"),
      ("licences: 18243", "licences: 1.5", "33:15 not-whole"),
      ("licences: 18243", "licences: \"18243\"", "33:15 number-expected"),
      ("licences: 18243", "licences: 22（其中修订16件）", "33:15 number-expected"),
      ("licences: 18243", "licences: /", "33:15 number-expected"),
      ("licences: 18243", "licences:", "33:14 number-missing"),
      ("licences: 18243", "licences: true", "33:15 number-expected"),
      ("licences: 18243", "licences: [1]", "33:15 number-expected"),
      ("licences: 18243", "licences: 99999999999999999999", "33:15 too-great"),
      ("licences: 18243", "licences: 9999999999999", "33:15 too-great"),
      ("licences: 18243", "licences: 2021-01-01", "33:15 number-expected"),
      ("licences: 18243", "licences: 1,024", "33:15 number-expected"),
      ("fees: 1520.3080", "fees: -1.5", "36:11 negative"),
      ("fees: 1520.3080", "fees: 1e3", "36:11 amount-shape"),
      ("fees: 1520.3080", "fees: 251000元", "36:11 number-expected"),
      ("fees: 1520.3080", "fees: 1.", "36:11 amount-shape"),
      ("fees: 1520.3080", "fees: \"1.2.3\"", "36:11 number-expected"),
      ("fees: 1520.3080", "fees: null", "36:11 number-missing"),
      ("fees: 1520.3080", "fees: 1234567890123456789012345678901", "36:11 too-great"),
      ("fees: 1520.3080", "fees: ''", "36:11 number-expected"),
    ])
  func figures(old: String, new: String, expected: String) throws {
    #expect(try county((old, new)) == [expected])
  }

  @Test(
    "a row that is none",
    arguments: [
      ("[9, 1, 0, 0, 0, 0, 10]", "[9, 1, 0]", "41:17 wrong-count"),
      ("[9, 1, 0, 0, 0, 0, 10]", "[9, 1, 0, 0, 0, 0, 10, 0]", "41:17 wrong-count"),
      ("[9, 1, 0, 0, 0, 0, 10]", "9", "41:17 row-expected"),
      ("[9, 1, 0, 0, 0, 0, 10]", "", "41:16 missing-row"),
      ("[9, 1, 0, 0, 0, 0, 10]", "[9，1，0，0，0，0，10]", "41:17 wrong-count,41:18 number-expected"),
      ("[9, 1, 0, 0, 0, 0, 10]", "[9, 1, 0, 0, 0, , 10]", "41:33 yaml-reserved"),
      ("[9, 1, 0, 0, 0, 0, 10]", "[9, 1, 0, 0, 0, ~, 10]", "41:33 number-missing"),
      ("[7, 3, 42]", "[7, 3]", "32:26 wrong-count"),
      ("[7, 3, 42]", "{issued: 7, in_force: 42}", "32:26 missing-figure"),
      ("[7, 3, 42]", "{issued: 7, repealed: 3, in_froce: 42}", "32:26 missing-figure,32:51 unknown-key"),
      ("[7, 3, 42]", "{issued: 7, repealed: 3, repealed: 3, in_force: 42}", "32:51 duplicate-key"),
    ])
  func rows(old: String, new: String, expected: String) throws {
    #expect(try county((old, new)) == expected.split(separator: ",").map(String.init))
  }

  @Test(
    "a head that is wrong",
    arguments: [
      ("agency: 云岭县人民政府", "agncy: 云岭县人民政府", "2:1 missing-key,4:1 unknown-key"),
      ("year: 2023", "year: 2023年", "5:7 year-expected"),
      ("year: 2023", "year: 23", "5:7 year-expected"), ("agency: 云岭县人民政府", "agency: 12", "4:9 text-expected"),
      ("agency: 云岭县人民政府", "agency:", "4:8 empty-value"),
      ("date: 2024-01-26", "date: 2024-02-30", "6:7 date-expected"),
      ("date: 2024-01-26", "date: 2024年1月26日", "6:7 date-expected"),
      ("date: 2024-01-26", "date: 20240126", "6:7 date-expected"),
      ("form: annual-report", "form: anual-report", "2:7 unknown-form"),
      ("mode: seal", "mode: seals", "78:9 unknown-choice"),
      ("edition: \"2021\"", "edition: \"2019\"", "3:10 wrong-edition"),
      ("edition: \"2021\"", "edition: [2021]", "3:10 wrong-edition"),
      ("  problems:", "  problem:", "16:3 missing-section,22:3 unknown-key"),
      ("  other:\n    - 2023年", "  other:\n    - 2023", ""),
      ("    - 除以上内容外，没有其他需要报告的事项。", "    - 12", "27:7 text-expected"),
      ("    - 除以上内容外，没有其他需要报告的事项。", "    -", "27:6 empty-value"),
      ("agency: 云岭县人民政府", "agency: 云岭县人民政府\ntitle: [\"a\\nb\"]", "5:9 line-break"),
    ])
  func head(old: String, new: String, expected: String) throws {
    #expect(try county((old, new)) == expected.split(separator: ",").map(String.init))
  }

  @Test("faults of every kind in one file are all reported in one run, in both languages")
  func everything() throws {
    let text = """
      form: annual-report
      edition: 2021
      agency: 甲县
      yaer: 2023
      date: 2024-13-01
      opening: []
      sections: {overview: 一, problems: {}, other: []}
      tables:
        disclosure:
          regulations: [1, 2]
          normative_documents: {made: 1, newly_disclosed: 1, total_disclosed: 1}
          licences: 十
          penalties: 1
          fees: 75.9260万元
        applications:
          new: [1, 2, 3, 4, 5, 6]
          results: {granted: [0, 0, 0, 0, 0, -1, 0]}
      """
    let node = try DataFile.read(Array(text.utf8), name: "r.yaml")
    let (report, found) = Report.read(node, file: "r.yaml", definition: try definition("2021"))
    #expect(report == nil)
    #expect(
      list(found) == [
        "1:1 missing-key", "4:1 unknown-key", "5:7 date-expected", "7:35 paragraphs-expected",
        "9:3 missing-section",
        "10:5 missing-row", "10:18 wrong-count", "11:26 missing-figure", "11:26 missing-figure",
        "11:26 missing-figure", "11:27 unknown-key", "11:36 unknown-key", "11:56 unknown-key",
        "12:15 number-expected", "14:11 number-expected", "16:5 missing-row", "16:5 missing-row",
        "17:14 missing-row", "17:14 missing-row", "17:14 missing-row", "17:14 missing-row",
        "17:14 missing-row",
        "17:14 missing-row", "17:40 negative",
      ])
    #expect(
      found[1].text(in: .english) == """
        r.yaml: line 4, column 1: unknown key `yaer` [unknown-key]
            hint: did you mean `year`?
        """)
    #expect(
      found.first { $0.message.code == "missing-row" }?.text(in: .chinese) == """
        r.yaml：第10行第5列：缺少 `tables.disclosure.enforcement`（行政强制） [missing-row]
            提示：没有发生的也要填 0
        """)
    #expect(found.allSatisfy { !$0.text(in: .chinese).contains("万元`") })
  }

  @Test("a file that is no mapping, has no edition or an unknown one is refused with what there is")
  func edition() throws {
    func refused(_ text: String) -> [String] {
      do throws(DataErrors) {
        _ = try Report.read(Array(text.utf8), name: "r.yaml", forms: Repository.forms)
        return []
      } catch {
        return list(error.diagnostics) + error.diagnostics.compactMap { $0.message.hintText(in: .english) }
      }
    }
    #expect(refused("") == ["1:1 mapping-expected"])
    #expect(refused("[]") == ["1:1 mapping-expected"])
    #expect(refused("form: annual-report") == ["1:1 missing-key"])
    #expect(refused("edition: 2012") == ["1:10 unknown-edition", "did you mean `2021`?"])
    #expect(refused("edition: x") == ["1:10 unknown-edition", "there are: 2021, 2019, 2021-transitional"])
    #expect(refused("a: [").count == 1)
  }
}
