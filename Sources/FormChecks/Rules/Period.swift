import DataFiles
import Diagnostics
import Forms

/// `period`: the statistics do not run from 1 January to 31 December of the report year, or a year of last year's
/// report was left in: in the title, the opening, at the start of the overview, in the date.
struct Period: Rule {
  let id = "period"
  let level = Diagnostic.Severity.warning

  func findings(in subject: Subject) -> [Finding] {
    title(subject) + opening(subject) + overview(subject) + date(subject)
  }

  private func title(_ subject: Subject) -> [Finding] {
    let year = subject.report.year
    let years = Self.years(in: ProseText.normalised(subject.report.title))
    guard let other = years.first(where: { $0 != year }), !years.contains(year) else { return [] }
    return [finding(.titleYear(other, year: year), in: subject, path: "title", spot: .title)]
  }

  /// Years as a title has them: 2021年, 2021年度, or bare.
  private static func years(in text: [Unicode.Scalar]) -> [Int] {
    ProseDate.years(in: text).map(\.year)
  }

  private func opening(_ subject: Subject) -> [Finding] {
    let year = subject.report.year
    var findings: [Finding] = []
    for paragraph in subject.opening + (subject.sections["overview"] ?? []) {
      for sentence in paragraph.sentences {
        guard Self.isPeriod(sentence.text) else { continue }
        let dates = ProseDate.all(in: sentence.text)
        guard dates.count >= 2, let first = dates[0].year else { continue }
        let last = dates[1].year ?? first
        let isRight =
          dates[0] == ProseDate(year: year, month: 1, day: 1) && last == year && dates[1].month == 12
          && dates[1].day == 31
        if !isRight {
          let found = "\(Self.text(dates[0], first))–\(Self.text(dates[1], last))"
          findings.append(
            finding(
              .period(paragraph.name, found: found, year: year), in: subject, at: paragraph, found: found,
              expected: "\(year)-01-01–\(year)-12-31"))
        }
      }
    }
    for paragraph in subject.opening {
      guard let other = Self.reportYear(paragraph.text), other != year else { continue }
      findings.append(
        finding(
          .reportYear(paragraph.name, found: other, year: year), in: subject, at: paragraph,
          found: String(other),
          expected: String(year)))
    }
    return findings
  }

  private static func isPeriod(_ text: [Unicode.Scalar]) -> Bool {
    text.mentions("统计") && text.mentions(anyOf: ["期限", "时限", "时间", "时段", "周期", "数据", "截止"])
  }

  /// The year of 现公布…2021年政府信息公开工作年度报告, outside of titles in 《》.
  private static func reportYear(_ text: [Unicode.Scalar]) -> Int? {
    var titles = 0
    var plain: [Unicode.Scalar] = []
    for scalar in text {
      if scalar == "《" || scalar == "“" { titles += 1 }
      if titles == 0 { plain.append(scalar) }
      if scalar == "》" || scalar == "”", titles > 0 { titles -= 1 }
    }
    for (year, start) in ProseDate.years(in: plain) {
      for words in ["年政府信息公开工作年度报告", "年度政府信息公开工作年度报告", "年政府信息公开年度报告"]
      where plain.has(words, at: start + 4) {
        return year
      }
    }
    return nil
  }

  /// A paragraph of the overview that begins with last year and does not name this one.
  private func overview(_ subject: Subject) -> [Finding] {
    let year = subject.report.year
    return (subject.sections["overview"] ?? []).compactMap { paragraph in
      let years = ProseDate.years(in: paragraph.text)
      guard let first = years.first, first.year == year - 1, !years.contains(where: { $0.year == year }),
        Self.isStart(paragraph.text, first.at), Self.isWholeYear(paragraph.text, first.at + 4)
      else { return nil }
      return finding(
        .lastYearLeft(paragraph.name, found: first.year, year: year), in: subject, at: paragraph,
        found: String(first.year), expected: String(year))
    }
  }

  /// Whether a year begins the text or its first sentence after the heading.
  private static func isStart(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    index == 0 || index <= 24 && (text[index - 1] == "。" || text[index - 1] == "：")
  }

  /// 2020年，…, 2020年全县…, 2020年我局…; not 2020年以来, 2020年底, 2020年12月.
  private static func isWholeYear(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
    guard text.has("年", at: index), index + 1 < text.count else { return false }
    return ["，", "全", "我", "度，", "度我"].contains { text.has($0, at: index + 1) }
  }

  /// A report is made when its year is over.
  private func date(_ subject: Subject) -> [Finding] {
    let report = subject.report
    guard report.date.year <= report.year,
      !(report.date.year == report.year && report.date.month == 12 && report.date.day >= 25)
    else { return [] }
    return [
      Finding(
        id, level, .dateTooEarly(report.date.description, year: report.year),
        at: report.source.place("date"), spot: .date, found: report.date.description)
    ]
  }

  private static func text(_ date: ProseDate, _ year: Int) -> String {
    CalendarDate(year: year, month: date.month, day: date.day)?.description
      ?? "\(year)-\(date.month)-\(date.day)"
  }
}
