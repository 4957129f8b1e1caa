import OfficeDocument
import XMLTree

/// What a carrier holds besides markers.
struct CarrierContent {
  /// Whether anything in it would be lost with it: text other than blanks, a picture, a field.
  private(set) var showsSomething = false
  /// The bookmarks and comment ranges that begin or end in it.
  private(set) var rangeMarks: [Node] = []

  init(of carrier: Node, _ dialect: Dialect) {
    collect(carrier, dialect)
  }

  private mutating func collect(_ node: Node, _ dialect: Dialect) {
    let isText = dialect.holdsCharacters(node)
    for child in node.children {
      switch child.kind {
      case .text, .cdata:
        if isText, !child.textBytes.allSatisfy(isBlank) { showsSomething = true }
      case .element:
        switch dialect.role(of: child) {
        case .rangeMark?: rangeMarks.append(child)
        case .object?, .shape?: showsSomething = true
        case .silent?, .character?: continue
        default: collect(child, dialect)
        }
      case .comment, .instruction: continue
      }
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 }
}
