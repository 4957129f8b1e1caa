import OfficeDocument
import TemplateLanguage
import TestSupport

/// The values of the data that a document shows in its body, to be looked for in what another program shows of it.
struct ShownWords {
  let file: String
  let words: [String]

  init(of document: [UInt8], file: String, data: Mapping) throws {
    self.file = file
    let text = Self.squeezed(PartText.characters(of: try PartText.body(of: document)))
    words = Self.leaves(.mapping(data)).map(Self.squeezed).filter { !$0.isEmpty && text.contains($0) }
  }

  /// The words that `text` lacks.
  func missing(in text: String) -> [String] {
    let text = Self.squeezed(text)
    return words.filter { !text.contains($0) }
  }

  /// The text without blanks, which depend on where lines end.
  private static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

  private static func leaves(_ value: Value) -> [String] {
    switch value {
    case .list(let items): items.flatMap(leaves)
    case .mapping(let mapping): mapping.flatMap { leaves($0.value) }
    case .bool, .none: []
    default: [value.printed]
    }
  }
}
