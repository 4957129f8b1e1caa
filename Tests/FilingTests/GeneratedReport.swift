import DataFiles
import Forms
import TemplateLanguage
import TestSupport
import Testing

/// Reports made at random, with all that is hard to read back.
enum GeneratedReport {
  /// The examples that give the editions, their years and their accepted findings.
  static let examples = ["sepabayi-2021.yaml", "county-2023.yaml", "county-2019.yaml"]

  private static let agencies = [
    "云岭县人民政府", "云岭县清水镇人民政府", "云岭县财政局", "云岭市市场监督管理局（知识产权局）", "云岭县白塔街道办事处", "云岭县公安局交通警察大队",
  ]

  private static let texts = [
    "（一）主动公开。一是公开；二是解读，共3件，其中1件。", "{{ 不是标签 }}，{% 也不是 %}。", "<b>不是标记</b> &amp; \"引号\" 'x'。", "1.第一项，增长12.5%。",
    "无。", "本年度未收取信息处理费。", "通过 APP 发布 1,234 条。", "“三审三校”——见 https://example.gov.cn/a?b=1&c=2。", "三、四季度各培训1次。",
    "2023年1月7日，县政府办公室印发通知。", "（1）收到申请；（2）答复申请。", "附件：①表 ②图", "规章制度不断完善。", "总计", "0",
  ]

  /// A report on the edition of an example.
  static func report(on example: String, _ random: inout SeededGenerator) throws -> Report {
    var report = try Examples.report(example)
    report.agency = agencies.randomElement(using: &random) ?? ""
    report.title = report.definition.title(agency: report.agency, year: report.year)
    if Bool.random(using: &random) {
      report.title = "\(report.agency)\(report.year)年度政府信息公开工作年度报告"
    }
    report.titleLines = []
    let day = Int.random(in: 1...28, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    report.date = try #require(CalendarDate(year: report.year + 1, month: month, day: day))
    // An opening that is but a word may be the page's as well as the report's.
    report.opening = paragraphs(&random).filter { $0.hasSuffix("。") }
    for section in report.definition.proseSections { report.sections[section.id] = paragraphs(&random) }
    for cell in report.definition.cells { report[cell] = try figure(cell.kind, &random) }
    return report
  }

  private static func paragraphs(_ random: inout SeededGenerator) -> [String] {
    (0..<Int.random(in: 0...4, using: &random)).map { _ in texts.randomElement(using: &random) ?? "" }
  }

  private static func figure(_ kind: FigureKind, _ random: inout SeededGenerator) throws -> Figure {
    let digits = Int.random(in: 0...9, using: &random)
    let most = (0..<digits).reduce(1) { most, _ in most * 10 } - 1
    let count = Int.random(in: 0...max(0, most), using: &random)
    switch kind {
    case .count: return .count(count)
    case .amount:
      let text = digits < 3 ? String(count) : "\(count).\(Int.random(in: 10...99, using: &random))00"
      return .written(text, try #require(Decimal(text)))
    case .change:
      let sign = ["+", "-", ""].randomElement(using: &random) ?? ""
      return .written(sign + String(count), Decimal(integerLiteral: sign == "-" ? -count : count))
    }
  }
}
