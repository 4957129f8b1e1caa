import Forms
import TemplateLanguage

/// What the prose says a figure of the tables is.
struct Claim<Topic: Hashable & Sendable>: Sendable {
  let topic: Topic
  let paragraph: Paragraph
  let sentence: Sentence
  /// The quantity; nil where the prose says that there was none.
  let quantity: Quantity?

  /// Whether a figure may be what the prose says.
  func allows(_ figure: Decimal) -> Bool { quantity?.allows(figure) ?? (figure == 0) }

  /// The number as a message shows it.
  var text: String { quantity?.text ?? "0" }
}

/// Words by which a sentence shows that its figure is of another year, or a comparison.
enum Comparison {
  static let words = [
    "同比", "较", "相比", "增加", "增长", "减少", "下降", "上升", "多于", "累计", "历年", "以来", "平均", "季度", "去年", "上年", "上一年",
    "往年",
    "同期", "超过去",
  ]

  /// Whether the sentence names another year than the report's before the quantity.
  static func isOfAnotherYear(_ quantity: Quantity, in sentence: Sentence, year: Int) -> Bool {
    let before = sentence.years.last { $0.at < quantity.range.lowerBound }
    return before.map { $0.year != year } ?? false
  }
}
