package import XMLTree

/// Names of OpenDocument's style: namespace (OASIS ODF 1.3 part 3, 16).
package enum ODFStyle {
  package static let style = Name(Namespace.style, "style")
  package static let name = Name(Namespace.style, "name")
  package static let displayName = Name(Namespace.style, "display-name")
  package static let family = Name(Namespace.style, "family")
  package static let parentStyleName = Name(Namespace.style, "parent-style-name")
  package static let tableColumnProperties = Name(Namespace.style, "table-column-properties")
  package static let tableCellProperties = Name(Namespace.style, "table-cell-properties")
  package static let columnWidth = Name(Namespace.style, "column-width")
  package static let relColumnWidth = Name(Namespace.style, "rel-column-width")
  package static let backgroundColor = Name(Namespace.formatting, "background-color")
  package static let listStyleName = Name(Namespace.style, "list-style-name")
  package static let paragraphProperties = Name(Namespace.style, "paragraph-properties")
  package static let textProperties = Name(Namespace.style, "text-properties")
}
