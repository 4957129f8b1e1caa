import OfficeDocument
import TemplateLanguage

/// A picture as a run of WordprocessingML (ISO/IEC 29500-1, 20.4.2.8).
struct WordPicture {
  let picture: Picture
  let size: PictureSize
  /// Where it stands in front of the text; nil for a picture in the line.
  var place: PlacedPicture?

  private static let main = "http://schemas.openxmlformats.org/drawingml/2006/main"
  private static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  private static let pictures = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    let prefix = writer.prefix
    let number = writer.changes.counters.drawingID()
    let description =
      try picture.alternativeText.map { (text) throws(ValueError) in try Markup.attribute("descr", text) }
      ?? ""
    var click = ""
    if let link = picture.link {
      let id = writer.changes.relationship(
        .hyperlink, to: try LinkAddress.checked(link), from: writer.entry)
      click = "<a:hlinkClick\(try Markup.attribute("r:id", id))/>"
    }
    let name = "Picture \(number)"
    let extent = "cx=\"\(size.width)\" cy=\"\(size.height)\""
    let properties = "id=\"\(number)\" name=\"\(name)\"\(description)>\(click)"
    writer.write(
      "<\(prefix)r><\(prefix)drawing><wp:\(element) xmlns:wp=\"\(Self.drawing)\" xmlns:a=\"\(Self.main)\""
        + " xmlns:pic=\"\(Self.pictures)\" xmlns:r=\"\(Self.relationships)\""
        + " distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"\(position(number))<wp:extent \(extent)/>"
        + (place == nil ? "" : "<wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>")
        + "<wp:docPr \(properties)</wp:docPr><wp:cNvGraphicFramePr>"
        + "<a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
        + "<a:graphic><a:graphicData uri=\"\(Self.pictures)\"><pic:pic><pic:nvPicPr>"
        + "<pic:cNvPr \(properties)</pic:cNvPr><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
        + (try blip(writer))
        + "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>"
        + "<a:ext \(extent)/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>"
        + "</a:graphicData></a:graphic></wp:\(element)></\(prefix)drawing></\(prefix)r>")
  }

  private var element: String { place == nil ? "inline" : "anchor" }

  /// The rest of the start tag, and the position (20.4.2.3).
  private func position(_ number: Int) -> String {
    guard let place else { return ">" }
    return " simplePos=\"0\" relativeHeight=\"\(number)\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\""
      + " allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
      + "<wp:positionH relativeFrom=\"column\"><wp:posOffset>\(place.left.emu)</wp:posOffset></wp:positionH>"
      + "<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>\(place.top.emu)</wp:posOffset></wp:positionV>"
  }

  /// A drawing goes by the extension that Word has for it (MS-ODRAWXML, 2.3.21), beside the picture that other
  /// readers show; where there is none, the drawing itself, which LibreOffice shows.
  private func blip(_ writer: MarkupWriter) throws(ValueError) -> String {
    let id = writer.changes.picture(picture.data, for: writer.entry)
    guard picture.data.format == .svg else { return "<a:blip\(try Markup.attribute("r:embed", id))/>" }
    let shown = picture.fallback.map { writer.changes.picture($0, for: writer.entry) } ?? id
    return "<a:blip\(try Markup.attribute("r:embed", shown))>\(Self.drawingExtension(id, "a:"))</a:blip>"
  }

  /// `a:extLst` of `a:blip` for the drawing with the relationship `id`.
  static func drawingExtension(_ id: String, _ prefix: String) -> String {
    "<\(prefix)extLst><\(prefix)ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip"
      + " xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\""
      + " xmlns:r=\"\(relationships)\" r:embed=\"\(id)\"/></\(prefix)ext></\(prefix)extLst>"
  }
}
