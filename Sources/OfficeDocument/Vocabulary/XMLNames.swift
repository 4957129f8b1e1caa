package import XMLTree

/// Names that XML itself defines (XML 1.0, 2.10).
package enum XMLNames {
  package static let space = Name(Namespace.xml, "space")
}
