import OfficeDocument
import XMLTree

/// A workbook whose tags are filled: what has changed in it, and where its rows have gone.
struct RenderedWorkbook {
  /// A sheet as it is now.
  struct Sheet {
    let cells: SheetCells
    let moves: RowMoves?
  }

  private let workbook: EmbeddedPackage
  private var moves: [String: RowMoves] = [:]
  /// The bytes of what has changed, by entry.
  var changed: [String: [UInt8]]

  init(_ workbook: EmbeddedPackage, fixed: [String: [UInt8]]) {
    self.workbook = workbook
    changed = fixed
  }

  /// Numbers the rows of a sheet anew, and moves what refers to them: merged cells, filters and tables.
  mutating func moveRows(of sheet: String, _ rows: SheetRows) throws(OfficeError) {
    let tree = try tree(of: sheet)
    let moves = RowMoves(numbering: tree, rows)
    self.moves[sheet] = moves
    tree.root.firstElement(S.dimension)?.remove()
    for node in Array(tree.root.descendants) where node.is(S.mergeCell) || node.is(S.autoFilter) {
      Self.setRange(of: node) { moves.moved($0) }
    }
    changed[sheet] = tree.serialize()
    for link in try workbook.relationships(of: sheet).all {
      guard let entry = link.partName, entry.hasPrefix("xl/tables/"), workbook.names.contains(entry) else {
        continue
      }
      let table = try self.tree(of: entry)
      Self.setRange(of: table.root) { moves.movedTable($0) }
      if let filter = table.root.firstElement(S.autoFilter) {
        Self.setRange(of: filter) { moves.movedTable($0) }
      }
      changed[entry] = table.serialize()
    }
  }

  /// The sheets by their names.
  func sheets() throws(OfficeError) -> [String: Sheet] {
    var shared: [String] = []
    if workbook.names.contains(SheetStrings.entry) {
      shared = try tree(of: SheetStrings.entry).root.elements(S.si).map(SheetCells.text)
    }
    var sheets: [String: Sheet] = [:]
    let links = try workbook.relationships(of: "xl/workbook.xml").all
    guard workbook.names.contains("xl/workbook.xml") else { return [:] }
    for sheet in try tree(of: "xl/workbook.xml").root.descendants where sheet.is(S.sheet) {
      guard let name = sheet.attribute(S.name), let id = sheet.attribute(Relationships.referenceID),
        let entry = links.first(where: { $0.id == id })?.partName, workbook.names.contains(entry)
      else { continue }
      sheets[name] = Sheet(cells: SheetCells(of: try tree(of: entry), shared: shared), moves: moves[entry])
    }
    return sheets
  }

  private func tree(of entry: String) throws(OfficeError) -> XMLTree {
    if let bytes = changed[entry] { return try OfficePackage.parse(bytes, of: entry) }
    return try OfficePackage.parse(try workbook.bytes(of: entry), of: entry)
  }

  private static func setRange(of node: Node, _ moved: (CellRange) -> CellRange) {
    guard let range = node.attribute(S.ref).flatMap({ CellRange($0[...]) }) else { return }
    node.setAttribute(S.ref, moved(range).text(isAbsolute: false))
  }
}
