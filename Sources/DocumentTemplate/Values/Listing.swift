public import TemplateLanguage

/// A text of several lines, as docxtpl's `Listing`; plain text does the same.
public struct Listing: Sendable, Hashable {
  public var lines: String

  /// Makes a text in which `\n` is a line break, `\t` a tab, `\u{7}` a new paragraph, `\u{C}` a page break.
  public init(_ lines: String) { self.lines = lines }
}

extension Listing: TemplateObject {
  /// `listing`
  public var typeName: String { "listing" }
  /// `多行文本`
  public var chineseTypeName: String { "多行文本" }
  /// Whether there is any text.
  public var isTrue: Bool { !lines.isEmpty }
  /// The text.
  public var text: String? { lines }
}

/// A line break.
public struct LineBreak: Sendable, Hashable {
  /// Makes a line break.
  public init() {}
}

extension LineBreak: TemplateObject {
  /// `line break`
  public var typeName: String { "line break" }
  /// `换行`
  public var chineseTypeName: String { "换行" }
  /// A line feed.
  public var text: String? { "\n" }
}
