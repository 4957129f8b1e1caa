public import OfficeDocument

/// Small Word packages for tests.
public enum WordFile {
  /// The namespaces tests may use, as attributes of a root element.
  public static let namespaces = """
    xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" \
    xmlns:o="urn:schemas-microsoft-com:office:office" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" \
    xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" \
    xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" \
    xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram"
    """

  /// A kind of part that is not one of WordprocessingML's own: its place, root, content type and relationship.
  private struct Foreign {
    let path: String
    let root: String
    let type: String
    let relationship: String

    static let kinds = [
      "chart": Foreign(
        path: "charts/", root: "c:chartSpace",
        type: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
        relationship: officeBase + "chart"),
      "diagram": Foreign(
        path: "diagrams/", root: "dgm:dataModel",
        type: "application/vnd.openxmlformats-officedocument.drawingml.diagramData+xml",
        relationship: officeBase + "diagramData"),
      "drawing": Foreign(
        path: "diagrams/", root: "dsp:drawing",
        type: "application/vnd.ms-office.drawingml.diagramDrawing+xml",
        relationship: "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"),
    ]
  }

  private static let officeBase = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let packageBase = "http://schemas.openxmlformats.org/package/2006/relationships/"

  /// A package whose body holds `body`.
  ///
  /// - Parameter parts: further parts by kind (`header1`, `footer1`, `footnotes`, `endnotes`, `comments`, `styles`,
  ///   `numbering`, `settings`, `chart1`, `diagram1`, `drawing1`), each with what its root holds; `core`, `app` and
  ///   `custom` are whole documents' properties; `links` are the addresses of hyperlinks, one a line; `media` is a
  ///   picture's name. The first has the relationship rId10, the next rId11, and so on.
  public static func package(
    _ body: String, parts: [(name: String, content: String)] = []
  ) throws(OfficeError) -> OfficePackage {
    var types = [
      override(
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
    ]
    var rootLinks = [relationship(1, officeBase + "officeDocument", "word/document.xml")]
    var links: [String] = []
    var files: [(name: String, bytes: [UInt8])] = [
      ("word/document.xml", document("w:document", "<w:body>\(body)</w:body>"))
    ]
    for (index, part) in parts.enumerated() {
      let kind = part.name.filter { !$0.isNumber }
      switch kind {
      case "core", "app", "custom":
        let (type, link) = properties[kind] ?? ("", "")
        files.append(("docProps/\(kind).xml", Array(part.content.utf8)))
        types.append(override("docProps/\(kind).xml", type))
        rootLinks.append(relationship(index + 10, link, "docProps/\(kind).xml"))
      case "links":
        for (line, address) in part.content.split(separator: "\n").enumerated() {
          links.append(relationship(100 + line, officeBase + "hyperlink", String(address), isExternal: true))
        }
      case "media":
        files.append(("word/media/\(part.content)", SmallPicture.png))
        links.append(relationship(index + 10, officeBase + "image", "media/\(part.content)"))
      case let kind where Foreign.kinds[kind] != nil:
        guard let foreign = Foreign.kinds[kind] else { continue }
        files.append(("word/\(foreign.path)\(part.name).xml", document(foreign.root, part.content)))
        types.append(override("word/\(foreign.path)\(part.name).xml", foreign.type))
        links.append(relationship(index + 10, foreign.relationship, "\(foreign.path)\(part.name).xml"))
      default:
        let root = roots[kind] ?? "w:\(kind)"
        files.append(("word/\(part.name).xml", document(root, part.content)))
        types.append(
          override(
            "word/\(part.name).xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml"))
        links.append(relationship(index + 10, officeBase + kind, "\(part.name).xml"))
      }
    }
    files.append(("[Content_Types].xml", contentTypes(types)))
    files.append(("_rels/.rels", relationships(rootLinks)))
    if !links.isEmpty { files.append(("word/_rels/document.xml.rels", relationships(links))) }
    return try OfficePackage(files: files)
  }

  /// The entry of a part that ``package(_:parts:)`` makes, and the root whose content the part is.
  public static func entry(of name: String) -> (path: String, root: String) {
    let kind = name.filter { !$0.isNumber }
    if let foreign = Foreign.kinds[kind] { return ("word/\(foreign.path)\(name).xml", foreign.root) }
    switch kind {
    case "core": return ("docProps/core.xml", "cp:coreProperties")
    case "app", "custom": return ("docProps/\(kind).xml", "Properties")
    case "links": return ("word/_rels/document.xml.rels", "Relationships")
    default: return ("word/\(name).xml", roots[kind] ?? "w:\(kind)")
    }
  }

  private static let roots = ["header": "w:hdr", "footer": "w:ftr"]

  private static func document(_ root: String, _ content: String) -> [UInt8] {
    Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<\(root) \(namespaces)>\(content)</\(root)>"
        .utf8)
  }

  private static func override(_ part: String, _ type: String) -> String {
    "<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>"
  }

  /// The content types and relationships of properties.
  private static let properties = [
    "core": (
      "application/vnd.openxmlformats-package.core-properties+xml", packageBase + "metadata/core-properties"
    ),
    "app": (
      "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      officeBase + "extended-properties"
    ),
    "custom": (
      "application/vnd.openxmlformats-officedocument.custom-properties+xml", officeBase + "custom-properties"
    ),
  ]

  private static func relationship(
    _ number: Int, _ type: String, _ target: String, isExternal: Bool = false
  ) -> String {
    "<Relationship Id=\"rId\(number)\" Type=\"\(type)\" Target=\"\(target)\""
      + (isExternal ? " TargetMode=\"External\"/>" : "/>")
  }

  private static func contentTypes(_ overrides: [String]) -> [UInt8] {
    Array(
      ("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Default Extension=\"png\" ContentType=\"image/png\"/>" + overrides.joined() + "</Types>").utf8)
  }

  private static func relationships(_ links: [String]) -> [UInt8] {
    Array(
      ("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + links.joined() + "</Relationships>").utf8)
  }
}
