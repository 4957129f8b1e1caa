import OfficeDocument
import TemplateLanguage

/// A piece of a ``SubDocument`` that is made in code.
public enum DocumentBlock: Sendable {
  /// A paragraph; without a style it is the template's plain one.
  case paragraph(RichTextParagraph)
  /// A heading of level 1 to 9, in the template's style for it; level 0 is the title.
  case heading(RichText, level: Int)
  /// A picture in a paragraph of its own.
  case picture(Picture)
  /// A list, which begins at its first number.
  case list(DocumentList)
  /// A table.
  case table(DocumentTable)
  /// What follows begins a new page.
  case pageBreak
  /// Another document.
  case document(SubDocument)

  /// A paragraph of plain text.
  public static func text(_ text: String, style: String? = nil) -> DocumentBlock {
    .paragraph(RichTextParagraph(text, style: style))
  }

  var isTable: Bool {
    if case .table = self { true } else { false }
  }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    switch self {
    case .paragraph(let paragraph): try Self.write(paragraph, into: &writer)
    case .heading(let text, let level): try DocumentHeading(text: text, level: level).write(into: &writer)
    case .picture(let picture):
      writer.write("<\(writer.prefix)p>")
      try picture.write(into: &writer)
      writer.write("</\(writer.prefix)p>")
    case .list(let list): try list.write(into: &writer)
    case .table(let table): try table.write(into: &writer)
    case .pageBreak: try Self.write(RichTextParagraph("\u{C}"), into: &writer)
    case .document(let document): try document.write(into: &writer)
    }
  }

  /// Writes a paragraph that has nothing of the one the tag stands in.
  static func write(_ paragraph: RichTextParagraph, into writer: inout MarkupWriter) throws(ValueError) {
    var paragraph = paragraph
    paragraph.keepsFormatting = false
    try paragraph.write(into: &writer)
  }
}

/// A heading in the template's style for its level.
struct DocumentHeading {
  let text: RichText
  let level: Int

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    guard (0...9).contains(level) else { throw ValueError(.unsuitableLevel) }
    var paragraph = RichTextParagraph(text, style: level == 0 ? "Title" : "heading \(level)")
    if writer.format == .odt { paragraph.outlineLevel = level }
    try DocumentBlock.write(paragraph, into: &writer)
  }
}
