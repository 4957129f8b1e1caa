import OfficeDocument
public import TemplateLanguage

/// Where a link leads.
public enum Link: Sendable, Hashable {
  /// An address: `https:`, `http:`, `mailto:`, `tel:`, `ftp:`, or `#` and a bookmark's name.
  case address(String)
  /// A hyperlink of the template's part by its relationship id, as docxtpl's `build_url_id` gives; text whose id
  /// the part does not have is no link.
  case relationship(String)
}

/// A link with a text to click on: `{{ x }}` prints it in the template's style for links.
public struct Hyperlink: Sendable, Hashable {
  /// The text to click on.
  public var label: String
  public var link: Link

  /// Makes a link; without a text the address is shown.
  public init(_ address: String, text: String? = nil) {
    label = text ?? address
    link = .address(address)
  }
}

extension Hyperlink: TemplateObject {
  /// `hyperlink`
  public var typeName: String { "hyperlink" }
  /// `超链接`
  public var chineseTypeName: String { "超链接" }
  /// The text to click on.
  public var text: String? { label }
}

extension Hyperlink: MarkupObject {
  func level(at site: Site) -> Level { .runs }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    var format = TextFormat()
    if writer.format == .docx {
      if writer.changes.styles.known("Hyperlink", .character) != nil {
        format.style = "Hyperlink"
      } else {
        format.color = Color(red: 0x05, green: 0x63, blue: 0xC1)
        format.underline = .single
      }
    }
    let runs = RunWriter(writer.around, keepsFormatting: true)
    try runs.write(RichText.Run(label, format, link: link), into: &writer)
  }
}
