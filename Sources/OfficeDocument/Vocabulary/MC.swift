package import XMLTree

/// Names of markup compatibility (ISO/IEC 29500-3).
package enum MC {
  package static let alternateContent = Name(Namespace.markupCompatibility, "AlternateContent")
  package static let choice = Name(Namespace.markupCompatibility, "Choice")
  package static let fallback = Name(Namespace.markupCompatibility, "Fallback")
}
