import Diagnostics
import TemplateLanguage

/// Something a template's designer would want to know of, though the template can be filled.
protocol LintRule: Sendable {
  /// Its code; never changes once published.
  var code: String { get }
  /// What it is about, in a few words.
  var title: (chinese: String, english: String) { get }
  /// How bad it is.
  var severity: Diagnostic.Severity { get }
  /// What it finds, in any order.
  func findings(in subject: LintSubject) -> [LintFinding]
}

extension LintRule {
  /// A message with the rule's code.
  func message(_ chinese: String, _ english: String, hint: (chinese: String, english: String)? = nil)
    -> Message
  {
    Message(
      code, chinese: chinese, english: english,
      hint: hint.map { Message.Hint(chinese: $0.chinese, english: $0.english) })
  }
}

/// What a rule has found, and where.
struct LintFinding {
  let message: Message
  let place: Place
  let excerpt: Excerpt?
  /// Orders findings: the number of the text in the template, and the offset in it.
  let order: (text: Int, offset: Int)
  var related: [Place] = []

  /// A finding in a text; without a range, about the whole of it.
  init(_ message: Message, in text: LintText, _ range: Range<Int>? = nil) {
    let range = range ?? 0..<text.bytes.count
    self.message = message
    place = Place(.document(text.spot))
    excerpt = text.bytes.isEmpty ? nil : Excerpt(of: text.string, marked: range)
    order = (text.number, range.lowerBound)
  }

  /// A finding in a tag; a range counts from the tag's first delimiter.
  init(_ message: Message, in tag: LintTag, _ range: Range<Int>? = nil) {
    let start = tag.scanned.range.lowerBound
    let inText = range.map { start + $0.lowerBound..<start + $0.upperBound } ?? tag.scanned.range
    self.init(message, in: tag.text, inText)
  }

  /// A finding about text that is not among the template's texts.
  init(_ message: Message, at spot: DocumentSpot, excerpt: Excerpt, order: Int) {
    self.message = message
    place = Place(.document(spot))
    self.excerpt = excerpt
    self.order = (order, 0)
  }

  /// A finding in the data.
  init(_ message: Message, at place: Place) {
    self.message = message
    self.place = place
    excerpt = nil
    order = (.max, 0)
  }
}
