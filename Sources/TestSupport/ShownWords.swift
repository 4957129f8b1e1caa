public import OfficeDocument

/// The values that a document shows in its body, to be looked for in what another program shows of it.
public struct ShownWords: Sendable {
  /// The document's file name.
  public let file: String
  private let words: [String]

  /// Picks those of `values` that stand in the body of `document`.
  public init(_ values: [String], in document: [UInt8], file: String) throws(OfficeError) {
    self.file = file
    let text = Self.squeezed(PartText.characters(of: try PartText.body(of: document)))
    words = values.map(Self.squeezed).filter { !$0.isEmpty && text.contains($0) }
  }

  /// The words that `text` lacks.
  public func missing(in text: String) -> [String] {
    let text = Self.squeezed(text)
    return words.filter { !text.contains($0) }
  }

  /// The text without blanks, which depend on where lines end.
  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
