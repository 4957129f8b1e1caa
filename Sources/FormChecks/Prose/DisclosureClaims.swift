import Forms
import TemplateLanguage

/// What the overview says of figures of table 2.
///
/// A part of what the table counts is often told for itself, so only a greater figure contradicts the table; for an
/// agency that reports about itself alone, a smaller one does too.
struct DisclosureClaims {
  private(set) var claims: [Claim<FormCell>] = []

  init(in subject: Subject) {
    let cells = subject.report.definition.cells.filter { $0.table == "disclosure" && $0.kind != .change }
    let agency = Agency(subject.report.agency)
    for paragraph in subject.sections["overview"] ?? [] {
      for sentence in paragraph.sentences {
        for quantity in sentence.quantities where quantity.precision != .vague && quantity.depth == 0 {
          guard !Comparison.isOfAnotherYear(quantity, in: sentence, year: subject.report.year),
            !agency.isOther(in: quantity.label), let cell = Self.cell(quantity, among: cells)
          else { continue }
          claims.append(Claim(topic: cell, paragraph: paragraph, sentence: sentence, quantity: quantity))
        }
      }
    }
  }

  private static func cell(_ quantity: Quantity, among cells: [FormCell]) -> FormCell? {
    let label = quantity.label
    guard !label.mentions(anyOf: Comparison.words), !label.mentions(anyOf: otherMatters) else { return nil }
    guard let row = rows.first(where: { label.mentions($0.word) }) else { return nil }
    let wanted = columns.filter { label.mentions(anyOf: $0.words) }
    // 制发3件、废止2件 in one label is too much for one number.
    guard wanted.count == 1, let column = wanted.first else { return nil }
    let found = cells.filter { $0.row.last == row.id && column.ids.contains($0.column) }
    guard found.count == 1, let cell = found.first else { return nil }
    return (cell.kind == .amount) == (quantity.unit == "元") && (cell.kind == .amount || quantity.isCount)
      ? cell : nil
  }

  /// What such figures may also be about.
  private static let otherMatters = [
    "解读", "备案", "审查", "审核", "征求", "意见", "清理", "评估", "草案", "拟", "报送", "修改", "修订", "目录", "栏目", "信息", "公示", "制度",
    "党内",
    "培训", "案卷", "复议", "诉讼", "申请", "网", "平台", "公众号", "事项", "案例", "结果", "双公示",
  ]

  private static let rows: [(word: String, id: String)] = [
    ("规范性文件", "normative_documents"), ("规章", "regulations"), ("行政许可", "licences"), ("行政处罚", "penalties"),
    ("行政强制", "enforcement"), ("行政事业性收费", "fees"),
  ]

  private static let columns: [(words: [String], ids: [String])] = [
    (["制发", "制定", "出台", "印发", "新制", "制作"], ["issued", "made"]),
    (["公开"], ["newly_disclosed"]),
    (["废止"], ["repealed"]),
    (["现行有效", "继续有效"], ["in_force"]),
    (["作出", "做出", "办结", "实施", "决定"], ["decisions"]),
    (["收取", "征收", "收费金额"], ["charged"]),
  ]

  /// Whether a figure of the table contradicts the claim.
  static func contradicts(_ claim: Claim<FormCell>, _ figure: Decimal, isSingle: Bool) -> Bool {
    guard let quantity = claim.quantity else { return false }
    if claim.topic.kind == .amount {
      let charged = claim.topic.unit == "万元" ? figure * 10_000 : figure
      return !(quantity.value < charged + quantity.step && charged < quantity.value + quantity.step)
        && (isSingle || quantity.value > charged)
    }
    return quantity.allows(figure) ? false : isSingle || quantity.value > figure
  }
}
