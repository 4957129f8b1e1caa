public import Diagnostics

/// A tag found in a stretch of text.
public struct ScannedTag: Sendable, Hashable {
  /// What the delimiters say.
  public enum Kind: Sendable, Hashable {
    /// `{{ … }}`
    case output
    /// `{% … %}`
    case statement
    /// `{# … #}`
    case comment
    /// docxtpl's `{_{`, `}_}`, `{_%`, `%_}`: stands for the delimiter, which the value holds.
    case escape(String)
    /// `{% raw %}` or `{% endraw %}`: disappears; what is between is not scanned.
    case raw
  }

  /// docxtpl's prefix letter: the structure that carries the tag and disappears.
  public enum Carrier: Sendable, Hashable, CaseIterable {
    case paragraph
    case row
    case cell
    case run
  }

  /// What the delimiters say.
  public var kind: Kind
  /// The prefix letter, if there is one.
  public var carrier: Carrier?
  /// The whole tag, delimiters included, in UTF-8 offsets of the scanned text.
  public var range: Range<Int>
  /// What stands between the delimiters, without prefix and trim signs.
  public var body: Range<Int>
  /// `{%-`
  public var trimsBefore: Bool
  /// `-%}`
  public var trimsAfter: Bool

  package init(
    kind: Kind, carrier: Carrier?, range: Range<Int>, body: Range<Int>, trimsBefore: Bool, trimsAfter: Bool
  ) {
    self.kind = kind
    self.carrier = carrier
    self.range = range
    self.body = body
    self.trimsBefore = trimsBefore
    self.trimsAfter = trimsAfter
  }
}

/// Finds tags in the text of a document, paragraph by paragraph.
///
/// A tag must end in the text it begins in. Delimiters inside a tag's string literals do not end it. State
/// carries over from call to call only for `{% raw %}`.
public struct TagScanner: Sendable {
  /// Whether `{% raw %}` has been met and `{% endraw %}` has not.
  public private(set) var isInRaw = false

  private let delimiters: Delimiters

  /// A scanner at the beginning of a part.
  public init(_ delimiters: Delimiters = .standard) { self.delimiters = delimiters }

  /// Whether `text` can hold a tag or an escape at all; false answers are certain. Inside `raw` every text
  /// must be scanned.
  public static func mayHoldTags(_ text: [UInt8], _ delimiters: Delimiters = .standard) -> Bool {
    guard delimiters == .standard else { return mayHold(text, delimiters) }
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "%"), UInt8(ascii: "#"):
        if last == UInt8(ascii: "{") { return true }
      case UInt8(ascii: "_"):
        if last == UInt8(ascii: "{") || last == UInt8(ascii: "}") || last == UInt8(ascii: "%") { return true }
      default: break
      }
      last = byte
    }
    return false
  }

  private static func mayHold(_ text: [UInt8], _ delimiters: Delimiters) -> Bool {
    let ends = [delimiters.output, delimiters.statement, delimiters.comment]
    let closes = ends.dropLast().map(\.close.first)
    return text.indices.dropLast().contains { index in
      let (first, second) = (text[index], text[index + 1])
      return ends.contains {
        first == $0.open.first && (second == $0.open.second || second == UInt8(ascii: "_"))
      } || second == UInt8(ascii: "_") && closes.contains(first)
    }
  }

  /// The tags in `text` (UTF-8), in order, and what is wrong: a tag that is not closed. Faults' ranges are
  /// offsets of `text`.
  public mutating func scan(_ text: [UInt8]) -> (
    tags: [ScannedTag], faults: [(range: Range<Int>, message: Message)]
  ) {
    guard isInRaw || Self.mayHoldTags(text, delimiters) else { return ([], []) }
    var pass = ScanPass(text: text, delimiters, isInRaw: isInRaw)
    pass.run()
    isInRaw = pass.isInRaw
    return (pass.tags, pass.faults)
  }
}
