import Diagnostics
import OfficeDocument
import XMLTree

/// What Word keeps in a part of its own although it belongs to a place in the body.
enum NoteKind: Sendable, Hashable, CaseIterable {
  case footnote
  case endnote
  case comment

  /// The kind that the element `node` is the content of.
  init?(_ node: Node) {
    guard let kind = Self.allCases.first(where: { node.is($0.element) }) else { return nil }
    self = kind
  }

  /// The content's element.
  var element: Name {
    switch self {
    case .footnote: W.footnote
    case .endnote: W.endnote
    case .comment: W.comment
    }
  }

  /// The element in the body that leads to the content.
  var reference: Name {
    switch self {
    case .footnote: W.footnoteReference
    case .endnote: W.endnoteReference
    case .comment: W.commentReference
    }
  }

  /// The places of ``reference`` among all kinds, counted from 1.
  static let references = NameNote(among: allCases.map(\.reference))

  var space: Identity.Space {
    switch self {
    case .footnote: .footnote
    case .endnote: .endnote
    case .comment: .comment
    }
  }

  var part: DocumentPart {
    switch self {
    case .footnote: .footnotes
    case .endnote: .endnotes
    case .comment: .comments
    }
  }

  var relationship: Relationships.Kind {
    switch self {
    case .footnote: .footnotes
    case .endnote: .endnotes
    case .comment: .comments
    }
  }
}
