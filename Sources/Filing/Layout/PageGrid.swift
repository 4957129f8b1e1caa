import DocumentTemplate

/// The measures of an official document in points (GB/T 9704—2012, 5.2 and 6).
enum PageGrid {
  /// The width of the text block, 版心: 156 mm.
  static let textWidth = 442.2
  /// The height of the text block: 225 mm.
  static let textHeight = 637.8
  /// A character of 三号, the size of running text.
  static let character = 16.0
  /// How many of them stand on a line of running text.
  static let charactersInLine = 28
  /// A character of 二号, the size of the title.
  static let titleCharacter = 22.0
  /// A line: the text block is 225 mm high and holds 22.
  static let line = 28.95
  /// How far below the middle of such a line editors set its characters, about.
  static let lowered = 2.5
  /// A millimetre.
  static let millimetre = 72 / 25.4
}

extension Length {
  /// A length in points, to a hundredth.
  static func hundredths(_ points: Double) -> Length { .points((points * 100).rounded() / 100) }
}
