import OfficeDocument
import TemplateLanguage
import XMLTree

/// Puts the shared strings of a workbook that hold tags into the cells that show them, where values can take their
/// place: a shared string is text for ever, a cell may come to hold a number (ISO/IEC 29500-1, 18.4.8).
struct SheetStrings {
  /// The texts with tags by their number.
  private var tagged: [String: String] = [:]
  /// The numbers of the texts in which there is nothing to see.
  private var blank: Set<String> = []
  /// The shared strings without tags, if there were any with tags.
  private(set) var cleared: [UInt8]?

  static let entry = "xl/sharedStrings.xml"

  init(_ workbook: EmbeddedPackage, _ delimiters: Delimiters) throws(OfficeError) {
    guard workbook.names.contains(Self.entry) else { return }
    let tree = try OfficePackage.parse(try workbook.bytes(of: Self.entry), of: Self.entry)
    for (index, item) in tree.root.elements(S.si).enumerated() {
      let text = SheetCells.text(of: item)
      if Self.isBlank(text) { blank.insert(String(index)) }
      guard TagScanner.mayHoldTags(Array(text.utf8), delimiters) else { continue }
      tagged[String(index)] = text
      for child in Array(item.children) { child.remove() }
      item.append(tree.makeElement(S.t))
    }
    if !tagged.isEmpty { cleared = tree.serialize() }
  }

  /// Moves the texts into a sheet's cells.
  func move(into tree: XMLTree) {
    guard !tagged.isEmpty else { return }
    for cell in Array(tree.root.descendants) where cell.is(S.c) && cell.attribute(S.type) == "s" {
      guard let value = cell.firstElement(S.v),
        let text = tagged[value.children.map(\.text).joined()]
      else { continue }
      value.remove()
      cell.setAttribute(S.type, "inlineStr")
      let (holder, inner) = (tree.makeElement(S.is), tree.makeElement(S.t))
      inner.setAttribute(Name(Namespace.xml, "space"), "preserve")
      inner.append(tree.makeText(text))
      holder.append(inner)
      cell.append(holder)
    }
  }

  /// Whether there is nothing to see in a cell.
  func isBlank(_ cell: Node) -> Bool {
    let value = cell.firstElement(S.v)?.children.map(\.text).joined() ?? ""
    if cell.attribute(S.type) == "s" { return value.isEmpty || blank.contains(value) }
    return Self.isBlank(cell.firstElement(S.is).map(SheetCells.text) ?? value)
  }

  private static func isBlank(_ text: String) -> Bool {
    text.utf8.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
  }

  /// Lets the cells that hold nothing but one value have the value's type; returns the tags of those values.
  static func bind(_ tree: XMLTree, _ records: [TagRecord], _ marks: inout MarkTable) -> Set<Int> {
    var bound: Set<Int> = []
    for marker in MarkerList(below: tree.root).markers {
      guard records[marker.origin].parsed?.role == .output, let text = marker.node.parent, text.is(S.t),
        Array(text.children).count == 1, let holder = text.parent, holder.is(S.is),
        let cell = holder.parent, cell.is(S.c)
      else { continue }
      cell.append(marker.node)
      holder.remove()
      cell.setAttribute(S.type, marker: marks.add(.attribute([.sheetType(marker.origin)], .text)))
      bound.insert(marker.origin)
    }
    return bound
  }
}
