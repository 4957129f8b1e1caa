import OfficeDocument
import XMLTree

/// Where an OpenDocument part takes new automatic styles.
struct AutomaticStylesPlace: Sendable, Equatable {
  /// Whether `office:automatic-styles` must be made.
  let makesElement: Bool
  /// The names of styles that are taken.
  let names: Set<String>

  /// Puts a mark at the end of the part's automatic styles, or where they belong (ODF 1.3 part 3, 3.1.3).
  static func mark(in tree: XMLTree, _ marks: inout MarkTable) {
    let names = Set(
      [ODFOffice.styles, ODFOffice.automaticStyles].flatMap { tree.root.elements($0) }
        .flatMap(\.elements).compactMap { $0.attribute(ODFStyle.name) })
    if let styles = tree.root.firstElement(ODFOffice.automaticStyles) {
      styles.append(
        marks.node(.automaticStyles(AutomaticStylesPlace(makesElement: false, names: names)), in: tree))
    } else if let next = tree.root.firstElement(ODFOffice.masterStyles)
      ?? tree.root.firstElement(ODFOffice.body)
    {
      next.insertBefore(
        marks.node(.automaticStyles(AutomaticStylesPlace(makesElement: true, names: names)), in: tree))
    }
  }
}
