import Diagnostics
import TemplateLanguage

/// A tag as it was found: what it says, and where.
struct TagRecord: Sendable {
  private(set) var tag: ScannedTag
  let spot: DocumentSpot
  /// The text of the paragraph it stands in, shared by the paragraph's tags.
  let paragraph: String
  /// The parsed inside; nil for a comment that only marks its carrier.
  var parsed: ParsedTag?
  /// What the tag is to stand beside, and on which side; nil for most.
  private(set) var beside: (carrier: ScannedTag.Carrier, side: Side)?

  /// Where a tag goes that stands beside something.
  enum Side: Sendable {
    case before
    case after
  }

  /// Takes note of what a field says its tag goes for: the place of `carrier`, or one beside it.
  mutating func refer(to carrier: ScannedTag.Carrier, _ side: Side?) {
    if let side { beside = (carrier, side) } else { tag.carrier = carrier }
  }

  /// The tag as written.
  var text: String {
    String(decoding: Array(paragraph.utf8)[tag.range], as: UTF8.self)
  }

  /// A diagnostic about a stretch of the tag, counted from its first delimiter.
  func diagnostic(_ message: Message, range: Range<Int>? = nil, file: String?, trace: [String] = [])
    -> Diagnostic
  {
    let lower = tag.range.lowerBound
    let marked = range.map { lower + $0.lowerBound..<lower + $0.upperBound } ?? tag.range
    return Diagnostic(
      .error, message, at: Place(file: file, .document(spot)),
      excerpt: Excerpt(of: paragraph, marked: marked),
      trace: trace)
  }
}
