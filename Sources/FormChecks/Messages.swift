import Diagnostics
import Forms
import TemplateLanguage

/// What the rules say. The code is the rule's id.
extension Message {
  // MARK: Arithmetic

  static func equation(_ rule: FormRule, _ words: EquationWords, left: String, right: String) -> Message {
    let chinese =
      "“\(words.subject)”\(words.isRow ? "行" : "列")：\(words.left.chinese)为 \(left)，\(words.right.chinese)为 \(right)"
    let english =
      "\(words.isRow ? "row" : "column") “\(words.subject)”: \(words.left.english) is \(left), \(words.right.english) is \(right)"
    let hint =
      rule.needsPrevious
      ? Hint(
        chinese: "\(rule.says.chinese)；请与上一年的报告核对，确有原因的写在 accept 里",
        english: "\(rule.says.english); compare last year's report, and give a good reason under `accept`")
      : Hint(
        chinese: "\(rule.says.chinese)；请核对这一\(words.isRow ? "行" : "列")的各个数",
        english: "\(rule.says.english); check the figures of this \(words.isRow ? "row" : "column")")
    return Message(rule.id, chinese: chinese, english: english, hint: hint)
  }

  static func rollup(_ difference: TotalComparison.Difference, units: Int) -> Message {
    let cell = difference.cell
    let stated = difference.stated.text
    let sum = difference.sum.text
    let gap = difference.difference.text
    let suspects = difference.suspects.prefix(5)
    return Message(
      "rollup",
      chinese: "\(cell.label(in: .chinese))为 \(stated)，\(units) 个单位合计为 \(sum)，相差 \(gap)",
      english:
        "\(cell.label(in: .english)) is \(stated); the \(units) units together have \(sum), a difference of \(gap)",
      hint: suspects.isEmpty
        ? Hint(
          chinese: "请核对汇总表，看是否漏了或重了单位",
          english: "check the total, and whether a unit is missing or there twice")
        : Hint(
          chinese: "请先核对：\(suspects.joined(separator: "、"))",
          english: "look first at: \(suspects.joined(separator: ", "))"))
  }

  static func rollupUnknown(_ cell: FormCell, units: [String]) -> Message {
    let some = units.prefix(3)
    return Message(
      "rollup",
      chinese:
        "\(cell.label(in: .chinese))不能核对：\(units.count) 个单位没有这个数（\(some.joined(separator: "、"))\(units.count > 3 ? "等" : "")）",
      english:
        "\(cell.label(in: .english)) can't be checked: \(units.count) units have no figure for it (\(some.joined(separator: ", "))\(units.count > 3 ? ", …" : ""))",
      hint: Hint(chinese: "这些单位用的是另一版表", english: "these units are on another edition of the form"))
  }

  static func rollupCulprit(_ culprit: TotalComparison.Culprit, cells: Int) -> Message {
    let agency = culprit.agency
    return Message(
      "rollup",
      chinese: culprit.isLeftOut
        ? "全部 \(cells) 处差数正好是\(agency)的各数：汇总表里漏了这个单位" : "全部 \(cells) 处差数正好是\(agency)的各数：汇总表里这个单位加了两次",
      english: culprit.isLeftOut
        ? "all \(cells) differences are the figures of \(agency): the total leaves it out"
        : "all \(cells) differences are the figures of \(agency): the total has it twice")
  }

  static func previousYear(found: Int, expected: Int) -> Message {
    Message(
      "previous-year", chinese: "作为上一年报告给出的是 \(found) 年度的，应是 \(expected) 年度的；与上一年的衔接未检查",
      english:
        "the report given as last year's is for \(found), not \(expected); the links to it were not checked",
      hint: Hint(
        chinese: "用 --previous 给出 \(expected) 年度的报告",
        english: "give the report for \(expected) with --previous"))
  }

  // MARK: Prose against tables

  static func textVersusTable(
    _ cells: [FormCell], _ paragraph: LocalizedText, _ sentence: Int, said: String, table: String
  ) -> Message {
    let label = figureName(cells)
    return Message(
      "text-vs-table",
      chinese: "\(paragraph.chinese)第\(sentence)句写的是 \(said)，表中\(label.chinese)为 \(table)",
      english:
        "\(paragraph.english), sentence \(sentence) says \(said); in the table \(label.english) is \(table)",
      hint: Hint(
        chinese: "请核对文字和表格；口径不同的，在文中说明，或写在 accept 里",
        english: "check both; if they count different things, say so in the text or under `accept`"))
  }

  static func allMaintained(
    _ paragraph: LocalizedText, _ sentence: Int, total: String, maintained: String
  ) -> Message {
    Message(
      "text-vs-table",
      chinese: "\(paragraph.chinese)第\(sentence)句说都维持了，表中“总计”为 \(total)，“结果维持”为 \(maintained)",
      english:
        "\(paragraph.english), sentence \(sentence) says all were maintained; in the table “总计” is \(total), “结果维持” is \(maintained)",
      hint: Hint(chinese: "请核对文字和表四", english: "check the text and table 4"))
  }

  /// The cells whose sum is meant: one row, a group of rows, or several columns of a row.
  private static func figureName(_ cells: [FormCell]) -> LocalizedText {
    guard let first = cells.first else { return LocalizedText(chinese: "", english: "") }
    guard cells.count > 1 else {
      return LocalizedText(chinese: first.label(in: .chinese), english: first.label(in: .english))
    }
    if cells.allSatisfy({ $0.row == first.row }) {
      let columns = cells.map { "“\($0.columnLabel)”" }
      return LocalizedText(
        chinese: "“\(first.rowLabels.joined(separator: "／"))”的\(columns.joined(separator: "、"))之和",
        english:
          "the sum of \(columns.joined(separator: ", ")) of “\(first.rowLabels.joined(separator: " / "))”")
    }
    var groups: [String] = []
    for cell in cells {
      let depth = cell.rowLabels.count > 2 ? 2 : cell.rowLabels.count
      let group = cell.rowLabels[..<depth].joined(separator: "／")
      if !groups.contains(group) { groups.append(group) }
    }
    return LocalizedText(
      chinese: "\(groups.map { "“\($0)”" }.joined(separator: "、"))的“\(first.columnLabel)”",
      english: "“\(first.columnLabel)” of \(groups.map { "“\($0)”" }.joined(separator: ", "))")
  }

  // MARK: Prose against itself

  static func parts(
    _ paragraph: LocalizedText, _ sentence: Int, unit: String, total: String, parts: String
  ) -> Message {
    Message(
      "text-vs-text",
      chinese: "\(paragraph.chinese)第\(sentence)句：各部分合计 \(parts) \(unit)，总数写的是 \(total) \(unit)",
      english:
        "\(paragraph.english), sentence \(sentence): the parts come to \(parts) \(unit), the total is given as \(total)",
      hint: Hint(
        chinese: "请核对总数和各部分；只列举一部分的，写“等”",
        english: "check the total and its parts; write 等 after a list of some parts only"))
  }

  static func resultParts(_ paragraph: LocalizedText, _ sentence: Int, total: String, parts: String)
    -> Message
  {
    Message(
      "text-vs-text",
      chinese: "\(paragraph.chinese)第\(sentence)句：所列各种办理结果合计 \(parts) 件，答复总数写的是 \(total) 件",
      english:
        "\(paragraph.english), sentence \(sentence): the kinds of results come to \(parts), the answers are given as \(total)",
      hint: Hint(chinese: "请与表三核对各种结果的数", english: "check each kind against table 3"))
  }

  static func share(_ paragraph: LocalizedText, _ sentence: Int, part: String, share: String) -> Message {
    Message(
      "text-vs-text",
      chinese: "\(paragraph.chinese)第\(sentence)句：\(part) 件写成占 \(share)%，与文中、表三的任何总数都对不上",
      english:
        "\(paragraph.english), sentence \(sentence): \(part) is given as \(share)%, which is its share of no total in the text or table 3",
      hint: Hint(chinese: "请重新计算百分比", english: "reckon the percentage again"))
  }

  // MARK: Years

  static func titleYear(_ found: Int, year: Int) -> Message {
    Message(
      "period", chinese: "标题写的是 \(found) 年，报告年度是 \(year) 年",
      english: "the title says \(found); the report is for \(year)",
      hint: leftFromLastYear)
  }

  static func period(_ paragraph: LocalizedText, found: String, year: Int) -> Message {
    Message(
      "period", chinese: "\(paragraph.chinese)的统计期限是 \(found)，应是 \(year)-01-01–\(year)-12-31",
      english: "\(paragraph.english): the statistics run \(found), not \(year)-01-01–\(year)-12-31",
      hint: Hint(
        chinese: "统计期限是报告年度的1月1日至12月31日", english: "they run from 1 January to 31 December of the report year"
      ))
  }

  static func reportYear(_ paragraph: LocalizedText, found: Int, year: Int) -> Message {
    Message(
      "period", chinese: "\(paragraph.chinese)写的是 \(found) 年的年度报告，报告年度是 \(year) 年",
      english: "\(paragraph.english) speaks of the report for \(found); this one is for \(year)",
      hint: leftFromLastYear)
  }

  static func lastYearLeft(_ paragraph: LocalizedText, found: Int, year: Int) -> Message {
    Message(
      "period", chinese: "\(paragraph.chinese)以 \(found) 年开头，没有提到 \(year) 年",
      english: "\(paragraph.english) begins with \(found) and does not name \(year)", hint: leftFromLastYear)
  }

  static func dateTooEarly(_ date: String, year: Int) -> Message {
    Message(
      "period", chinese: "成文日期 \(date) 早于统计期限结束的日子，\(year)-12-31",
      english: "the date \(date) is before the end of the period, \(year)-12-31", hint: leftFromLastYear)
  }

  private static let leftFromLastYear = Hint(
    chinese: "看看是不是上一年留下的", english: "see whether it was left from last year")

  // MARK: Form and wording

  static func oldForm(_ columns: [String], year: Int) -> Message {
    let names = columns.map { "“\($0)”" }
    return Message(
      "old-form", chinese: "\(year) 年度的报告用了2019年版的列：\(names.joined(separator: "、"))",
      english: "a report for \(year) has columns of the 2019 edition: \(names.joined(separator: ", "))",
      hint: Hint(
        chinese: "改用2021年版；`render --edition 2021` 会列出没有对应的格",
        english: "use the 2021 edition; `render --edition 2021` lists the cells that have no place there"))
  }

  static func oldBasis(_ paragraph: LocalizedText) -> Message {
    Message(
      "old-basis", chinese: "\(paragraph.chinese)引用的是 国办公开办函〔2019〕60号，2021 年度起应是 国办公开办函〔2021〕30号",
      english: "\(paragraph.english) cites 国办公开办函〔2019〕60号; from 2021 on it is 国办公开办函〔2021〕30号",
      hint: Hint(chinese: "改为 2021 年的文号", english: "cite the notice of 2021"))
  }

  static func templateText(_ paragraph: LocalizedText) -> Message {
    Message(
      "template-text", chinese: "\(paragraph.chinese)留有格式文本里的填写说明",
      english: "\(paragraph.english) still has an instruction of the form",
      hint: Hint(chinese: "删去填写说明", english: "take the instruction out"))
  }

  static func placeholder(_ paragraph: LocalizedText) -> Message {
    Message(
      "template-text", chinese: "\(paragraph.chinese)留有没有填的空，如 XX年、××件",
      english: "\(paragraph.english) has a place that was not filled in, such as XX年",
      hint: Hint(chinese: "填上年份或数字", english: "put the year or the number there"))
  }

  static func impossible(_ cells: [FormCell], number: String) -> Message {
    let first = cells.first
    return Message(
      "impossible",
      chinese: "\(first?.label(in: .chinese) ?? "")为 \(number)，设区的市以下的机关一般不制定规章",
      english:
        "\(first?.label(in: .english) ?? "") is \(number); agencies below a city with districts usually make no 规章",
      hint: Hint(
        chinese: "看看是不是把规章制度、规范性文件填到了这一行",
        english: "see whether internal rules or other documents were counted here"))
  }

  static let noFeeStatement = Message(
    "fee-statement", chinese: "“六、其他需要报告的事项”没有说信息处理费",
    english: "section six says nothing on 信息处理费, the fee for handling applications",
    hint: Hint(chinese: "没有收取的也写一句，如“本年度未收取信息处理费”", english: "say so also when none was charged"))

  static let noContact = Message(
    "contact", chinese: "开头没有联系方式", english: "the opening gives no contact",
    hint: Hint(chinese: "写上联系单位和电话", english: "give the office and its telephone number"))

  // MARK: Acceptance

  static func accepted(_ message: Message, because: String) -> Message {
    Message(
      message.code, chinese: "已接受：\(message.chinese)；理由：\(because)",
      english: "accepted: \(message.english); because: \(because)")
  }

  static let acceptShape = Message(
    "accept", chinese: "`accept` 的每一项应写成 {rule: …, because: …}",
    english: "each item of `accept` must be {rule: …, because: …}")

  static func acceptUnknownKey(_ key: String) -> Message {
    let keys = ["rule", "cell", "because"]
    let nearest = Suggestion.nearest(to: key, in: keys)
    return Message(
      "accept", chinese: "`accept` 里没有 `\(key.prefix(40))` 这个键",
      english: "`accept` has no key `\(key.prefix(40))`",
      hint: nearest.map { Hint(chinese: "是不是 `\($0)`？", english: "did you mean `\($0)`?") }
        ?? Hint(chinese: "可以用的有：rule、cell、because", english: "there are: rule, cell, because"))
  }

  static func acceptText(_ key: String) -> Message {
    Message("accept", chinese: "`accept` 里的 `\(key)` 应是文字", english: "`\(key)` in `accept` must be text")
  }

  static func acceptMissing(_ key: String) -> Message {
    Message(
      "accept", chinese: "`accept` 里缺少 `\(key)`", english: "`\(key)` is missing in `accept`",
      hint: key == "because" ? Hint(chinese: "写明为什么可以接受", english: "say why it is accepted") : nil)
  }

  static func acceptUnused(_ rule: String, known: [String]) -> Message {
    let name = String(rule.prefix(40))
    let nearest = known.contains(rule) ? nil : Suggestion.nearest(to: rule, in: known)
    return Message(
      "accept-unused", chinese: "`accept` 里的 `\(name)` 没有对应的问题",
      english: "`\(name)` in `accept` matches no finding",
      hint: nearest.map { Hint(chinese: "是不是 `\($0)`？", english: "did you mean `\($0)`?") }
        ?? Hint(chinese: "删去这一项", english: "take it out"))
  }
}
