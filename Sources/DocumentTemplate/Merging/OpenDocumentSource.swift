import OfficeDocument
import XMLTree

/// An OpenDocument text taken apart, to be merged into others: read once, merged any number of times.
final class OpenDocumentSource: Sendable {
  let package: OfficePackage
  let body: [MergePiece]
  let automatic: OpenDocumentStyleSheet
  let common: OpenDocumentStyleSheet
  /// The names of what links within the document lead to.
  let targets: Set<String>

  /// What stands before the text and declares what is in it.
  private static let declarations: Set<String> = [
    "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "forms",
    "tracked-changes",
    "alphabetical-index-auto-mark-file", "calculation-settings", "content-validations", "label-ranges",
    "named-expressions", "database-ranges", "data-pilot-tables", "consolidation", "dde-links",
    "soft-page-break",
  ]

  /// - Throws: `OfficeError` if a part can't be read.
  init(_ package: OfficePackage) throws(OfficeError) {
    self.package = package
    let tree = try OfficePackage.parse(try package.bytes(of: "content.xml"), of: "content.xml")
    guard let text = tree.root.firstElement(ODFOffice.body)?.firstElement(ODFOffice.text) else {
      throw OfficeError(part: "content.xml", .noText)
    }
    var marker = OpenDocumentReferences(fonts: Self.fonts(in: tree.root))
    targets = Set(
      tree.root.descendants.filter { $0.is(ODFText.bookmark) || $0.is(ODFText.bookmarkStart) }
        .compactMap { $0.attribute(ODFText.name) })
    let blocks = text.elements.filter { !Self.declarations.contains($0.localName) }
    for block in blocks { marker.mark(block) }
    body = blocks.filter { $0.parent == text }.flatMap { marker.pieces(of: $0) }
    let fonts = Self.fonts(in: tree.root)
    automatic = OpenDocumentStyleSheet(tree.root.firstElement(ODFOffice.automaticStyles), fonts: fonts)
    if package.contains("styles.xml") {
      let styles = try OfficePackage.parse(try package.bytes(of: "styles.xml"), of: "styles.xml").root
      common = OpenDocumentStyleSheet(styles.firstElement(ODFOffice.styles), fonts: Self.fonts(in: styles))
    } else {
      common = OpenDocumentStyleSheet(nil, fonts: [:])
    }
  }

  private static let declaredFonts = Name(Namespace.office, "font-face-decls")
  private static let family = Name(Namespace.svg, "font-family")

  static func fonts(in root: Node) -> [String: String] {
    var fonts: [String: String] = [:]
    for font in root.firstElement(declaredFonts)?.elements ?? [] {
      if let name = font.attribute(ODFStyle.name), let family = font.attribute(family) {
        fonts[name] = family
      }
    }
    return fonts
  }
}

/// The styles of one list of an OpenDocument file, by family and name.
struct OpenDocumentStyleSheet: Sendable {
  struct Key: Hashable, Sendable {
    let family: String
    let name: String
  }

  private(set) var styles: [Key: [MergePiece]] = [:]

  init(_ list: Node?, fonts: [String: String]) {
    for style in list?.elements ?? [] {
      guard let name = style.attribute(ODFStyle.name) else { continue }
      let family: String? =
        switch (style.namespace, style.localName) {
        case (Namespace.style.description, "style"): style.attribute(ODFStyle.family)
        case (Namespace.text.description, "list-style"): "list"
        case ("urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", _): "data"
        default: nil
        }
      guard let family else { continue }
      var marker = OpenDocumentReferences(fonts: fonts)
      marker.mark(nameOf: style, name)
      marker.mark(style)
      styles[Key(family: family, name: name)] = marker.pieces(of: style)
    }
  }
}
