import OfficeDocument
import XMLTree

/// A paragraph that carries the break at the end of its section (ISO/IEC 29500-1, 17.6.18).
enum SectionEnd {
  /// Removes a carrier; one that ends a section stays for that, empty.
  static func removeUnlessEnd(_ carrier: Node) {
    guard let properties = carrier.firstElement(W.pPr), properties.firstElement(W.sectPr) != nil else {
      carrier.remove()
      return
    }
    for child in Array(carrier.children) where child != properties { child.remove() }
  }
}
