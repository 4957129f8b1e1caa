import DocumentTemplate

/// Running text laid out paragraph by paragraph.
enum ProseLayout {
  /// How many lines of text stand with the signature at least.
  private static let linesWithSignature = 2

  /// The paragraphs.
  ///
  /// - Parameters:
  ///   - isClosing: whether the signature follows, from which the last lines must not part.
  ///   - lineHeight: the height of lines in points where it is not the usual one.
  static func paragraphs(
    _ texts: [String], isClosing: Bool = false, lineHeight: Double? = nil
  ) -> Paragraphs {
    let prose = texts.map(ProseParagraph.init)
    let closing = isClosing ? closingCount(of: prose) : 0
    return Paragraphs(
      prose.enumerated().map {
        $0.element.paragraph(isLast: $0.offset >= prose.count - closing, lineHeight: lineHeight)
      })
  }

  /// How many paragraphs at the end stand with the signature.
  static func closingCount(of prose: [ProseParagraph]) -> Int {
    var (count, lines) = (0, 0)
    while count < prose.count, lines < linesWithSignature {
      count += 1
      lines += prose[prose.count - count].leastLines
    }
    return count
  }
}
