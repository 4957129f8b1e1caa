public import OfficeDocument

/// Small OpenDocument text packages for tests.
public enum OpenDocumentFile {
  /// The namespaces tests may use, as attributes of a root element.
  public static let namespaces = """
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" \
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" \
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" \
    xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" \
    xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" \
    xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" \
    xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" \
    xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" \
    xmlns:xlink="http://www.w3.org/1999/xlink"
    """

  /// A package whose text holds `body`.
  ///
  /// - Parameters:
  ///   - parts: `master`: what `office:master-styles` holds; `meta`: what `office:meta` holds.
  ///   - styles: the common styles; `automatic`: the body's automatic styles.
  public static func package(
    _ body: String, parts: [(name: String, content: String)] = [], styles common: String = "",
    automatic: String = ""
  ) throws(OfficeError) -> OfficePackage {
    var files: [(name: String, bytes: [UInt8])] = [
      ("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)),
      (
        "content.xml",
        document(
          "document-content",
          (automatic.isEmpty ? "" : "<office:automatic-styles>\(automatic)</office:automatic-styles>")
            + "<office:body><office:text>\(body)</office:text></office:body>")
      ),
    ]
    var styles = common.isEmpty ? "" : "<office:styles>\(common)</office:styles>"
    for part in parts {
      switch part.name {
      case "master": styles += "<office:master-styles>\(part.content)</office:master-styles>"
      case "meta":
        files.append(("meta.xml", document("document-meta", "<office:meta>\(part.content)</office:meta>")))
      case let name where name.hasPrefix("Pictures/"): files.append((name, SmallPicture.png))
      default: files.append((part.name, Array(part.content.utf8)))
      }
    }
    files.append(("styles.xml", document("document-styles", styles)))
    let listed =
      ["/", "content.xml", "styles.xml"] + (files.contains { $0.name == "meta.xml" } ? ["meta.xml"] : [])
    let entries = listed.map { path in
      "<manifest:file-entry manifest:full-path=\"\(path)\" manifest:media-type=\""
        + (path == "/" ? "application/vnd.oasis.opendocument.text" : "text/xml") + "\"/>"
    }
    files.append(
      (
        "META-INF/manifest.xml",
        Array(
          ("<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
            + "manifest:version=\"1.3\">" + entries.joined() + "</manifest:manifest>").utf8)
      ))
    return try OfficePackage(files: files)
  }

  private static func document(_ root: String, _ content: String) -> [UInt8] {
    Array(
      ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:\(root) \(namespaces) office:version=\"1.3\">"
        + "\(content)</office:\(root)>").utf8)
  }
}
