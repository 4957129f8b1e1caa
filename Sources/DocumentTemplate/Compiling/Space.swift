import OfficeDocument
import XMLTree

/// How large a picture can be where it stands, in English Metric Units.
struct Space: Sendable, Hashable {
  let width: Int
  /// Nil where what holds it grows.
  let height: Int?

  /// The space of the cell or text box around `node`; nil for a place on the page itself.
  static func around(_ node: Node, _ dialect: Dialect) -> Space? {
    var current = node.parent
    while let element = current {
      let space: Space? =
        switch dialect.role(of: element) {
        case .cell?: dialect.format == .docx ? WordSpace.cell(element) : OpenDocumentSpace.cell(element)
        case .story? where element.is(W.txbxContent): WordSpace.textBox(element)
        case .story? where element.is(ODFDraw.textBox): OpenDocumentSpace.textBox(element)
        default: nil
        }
      if let space { return space }
      current = element.parent
    }
    return nil
  }
}
