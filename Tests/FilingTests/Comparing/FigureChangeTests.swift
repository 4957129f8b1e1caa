import Diagnostics
@testable import Filing
import Forms
import TemplateLanguage
import TestSupport
import Testing

/// An example report with changes to its file.
func compared(_ changes: [(String, String)] = []) throws -> Report {
  var text = try #require(TestFiles.text(TestFiles.projectFolder + "/Assets/examples/county-2023.yaml"))
  for (old, new) in changes {
    try #require(text.contains(old), "\(old)")
    text = text.replacing(old, with: new)
  }
  return try Report.read(Array(text.utf8), name: "r.yaml", forms: BuiltInForms.library)
}

@Suite("Figures of two reports")
struct FigureChangeTests {
  @Test(
    "per cent are exact decimals, rounded to one place, halves away from zero",
    arguments: [
      ("7", "5", "40.0"), ("1", "3", "-66.7"), ("2000", "2001", "-0.0"), ("1999", "2000", "-0.1"),
      ("2001", "2000", "0.1"),
      ("1520.3080", "1422.30", "6.9"), ("0", "5", "-100.0"), ("5", "5", "0.0"),
      ("10000000000000000000000000001", "1", nil),
      ("100.05", "100", "0.1"), ("100.04", "100", "0.0"), ("99.95", "100", "-0.1"), ("3", "0", nil),
      ("0", "0", nil),
      ("-4", "-8", "50.0"), ("8", "-8", "200.0"),
    ] as [(String, String, String?)])
  func percent(after: String, before: String, expected: String?) throws {
    let (old, new) = (try #require(Decimal(before)), try #require(Decimal(after)))
    let found = Percentage.of(new - old, in: old)
    if after.utf8.count > 20 {
      #expect(found?.text == "1000000000000000000000000000000.0")
    } else {
      #expect(found?.text == expected || found == 0 && Decimal(expected ?? "1") == 0)
    }
  }

  @Test("amounts are subtracted as they are written")
  func amounts() throws {
    let comparison = ReportComparison(try compared([("1520.3080", "75.9260")]), try compared())
    let fees = try #require(comparison.figures.first { $0.cell.path == "disclosure.fees" })
    #expect(fees.change?.text == "1444.3820" && fees.percent?.text == "1902.4" && fees.isChanged)
    #expect(comparison.figures.filter(\.isChanged).count == 1)
  }

  @Test("an amount that is written otherwise has changed, by nothing")
  func spelling() throws {
    let comparison = ReportComparison(try compared([("1520.3080", "1520.308")]), try compared())
    let fees = try #require(comparison.figures.first { $0.cell.path == "disclosure.fees" })
    #expect(fees.isChanged && fees.change == 0 && fees.percent == 0)
  }

  @Test("on two editions figures that mean the same stand side by side, others alone")
  func editions() throws {
    let (old, _) = try compared().transfer(to: try BuiltInForms.library.definition("2019"))
    let comparison = ReportComparison(old, try compared())
    func change(_ path: String) throws -> FigureChange {
      try #require(comparison.figures.first { $0.cell.path == path })
    }
    #expect(try change("disclosure.licences").change == 0)
    #expect(try change("disclosure.regulations.issued").before == nil)
    #expect(try change("disclosure.regulations.issued").change == nil)
    #expect(try change("disclosure.regulations.made").after == nil)
    let paths = comparison.figures.map(\.cell.path)
    #expect(Set(paths).count == paths.count && paths.last == "review.litigation_after_reconsideration.total")
  }

  @Test("a report is the same as itself")
  func same() throws {
    let comparison = ReportComparison(try compared(), try compared())
    #expect(comparison.isSame && comparison.heads.isEmpty)
    #expect(comparison.text(all: false, in: .chinese) == "云岭县人民政府，修改前 → 修改后\n没有不同\n")
    #expect(comparison.text(all: false, in: .english) == "云岭县人民政府, before → after\nno difference\n")
    #expect(comparison.text(all: true, in: .english).contains("  行政许可 本年处理决定数量: 18243 → 18243\n"))
  }

  @Test("the text has figures with change and per cent, and what was added and removed")
  func text() throws {
    let before = try compared([
      ("year: 2023", "year: 2022"), ("licences: 18243", "licences: 0"),
      ("penalties: 5127", "penalties: 6000"),
      ("全年培训2次，", ""), ("    - 除以上内容外，没有其他需要报告的事项。\n", ""),
    ])
    #expect(
      ReportComparison(before, try compared()).text(all: false, in: .chinese) == """
        云岭县人民政府，2022年 → 2023年
        标题：云岭县人民政府2022年政府信息公开工作年度报告 → 云岭县人民政府2023年政府信息公开工作年度报告
        年度：2022 → 2023

        二、主动公开政府信息情况
          行政许可 本年处理决定数量：0 → 18243（+18243）
          行政处罚 本年处理决定数量：6000 → 5127（-873，-14.6%）
          其余 8 个数没有变化

        一、总体情况
          第5段，修改：
          - 将政务公开列入年度考核，未发生责任追究。
          + 将政务公开列入年度考核，全年培训2次，未发生责任追究。

        六、其他需要报告的事项
          第2段，增加：
          + 除以上内容外，没有其他需要报告的事项。

        """)
    #expect(
      ReportComparison(try compared(), before).text(all: false, in: .english).contains(
        "  行政许可 本年处理决定数量: 18243 → 0 (-18243, -100.0%)\n"))
  }
}
