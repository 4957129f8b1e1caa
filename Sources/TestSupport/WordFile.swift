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
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"
    """

  /// A package whose body holds `body`.
  ///
  /// - Parameter parts: further parts by kind (`header1`, `footer1`, `footnotes`, `endnotes`, `comments`), each
  ///   with what its root holds; `core`, `app` and `custom` are whole documents' properties.
  public static func package(
    _ body: String, parts: [(name: String, content: String)] = []
  ) throws(OfficeError) -> OfficePackage {
    var types = [
      override(
        "word/document.xml",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")
    ]
    var rootLinks = [relationship(1, "officeDocument", "word/document.xml")]
    var links: [String] = []
    var files: [(name: String, bytes: [UInt8])] = [
      ("word/document.xml", document("w:document", "<w:body>\(body)</w:body>"))
    ]
    for (index, part) in parts.enumerated() {
      let kind = part.name.filter { !$0.isNumber }
      switch kind {
      case "core":
        files.append(("docProps/core.xml", Array(part.content.utf8)))
        types.append(
          override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
        rootLinks.append(
          "<Relationship Id=\"rId\(index + 10)\" Type=\"http://schemas.openxmlformats.org/package/2006/"
            + "relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>")
      case "media":
        files.append(("word/media/\(part.content)", SmallPicture.png))
        links.append(relationship(index + 10, "image", "media/\(part.content)"))
      default:
        let root = ["header": "w:hdr", "footer": "w:ftr"][kind] ?? "w:\(kind)"
        files.append(("word/\(part.name).xml", document(root, part.content)))
        types.append(
          override(
            "word/\(part.name).xml",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.\(kind)+xml"))
        links.append(relationship(index + 10, kind, "\(part.name).xml"))
      }
    }
    files.append(("[Content_Types].xml", contentTypes(types)))
    files.append(("_rels/.rels", relationships(rootLinks)))
    if !links.isEmpty { files.append(("word/_rels/document.xml.rels", relationships(links))) }
    return try OfficePackage(files: files)
  }

  private static func document(_ root: String, _ content: String) -> [UInt8] {
    Array(
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<\(root) \(namespaces)>\(content)</\(root)>"
        .utf8)
  }

  private static func override(_ part: String, _ type: String) -> String {
    "<Override PartName=\"/\(part)\" ContentType=\"\(type)\"/>"
  }

  private static func relationship(_ number: Int, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"rId\(number)\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
      + "\(kind)\" Target=\"\(target)\"/>"
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
