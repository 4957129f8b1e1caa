import OfficeDocument
import XMLTree

/// A part that a Word document's text refers to by number or name.
enum SupportingPart: Sendable, Hashable, CaseIterable {
  case styles
  case numbering
  case footnotes
  case endnotes
  case comments

  init(_ kind: NoteKind) {
    switch kind {
    case .footnote: self = .footnotes
    case .endnote: self = .endnotes
    case .comment: self = .comments
    }
  }

  var kind: Relationships.Kind {
    switch self {
    case .styles: .styles
    case .numbering: .numbering
    case .footnotes: .footnotes
    case .endnotes: .endnotes
    case .comments: .comments
    }
  }

  /// Its file, where a template has none.
  var file: String { "\(name).xml" }

  var contentType: String {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.\(name)+xml"
  }

  private var name: String {
    switch self {
    case .styles: "styles"
    case .numbering: "numbering"
    case .footnotes: "footnotes"
    case .endnotes: "endnotes"
    case .comments: "comments"
    }
  }

  /// The part without anything in it; notes have the two that stand for the line above them
  /// (ISO/IEC 29500-1, 17.11.23).
  var empty: [UInt8] {
    let separators =
      switch self {
      case .footnotes: Self.separators("footnote")
      case .endnotes: Self.separators("endnote")
      default: ""
      }
    return Array(
      ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:\(name) xmlns:w=\"\(Namespace.wordprocessing)\">"
        + separators + "</w:\(name)>").utf8)
  }

  private static func separators(_ note: String) -> String {
    [("separator", -1), ("continuationSeparator", 0)].map { mark, id in
      "<w:\(note) w:type=\"\(mark)\" w:id=\"\(id)\"><w:p><w:pPr><w:spacing w:after=\"0\" w:line=\"240\""
        + " w:lineRule=\"auto\"/></w:pPr><w:r><w:\(mark)/></w:r></w:p></w:\(note)>"
    }.joined()
  }
}
