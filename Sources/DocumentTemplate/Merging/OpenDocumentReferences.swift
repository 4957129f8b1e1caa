import OfficeDocument
import XMLTree

/// Finds what means something in its own OpenDocument file only, and puts slots in its place.
struct OpenDocumentReferences {
  /// The families of the fonts that the document declares, by the names its styles know them by.
  let fonts: [String: String]
  private(set) var slots = SlotTable()

  private static let text = Namespace.text.description
  private static let table = Namespace.table.description
  private static let drawing = Namespace.drawing.description
  private static let style = Namespace.style.description
  private static let office = Namespace.office.description
  private static let link = "http://www.w3.org/1999/xlink"
  /// What belongs to records, forms and links that stay behind.
  private static let dropped: Set<String> = [
    "change", "change-start", "change-end", "tracked-changes", "soft-page-break", "section-source", "control",
    "event-listeners",
  ]
  /// Fields whose values are declared elsewhere in the document; what they show comes along.
  private static let variables: Set<String> = [
    "variable-set", "variable-get", "variable-input", "user-field-get", "user-field-input", "user-defined",
    "database-display", "expression", "dde-connection",
  ]

  init(fonts: [String: String]) {
    self.fonts = fonts
  }

  func pieces(of node: Node) -> [MergePiece] { slots.pieces(of: node) }

  /// Puts slots in the place of what is below `top`, and of its own attributes.
  mutating func mark(_ top: Node) {
    for element in [top] + top.descendants.filter({ $0.kind == .element }) {
      if element != top, Self.dropped.contains(element.localName) {
        element.remove()
        continue
      }
      if element.namespace == Self.text, Self.variables.contains(element.localName) {
        element.replace(with: Array(element.children))
        continue
      }
      spellOutFonts(element)
      var table = slots
      element.markAttributes { attribute in
        Self.slot(attribute, of: element).map { table.add($0) }
      }
      slots = table
      element.removeAttributes { $0.localName == "master-page-name" || $0.localName == "mime-type" }
    }
  }

  /// Puts a slot in the place of a style's own name.
  mutating func mark(nameOf style: Node, _ name: String) {
    style.setAttribute(ODFStyle.name, marker: slots.add(.styleName(name)))
  }

  private static func slot(_ attribute: Attribute, of element: Node) -> MergeSlot? {
    let (name, value) = (attribute.localName, attribute.value)
    guard !value.isEmpty else { return nil }
    if name.hasSuffix("style-name") || name == "style-override" {
      return family(of: attribute, element).map { .openDocumentStyle(value, family: $0) }
    }
    switch (attribute.namespace, name) {
    case (link, "href"):
      if value.hasPrefix("#") { return nil }
      return ["image", "object", "object-ole", "fill-image", "plugin"].contains(element.localName)
        || element.localName == "background-image" || element.localName == "list-level-style-image"
        ? .path(value) : nil
    case (drawing, "name"), (table, "name"): return .name(value)
    case (text, "name"):
      let named = [
        "bookmark", "bookmark-start", "bookmark-end", "section", "reference-mark",
        "reference-mark-start", "reference-mark-end",
      ]
      return named.contains(element.localName) || element.localName.hasSuffix("-index")
        || element.localName == "table-of-content" ? .name(value) : nil
    case (office, "name"), (text, "ref-name"), (text, "continue-list"), (drawing, "chain-next-name"):
      return element.localName == "sequence" ? nil : .name(value)
    case (text, "id"), (drawing, "id"): return .name(value)
    case (Namespace.xml.description, "id"): return .name(value)
    default: return nil
    }
  }

  /// The family of the style that an attribute names (ODF 1.3 part 3, 16.2).
  private static func family(of attribute: Attribute, _ element: Node) -> String? {
    switch attribute.localName {
    case "data-style-name": return "data"
    case "list-style-name", "style-override": return "list"
    case "default-cell-style-name": return "table-cell"
    case "text-style-name" where attribute.namespace == drawing: return "paragraph"
    case "parent-style-name", "next-style-name", "apply-style-name":
      return element.localName == "map"
        ? element.parent?.attribute(ODFStyle.family) : element.attribute(ODFStyle.family)
    case "citation-style-name", "citation-body-style-name", "visited-style-name", "main-entry-style-name":
      return "text"
    case "default-style-name": return "paragraph"
    case "leader-text-style-name": return "text"
    case "style-name", "cond-style-name", "class-names": break
    default: return nil
    }
    switch (element.namespace, element.localName) {
    case (table, "table"): return "table"
    case (table, "table-column"): return "table-column"
    case (table, "table-row"): return "table-row"
    case (table, _): return "table-cell"
    case (drawing, _), ("urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0", _): return "graphic"
    case (text, "list"), (text, "numbered-paragraph"): return "list"
    case (text, "section"), (text, "table-of-content"), (text, "illustration-index"), (text, "table-index"),
      (text, "object-index"), (text, "user-index"), (text, "alphabetical-index"), (text, "bibliography"),
      (text, "index-title"):
      return "section"
    case (text, "ruby"): return "ruby"
    case (text, "p"), (text, "h"), (text, "index-title-template"), (text, "index-source-style"):
      return "paragraph"
    case (text, let name) where name.hasSuffix("-entry-template"): return "paragraph"
    case (text, _), (style, "drop-cap"): return "text"
    default: return nil
    }
  }

  private static let fontNames: [(name: Name, family: Name)] = [
    (Name(Namespace.style, "font-name"), Name(Namespace.formatting, "font-family")),
    (Name(Namespace.style, "font-name-asian"), Name(Namespace.style, "font-family-asian")),
    (Name(Namespace.style, "font-name-complex"), Name(Namespace.style, "font-family-complex")),
  ]

  /// Names a font by its family, so that it needs no declaration.
  private func spellOutFonts(_ element: Node) {
    guard element.namespace == Self.style || element.namespace == Self.text else { return }
    for (name, family) in Self.fontNames {
      guard let value = element.attribute(name), let font = fonts[value] else { continue }
      element.removeAttribute(name)
      if element.attribute(family) == nil { element.setAttribute(family, font) }
    }
  }
}
