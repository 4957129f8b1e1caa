import OfficeDocument
import TemplateLanguage
import XMLTree

/// A picture as a frame of OpenDocument (ODF 1.3 part 3, 10.4.2).
struct OpenDocumentPicture {
  let picture: Picture
  let size: PictureSize
  /// Where it stands in front of the text; nil for a picture in the line.
  var place: PlacedPicture?

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    let path = writer.changes.picture(picture.data, for: writer.entry)
    let name = writer.changes.counters.makeText(
      of: Identity(space: .name, text: "Picture \(writer.changes.counters.drawingID())"))
    var link = Wrap()
    if let address = picture.link {
      let target = try Markup.attribute("xlink:href", try LinkAddress.checked(address))
      link = Wrap(
        "<draw:a xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
          + " xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:type=\"simple\"\(target)>",
        "</draw:a>")
    }
    let description =
      try picture.alternativeText.map { (text) throws(ValueError) in
        "<svg:desc>\(try Markup.text(text))</svg:desc>"
      } ?? ""
    writer.write(link.before)
    writer.write(
      "<draw:frame xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
        + " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
        + (try Markup.attribute("draw:name", name))
        + anchor(writer) + " svg:width=\"\(Length(emu: size.width).openDocument)\""
        + " svg:height=\"\(Length(emu: size.height).openDocument)\"><draw:image"
        + (try Markup.attribute("xlink:href", path))
        + " xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>\(description)</draw:frame>")
    writer.write(link.after)
  }

  private func anchor(_ writer: MarkupWriter) -> String {
    guard let place else { return " text:anchor-type=\"as-char\"" }
    let style = writer.changes.name(of: Self.inFront, in: writer.entry)
    return " text:anchor-type=\"paragraph\" draw:style-name=\"\(style)\""
      + " svg:x=\"\(place.left.points)\" svg:y=\"\(place.top.points)\""
  }

  /// Over the text, counted from the corner of the paragraph's area (ODF 1.3 part 3, 20.402, 20.410).
  private static let inFront = AutomaticStyle(
    wrap: Wrap(
      "<style:style xmlns:style=\"\(Namespace.style)\" style:name=\"",
      "\" style:family=\"graphic\"><style:graphic-properties style:wrap=\"run-through\""
        + " style:run-through=\"foreground\" style:flow-with-text=\"false\""
        + " style:horizontal-pos=\"from-left\" style:horizontal-rel=\"paragraph\""
        + " style:vertical-pos=\"from-top\" style:vertical-rel=\"paragraph\"/></style:style>"))
}
