import OfficeDocument
import XMLTree

/// Tells whether a tag is all there is in its paragraph, so that a value of paragraphs can take its place.
enum LoneTag {
  static func isAlone(_ marker: Node, _ dialect: Dialect) -> Bool {
    var node = marker
    while let parent = node.parent {
      for sibling in parent.children where sibling != node {
        guard says(nothing: sibling, in: parent, dialect) else { return false }
      }
      switch dialect.role(of: parent) {
      case .paragraph?: return true
      case .inline?, .characters?: node = parent
      default: return false
      }
    }
    return false
  }

  private static func says(nothing node: Node, in parent: Node, _ dialect: Dialect) -> Bool {
    switch node.kind {
    case .comment: true
    case .text, .cdata: !dialect.holdsCharacters(parent) || node.textBytes.allSatisfy { $0 <= 0x20 }
    case .instruction: false
    case .element:
      switch dialect.role(of: node) {
      case .silent?: node.firstElement(W.sectPr) == nil && !node.is(W.del) && !node.is(W.moveFrom)
      case .inline?, .characters?: node.children.allSatisfy { says(nothing: $0, in: node, dialect) }
      case .character(let byte)?: byte == 0x20
      default: false
      }
    }
  }
}

extension Dialect {
  /// Whether `element` can hold nothing but characters: a field or a description in OpenDocument, a property.
  func holdsTextOnly(_ element: Node) -> Bool {
    role(of: element) == .plainText || format == .odt && Self.fields.contains { element.is($0) }
  }
}
