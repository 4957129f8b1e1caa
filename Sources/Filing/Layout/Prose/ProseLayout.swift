import DocumentTemplate

/// Running text laid out paragraph by paragraph.
enum ProseLayout {
  /// How many lines of text stand with the signature at least.
  private static let linesWithSignature = 2

  /// The paragraphs.
  ///
  /// - Parameter isClosing: whether the signature follows, from which the last lines must not part.
  static func paragraphs(_ texts: [String], isClosing: Bool = false) -> Paragraphs {
    let prose = texts.map(ProseParagraph.init)
    var closing = 0
    if isClosing {
      var lines = 0
      while closing < prose.count, lines < linesWithSignature {
        closing += 1
        lines += prose[prose.count - closing].leastLines
      }
    }
    return Paragraphs(
      prose.enumerated().map { $0.element.paragraph(isLast: $0.offset >= prose.count - closing) })
  }
}
