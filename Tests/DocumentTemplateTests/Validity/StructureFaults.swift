import OfficeDocument
import XMLTree

/// Says what is wrong with the structure of a document's main part, by rules that need no schema: what a block left
/// out or repeated must not break.
enum StructureFaults {
  static func of(_ root: Node, _ format: OfficeFormat) -> [String] {
    var faults: [String] = []
    for node in root.descendants where node.kind == .element {
      faults += format == .docx ? word(node) : openDocument(node)
    }
    return faults + (format == .docx ? wordNumbers(root) : openDocumentNames(root))
  }

  // MARK: Word

  private static func word(_ node: Node) -> [String] {
    let children = node.elements
    if node.is(W.tc) {
      // ISO/IEC 29500-1, 17.4.65.
      return endsWithParagraph(children) ? [] : ["a cell does not end with a paragraph"]
    }
    if node.is(W.tr), !children.contains(where: { $0.is(W.tc) }) { return ["a row without cells"] }
    if node.is(W.sdtContent), children.isEmpty { return ["an empty content control"] }
    guard node.is(W.tbl) else { return [] }
    let rows = children.filter { $0.is(W.tr) }
    if rows.isEmpty { return ["a table without rows"] }
    let columns = node.firstElement(W.tblGrid)?.elements(W.gridCol).count ?? 0
    return rows.compactMap { row in
      var count =
        number(W.gridBefore, row.firstElement(W.trPr)) + number(W.gridAfter, row.firstElement(W.trPr))
      for cell in row.elements(W.tc) { count += max(1, number(W.gridSpan, cell.firstElement(W.tcPr))) }
      return count == columns ? nil : "a row of \(count) columns in a table of \(columns)"
    }
  }

  /// Content controls don't count.
  private static func endsWithParagraph(_ blocks: [Node]) -> Bool {
    guard let last = blocks.last else { return false }
    return last.is(W.p)
      || last.is(W.sdt) && endsWithParagraph(last.firstElement(W.sdtContent)?.elements ?? [])
  }

  private static func number(_ name: Name, _ properties: Node?) -> Int {
    properties?.firstElement(name)?.attribute(W.val).flatMap { Int($0) } ?? 0
  }

  private static func wordNumbers(_ root: Node) -> [String] {
    let drawings = root.descendants.filter { $0.localName == "docPr" }.compactMap {
      $0.attribute(Name("", "id"))
    }
    return Set(drawings).count == drawings.count ? [] : ["drawings share a number"]
  }

  // MARK: OpenDocument

  private static func openDocument(_ node: Node) -> [String] {
    let children = node.elements
    if node.is(ODFText.list), children.isEmpty { return ["an empty list"] }
    if node.is(ODFText.listItem), children.isEmpty { return ["an empty list item"] }
    if node.is(ODFTable.tableRow), children.isEmpty { return ["a row without cells"] }
    guard node.is(ODFTable.table) else { return [] }
    let rows = children.filter { $0.is(ODFTable.tableRow) }
    if rows.isEmpty { return ["a table without rows"] }
    let grid = TableGrid(openDocumentTable: node)
    return grid.faults
  }

  private static func openDocumentNames(_ root: Node) -> [String] {
    let named = [ODFTable.table, ODFText.section, ODFDraw.frame]
    let attributes = [ODFTable.name, ODFText.name, ODFDraw.name]
    return zip(named, attributes).flatMap { element, attribute in
      let names = root.descendants.filter { $0.is(element) }.compactMap { $0.attribute(attribute) }
      return Set(names).count == names.count ? [] : ["\(element.local)s share a name"]
    }
  }
}
