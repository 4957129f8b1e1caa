public import OfficeDocument
public import TemplateLanguage

/// Another document as a value: `{{p x }}`, or `{{ x }}` alone in its paragraph, puts its text there.
///
/// It is merged from a file, with everything its text needs (styles, lists, pictures, charts, embedded files, notes,
/// comments, links), or made of ``DocumentBlock``s.
///
/// ```swift
/// let annex = try SubDocument(try OfficePackage(bytes))
/// let data: Mapping = ["annex": .object(annex)]
/// ```
///
/// The pages, headers and footers are those of the template; tags in a merged document are text.
public struct SubDocument: Sendable {
  /// What a merged document's paragraphs look like where its styles and the template's are called the same.
  public enum Styles: String, Sendable, Hashable, CaseIterable {
    /// As the template's styles of the same names say: the whole looks of a piece.
    case template
    /// As in the document they come from: styles that differ come along under other names.
    case own
  }

  enum Content: Sendable {
    case word(WordSource, Styles)
    case openDocument(OpenDocumentSource, Styles)
    case blocks([DocumentBlock])
  }

  let content: Content

  /// Makes a value of a document; it is read here, once.
  ///
  /// - Throws: `OfficeError` for a document that can't be read.
  public init(_ package: OfficePackage, styles: Styles = .template) throws(OfficeError) {
    content =
      switch package.format {
      case .docx: .word(try WordSource(package), styles)
      case .odt: .openDocument(try OpenDocumentSource(package), styles)
      }
  }

  /// Makes a document of blocks, in the template's styles.
  public init(_ blocks: [DocumentBlock]) { content = .blocks(blocks) }
}

extension SubDocument: TemplateObject {
  /// `document`
  public var typeName: String { "document" }
  /// `文档`
  public var chineseTypeName: String { "文档" }
  /// Whether there is anything in it.
  public var isTrue: Bool {
    switch content {
    case .word, .openDocument: true
    case .blocks(let blocks): !blocks.isEmpty
    }
  }
}

extension SubDocument: MarkupObject {
  func level(at site: Site) -> Level { .blocks }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    var endsWithParagraph = true
    switch content {
    case .word(let source, let styles):
      guard writer.format == .docx else { throw ValueError(.otherFormat(.docx, wanted: writer.format)) }
      try writer.changes.merger(of: source, styles).write(into: &writer)
      endsWithParagraph = source.endsWithParagraph
    case .openDocument(let source, let styles):
      guard writer.format == .odt else { throw ValueError(.otherFormat(.odt, wanted: writer.format)) }
      try writer.changes.merger(of: source, styles).write(into: &writer)
    case .blocks(let blocks):
      for block in blocks { try block.write(into: &writer) }
      endsWithParagraph = blocks.last?.isTable != true
    }
    if !endsWithParagraph, writer.site.needsParagraphBehind { writer.write("<\(writer.prefix)p/>") }
  }
}
