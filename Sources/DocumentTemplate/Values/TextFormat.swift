/// The formatting of a stretch of text. What is nil stays as it is around the stretch.
public struct TextFormat: Sendable, Hashable {
  /// The character style, by the name people see or by its id.
  public var style: String?
  public var color: Color?
  /// The colour behind the characters.
  public var highlight: Color?
  /// The size in half-points: 32 is 16 pt, 三号.
  public var halfPoints: Int?
  /// How wide characters are, in hundredths of their usual width.
  public var widthPercent: Int?
  public var bold: Bool?
  public var italic: Bool?
  public var underline: Underline?
  public var strike: Bool?
  /// Raised or lowered, in small characters.
  public var position: Position?
  public var font: Font?
  /// Whether the characters run from right to left; OpenDocument leaves that to the characters themselves.
  public var rightToLeft: Bool?
  /// The language, as `zh-CN` (BCP 47).
  public var language: String?

  /// Where characters stand on their line.
  public enum Position: String, Sendable, Hashable, CaseIterable {
    case superscript
    case `subscript`
  }

  /// Makes a format.
  public init(
    style: String? = nil, color: Color? = nil, highlight: Color? = nil, halfPoints: Int? = nil,
    widthPercent: Int? = nil, bold: Bool? = nil, italic: Bool? = nil, underline: Underline? = nil,
    strike: Bool? = nil,
    position: Position? = nil, font: Font? = nil, rightToLeft: Bool? = nil, language: String? = nil
  ) {
    self.style = style
    self.color = color
    self.highlight = highlight
    self.halfPoints = halfPoints
    self.widthPercent = widthPercent
    self.bold = bold
    self.italic = italic
    self.underline = underline
    self.strike = strike
    self.position = position
    self.font = font
    self.rightToLeft = rightToLeft
    self.language = language
  }
}
