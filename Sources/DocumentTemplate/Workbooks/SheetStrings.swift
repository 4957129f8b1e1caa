import OfficeDocument
import TemplateLanguage
import XMLTree

/// Puts the shared strings of a workbook that hold tags into the cells that show them, where values can take their
/// place: a shared string is text for ever, a cell may come to hold a number (ISO/IEC 29500-1, 18.4.8).
struct SheetStrings {
  private static let namespace: StaticString = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let cell = Name(namespace, "c")
  private static let value = Name(namespace, "v")
  private static let inline = Name(namespace, "is")
  private static let text = Name(namespace, "t")
  private static let item = Name(namespace, "si")
  private static let phonetic = Name(namespace, "rPh")
  private static let type = Name("", "t")

  /// The texts with tags by their number.
  private var tagged: [String: String] = [:]
  /// The shared strings without tags, if there were any with tags.
  private(set) var cleared: [UInt8]?

  static let entry = "xl/sharedStrings.xml"

  init(_ workbook: EmbeddedPackage) throws(OfficeError) {
    guard workbook.names.contains(Self.entry) else { return }
    let tree = try OfficePackage.parse(try workbook.bytes(of: Self.entry), of: Self.entry)
    for (index, item) in tree.root.elements(Self.item).enumerated() {
      let texts = item.descendants.filter { $0.is(Self.text) && $0.ancestor(Self.phonetic) == nil }
      let text = texts.map { $0.children.map(\.text).joined() }.joined()
      guard TagScanner.mayHoldTags(Array(text.utf8)) else { continue }
      tagged[String(index)] = text
      for child in Array(item.children) { child.remove() }
      item.append(tree.makeElement(Self.text))
    }
    if !tagged.isEmpty { cleared = tree.serialize() }
  }

  /// Moves the texts into a sheet's cells.
  func move(into tree: XMLTree) {
    guard !tagged.isEmpty else { return }
    for cell in Array(tree.root.descendants) where cell.is(Self.cell) && cell.attribute(Self.type) == "s" {
      guard let value = cell.firstElement(Self.value),
        let text = tagged[value.children.map(\.text).joined()]
      else { continue }
      value.remove()
      cell.setAttribute(Self.type, "inlineStr")
      let (holder, inner) = (tree.makeElement(Self.inline), tree.makeElement(Self.text))
      inner.setAttribute(Name(Namespace.xml, "space"), "preserve")
      inner.append(tree.makeText(text))
      holder.append(inner)
      cell.append(holder)
    }
  }

  /// Lets the cells that hold nothing but one value have the value's type; returns the tags of those values.
  static func bind(_ tree: XMLTree, _ records: [TagRecord], _ marks: inout MarkTable) -> Set<Int> {
    var bound: Set<Int> = []
    for marker in MarkerList(below: tree.root).markers {
      guard records[marker.origin].parsed?.role == .output, let text = marker.node.parent, text.is(self.text),
        Array(text.children).count == 1, let holder = text.parent, holder.is(inline),
        let cell = holder.parent, cell.is(self.cell)
      else { continue }
      cell.append(marker.node)
      holder.remove()
      cell.setAttribute(type, marker: marks.add(.attribute([.sheetType(marker.origin)], .text)))
      bound.insert(marker.origin)
    }
    return bound
  }
}
