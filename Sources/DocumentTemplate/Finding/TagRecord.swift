import Diagnostics
import TemplateLanguage

/// A tag as it was found: what it says, and where.
struct TagRecord: Sendable {
  private(set) var source: TagSource
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
    if let side { beside = (carrier, side) } else { source.tag.carrier = carrier }
  }

  init(tag: ScannedTag, spot: DocumentSpot, paragraph: String) {
    source = TagSource(tag: tag, spot: spot, paragraph: paragraph)
  }

  var tag: ScannedTag { source.tag }
  var spot: DocumentSpot { source.spot }
  /// The tag as written.
  var text: String { source.text }

  /// A diagnostic about a stretch of the tag, counted from its first delimiter.
  func diagnostic(_ message: Message, range: Range<Int>? = nil, file: String?) -> Diagnostic {
    source.diagnostic(message, range: range, file: file)
  }
}
