import OfficeDocument
import TemplateLanguage

/// What stands around the text of a link.
enum LinkMarkup {
  private static let relationshipsNamespace =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// Nil for no link, and for the id of a relationship that the part does not have.
  static func wrap(_ link: Link?, _ writer: inout MarkupWriter) throws(ValueError) -> Wrap? {
    guard let link else { return nil }
    let prefix = writer.prefix
    switch (link, writer.format) {
    case (.relationship(let id), .docx):
      return writer.changes.hasHyperlink(id, in: writer.entry) ? word(try reference(id), prefix) : nil
    case (.relationship, .odt): return nil
    case (.address(let address), .docx):
      if address.hasPrefix("#") {
        return Wrap(
          "<\(prefix)hyperlink\(try Markup.attribute("\(prefix)anchor", String(address.dropFirst())))>",
          "</\(prefix)hyperlink>")
      }
      let target = try LinkAddress.checked(address)
      return word(
        try reference(writer.changes.relationship(.hyperlink, to: target, from: writer.entry)), prefix)
    case (.address(let address), .odt):
      let target = address.hasPrefix("#") ? address : try LinkAddress.checked(address)
      return Wrap(
        "<text:a xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:type=\"simple\""
          + (try Markup.attribute("xlink:href", target)) + ">",
        "</text:a>")
    }
  }

  private static func reference(_ id: String) throws(ValueError) -> String {
    try Markup.attribute("r:id", id)
  }

  private static func word(_ id: String, _ prefix: String) -> Wrap {
    Wrap(
      "<\(prefix)hyperlink xmlns:r=\"\(relationshipsNamespace)\"\(id) \(prefix)tgtFrame=\"_blank\">",
      "</\(prefix)hyperlink>")
  }
}
