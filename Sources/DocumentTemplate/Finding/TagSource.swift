import Diagnostics
import TemplateLanguage

/// Where a tag stands in a template, and what it looks like there.
struct TagSource: Sendable {
  var tag: ScannedTag
  let spot: DocumentSpot
  /// The text of the paragraph it stands in, shared by the paragraph's tags.
  let paragraph: String

  /// The tag as written.
  var text: String {
    let bytes = paragraph.utf8
    let start = bytes.index(bytes.startIndex, offsetBy: tag.range.lowerBound)
    return String(decoding: bytes[start...].prefix(tag.range.count), as: UTF8.self)
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
