import OfficeDocument
public import TemplateLanguage

/// A page break: what follows the tag begins a new page.
public struct PageBreak: Sendable, Hashable {
  /// Makes a page break.
  public init() {}
}

extension PageBreak: TemplateObject {
  /// `page break`
  public var typeName: String { "page break" }
  /// `分页符`
  public var chineseTypeName: String { "分页符" }
}

extension PageBreak: MarkupObject {
  /// Alone in its paragraph, OpenDocument's is a paragraph behind which the page breaks, as Word shows it.
  func level(at site: Site) -> Level {
    if site.format == .docx { return .runs }
    return site.isAlone || site.level == .blocks ? .blocks : .characters
  }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    switch writer.format {
    case .docx:
      let prefix = writer.prefix
      writer.write("<\(prefix)r><\(prefix)br \(prefix)type=\"page\"/></\(prefix)r>")
    case .odt:
      guard level(at: writer.site) == .blocks, let styles = writer.around.pageBreaks else {
        try writer.write(text: "\u{C}", at: writer.site)
        return
      }
      let paragraph = writer.around.paragraph.styled(writer.changes.name(of: styles.after, in: writer.entry))
      writer.write(paragraph.before + paragraph.after)
    }
  }
}
