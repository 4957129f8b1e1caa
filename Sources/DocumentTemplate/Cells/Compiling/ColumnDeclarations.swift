import OfficeDocument
import XMLTree

/// The columns a table of OpenDocument declares.
enum ColumnDeclarations {
  /// The declarations, groups opened, each with the number of columns it stands for.
  static func columns(of table: Node) -> [(node: Node, count: Int)] {
    var found: [(node: Node, count: Int)] = []
    collect(table, &found)
    return found
  }

  private static func collect(_ container: Node, _ found: inout [(node: Node, count: Int)]) {
    for child in container.children {
      if child.is(ODFTable.tableColumn) {
        let count = Int(child.attribute(ODFTable.numberColumnsRepeated) ?? "1") ?? 1
        found.append((child, min(max(1, count), 16_384)))
      } else if isGroup(child) {
        collect(child, &found)
      }
    }
  }

  /// Whether `node` declares columns or holds what does.
  static func isDeclaration(_ node: Node) -> Bool { node.is(ODFTable.tableColumn) || isGroup(node) }

  private static func isGroup(_ node: Node) -> Bool {
    node.is(ODFTable.tableColumns) || node.is(ODFTable.tableHeaderColumns)
      || node.is(ODFTable.tableColumnGroup)
  }
}
