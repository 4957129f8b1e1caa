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
  public enum Carrier: Sendable, Hashable {
    case paragraph
    case row
    case cell
    case run
  }

  public var kind: Kind
  public var carrier: Carrier?
  /// The whole tag, delimiters included, in UTF-8 offsets of the scanned text.
  public var range: Range<Int>
  /// What stands between the delimiters, without prefix and trim signs.
  public var body: Range<Int>
  /// `{%-`
  public var trimsBefore: Bool
  /// `-%}`
  public var trimsAfter: Bool
}

/// Finds tags in the text of a document, paragraph by paragraph.
///
/// A tag must end in the text it begins in. Delimiters inside a tag's string literals do not end it. State
/// carries over from call to call only for `{% raw %}`.
public struct TagScanner: Sendable {
  /// A scanner at the beginning of a part.
  public init() {}

  /// The tags in `text` (UTF-8), in order, and what is wrong: a tag that is not closed. Faults' ranges are
  /// offsets of `text`.
  public mutating func scan(_ text: [UInt8]) -> (tags: [ScannedTag], faults: [(range: Range<Int>, message: Message)]) {
    ([], [])
  }
}
