import Forms
import TemplateLanguage

/// What the overview says of reviews and lawsuits over disclosure.
struct ReviewClaims {
  /// A figure of table 4.
  struct Topic: Hashable, Sendable {
    var isReview: Bool
    var isLawsuit: Bool
    /// The column's id.
    var outcome: String
  }

  private(set) var claims: [Claim<Topic>] = []
  /// Sentences that say all were maintained.
  private(set) var allMaintained: [Claim<Topic>] = []

  init(in subject: Subject) {
    for paragraph in subject.sections["overview"] ?? [] {
      for sentence in paragraph.sentences { read(sentence, paragraph, year: subject.report.year) }
    }
  }

  private mutating func read(_ sentence: Sentence, _ paragraph: Paragraph, year: Int) {
    let kinds = Self.kinds(sentence.text)
    guard kinds.isReview || kinds.isLawsuit, !sentence.years.contains(where: { $0.year != year }) else {
      return
    }
    // A justice bureau's reviews are not those over its own disclosure.
    guard sentence.text.mentions(anyOf: ["信息公开", "依申请公开"]),
      !sentence.text.mentions(anyOf: ["审理", "承办行政复议", "办理行政复议", "受理行政复议"])
    else { return }
    for quantity in sentence.quantities where quantity.isCount && quantity.precision != .vague {
      guard let topic = Self.topic(quantity) else { continue }
      claims.append(Claim(topic: topic, paragraph: paragraph, sentence: sentence, quantity: quantity))
    }
    if sentence.text.mentions(anyOf: Self.maintained) {
      allMaintained.append(Claim(topic: kinds, paragraph: paragraph, sentence: sentence, quantity: nil))
    }
    for clause in sentence.clauses where sentence.quantities.isEmpty {
      if let topic = Self.none(clause) {
        claims.append(Claim(topic: topic, paragraph: paragraph, sentence: sentence, quantity: nil))
      }
    }
  }

  private static let maintained = [
    "均获维持", "均维持", "均被维持", "均予维持", "均予以维持", "全部维持", "全部获维持", "均得到维持", "均为维持", "均为结果维持", "均获得维持",
  ]

  private static func kinds(_ text: [Unicode.Scalar], outcome: String = "total") -> Topic {
    Topic(
      isReview: text.mentions("复议"), isLawsuit: text.mentions(anyOf: ["诉讼", "起诉", "应诉"]), outcome: outcome)
  }

  private static func topic(_ quantity: Quantity) -> Topic? {
    let text = quantity.label + quantity.follows
    guard !quantity.label.mentions(anyOf: Comparison.words + ["未经", "复议后", "一审", "二审", "再审", "审结"]) else {
      return nil
    }
    var topic = kinds(quantity.label)
    if !topic.isReview, !topic.isLawsuit { topic = kinds(quantity.follows) }
    guard topic.isReview || topic.isLawsuit else { return nil }
    if text.mentions("维持") {
      topic.outcome = "maintained"
    } else if text.mentions(anyOf: ["纠正", "撤销", "确认违法", "败诉"]) {
      topic.outcome = "corrected"
    } else if text.mentions(anyOf: ["尚未", "未审结", "未办结", "正在", "驳回", "撤回", "终止", "其他"]) {
      return nil
    }
    return topic
  }

  /// 未发生因政府信息公开引起的行政复议、行政诉讼
  private static func none(_ clause: [Unicode.Scalar]) -> Topic? {
    let clause = clause.without(["无法", "无正当", "无关", "无偿", "有无"])
    let starts = ["未发生", "没有", "未产生", "未出现", "未引发", "未被", "未收到", "无"].compactMap { clause.firstIndex(of: $0) }
    guard let start = starts.min() else { return nil }
    let behind = Array(clause[start...])
    let topic = kinds(behind)
    guard topic.isReview || topic.isLawsuit else { return nil }
    if behind.mentions(anyOf: ["败诉", "纠正", "撤销", "违法", "错", "超期", "逾期", "不当"]) { return nil }
    return topic
  }
}

/// The figures of table 4 for each topic.
struct ReviewFigures {
  private static let review = ["review.reconsideration"]
  private static let lawsuits = ["review.litigation_direct", "review.litigation_after_reconsideration"]

  let report: Report

  /// The cells whose sum the topic is.
  func cells(_ topic: ReviewClaims.Topic) -> [FormCell] {
    ((topic.isReview ? Self.review : []) + (topic.isLawsuit ? Self.lawsuits : []))
      .compactMap { report.definition.cell("\($0).\(topic.outcome)") }
  }

  /// The topic's figure; nil if a cell is blank or not there.
  func figure(_ topic: ReviewClaims.Topic) -> Decimal? {
    let cells = cells(topic)
    guard !cells.isEmpty else { return nil }
    var sum: Decimal = 0
    for cell in cells {
      guard let number = report[cell].number else { return nil }
      sum = sum + number
    }
    return sum
  }

  /// Every figure that the prose may mean: the sum, or one part of it.
  func allowed(_ topic: ReviewClaims.Topic) -> [Decimal] {
    guard let sum = figure(topic) else { return [] }
    return [sum] + cells(topic).compactMap { report[$0].number }
  }
}
