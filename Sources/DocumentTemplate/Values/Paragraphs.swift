import OfficeDocument
public import TemplateLanguage

/// A paragraph of formatted text with a style of its own.
///
/// `{{p x }}` prints it in the place of the tag's paragraph; so does `{{ x }}` alone in its paragraph, while
/// beside other text it ends that paragraph and begins it again behind it.
public struct RichTextParagraph: Sendable, Hashable {
  public var content: RichText
  /// The paragraph style, by the name people see or by its id.
  public var style: String?
  /// Whether it looks as the tag's paragraph does when it has no style; else it looks as the template's default
  /// paragraph, which is what docxtpl's do.
  public var keepsFormatting = true
  /// How it stands on its page where that differs from its `style`, without which it counts for nothing.
  public var layout: ParagraphLayout?
  /// The level of a heading of OpenDocument.
  var outlineLevel: Int?
  /// Pictures in front of it.
  public var pictures: [PlacedPicture] = []

  /// Makes a paragraph.
  public init(_ content: RichText, style: String? = nil, layout: ParagraphLayout? = nil) {
    self.content = content
    self.style = style
    self.layout = layout
  }

  /// Makes a paragraph of plain text.
  public init(_ text: String, style: String? = nil) {
    self.init(RichText(text), style: style)
  }
}

/// A list of paragraphs, printed as ``RichTextParagraph`` is.
public struct Paragraphs: Sendable, Hashable {
  public var items: [RichTextParagraph]

  /// Makes a list.
  public init(_ items: [RichTextParagraph]) { self.items = items }

  /// Makes a list of plain texts, one paragraph each.
  public init(_ texts: [String], style: String? = nil) {
    items = texts.map { RichTextParagraph($0, style: style) }
  }
}

extension RichTextParagraph: TemplateObject {
  /// `paragraph`
  public var typeName: String { "paragraph" }
  /// `段落`
  public var chineseTypeName: String { "段落" }
  /// The text without formatting.
  public var text: String? { content.plainText }
}

extension RichTextParagraph: MarkupObject {
  func level(at site: Site) -> Level { .blocks }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    var around = writer.around
    if !keepsFormatting {
      around = Surroundings(
        paragraph: Wrap("<\(writer.prefix)p>", "</\(writer.prefix)p>"), format: writer.format,
        prefix: writer.prefix)
      if writer.format == .odt { around.pageBreaks = PageBreakStyles(ofCommon: nil) }
    }
    var list = Wrap()
    if let style {
      let id = try writer.changes.styles.id(of: style, .paragraph)
      around = Surroundings(
        paragraph: try styled(id, writer), format: writer.format, prefix: writer.prefix)
      if writer.format == .odt {
        around.pageBreaks = PageBreakStyles(ofCommon: id)
        list = try self.list(of: id, writer)
        if list != Wrap() {
          around.paragraph = Wrap("<text:list-item>", "</text:list-item>").around(around.paragraph)
        }
      }
    }
    let runs = RunWriter(around, keepsFormatting: true)
    let outer = writer.format == .odt ? around.inParagraph : around.wrappers
    let whole = list.around(around.paragraph).around(outer)
    writer.write(whole.before)
    for picture in pictures { try picture.write(into: &writer) }
    for run in content.runs { try runs.write(run, into: &writer) }
    writer.write(whole.after)
  }

  private func styled(_ id: String, _ writer: MarkupWriter) throws(ValueError) -> Wrap {
    let prefix = writer.prefix
    switch writer.format {
    case .docx:
      let properties =
        "<\(prefix)pPr><\(prefix)pStyle\(try Markup.attribute("\(prefix)val", id))/>"
        + (layout?.wordProperties(prefix: prefix) ?? "") + "</\(prefix)pPr>"
      return Wrap("<\(prefix)p>\(properties)", "</\(prefix)p>")
    case .odt:
      var name = id
      if let layout {
        name = writer.changes.name(of: try layout.openDocumentStyle(parent: id), in: writer.entry)
      }
      let attribute = try Markup.attribute("text:style-name", name)
      if let outlineLevel, outlineLevel > 0 {
        return Wrap("<text:h\(attribute) text:outline-level=\"\(outlineLevel)\">", "</text:h>")
      }
      return Wrap("<text:p\(attribute)>", "</text:p>")
    }
  }

  /// A style that numbers does so only in a list (ODF 1.3 part 3, 5.3); as in Word, numbers go on.
  private func list(of id: String, _ writer: MarkupWriter) throws(ValueError) -> Wrap {
    guard let list = writer.changes.styles.listStyle(of: id) else { return Wrap() }
    let name = try Markup.attribute("text:style-name", list)
    return Wrap("<text:list\(name) text:continue-numbering=\"true\">", "</text:list>")
  }
}

extension Paragraphs: TemplateObject {
  /// `paragraphs`
  public var typeName: String { "paragraphs" }
  /// `段落列表`
  public var chineseTypeName: String { "段落列表" }
  /// Whether there are any.
  public var isTrue: Bool { !items.isEmpty }
  /// The paragraphs' texts, a line each.
  public var text: String? { items.map(\.content.plainText).joined(separator: "\n") }
  /// The paragraphs.
  public var elements: [Value]? { items.map { .object($0) } }
}

extension Paragraphs: MarkupObject {
  func level(at site: Site) -> Level { .blocks }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    for item in items { try item.write(into: &writer) }
  }
}
