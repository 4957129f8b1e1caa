import OfficeDocument
import XMLTree

extension CellCompiler {
  /// The columns of a table: their widths, and their declarations, taken out of the tree if they are to be
  /// written anew.
  mutating func openDocumentColumns(
    of table: Node, _ isDynamic: Bool
  ) -> (widths: [Int]?, markup: [UInt8], isRelative: Bool) {
    guard isDynamic else { return (nil, [], false) }
    let columns = ColumnDeclarations.columns(of: table)
    var absolute: [Int]? = []
    var relative: [Int]? = []
    for (node, count) in columns {
      let widths = styles.columnWidths(node.attribute(ODFTable.styleName))
      absolute = absolute.flatMap { all in widths.absolute.map { all + Array(repeating: $0, count: count) } }
      relative = relative.flatMap { all in widths.relative.map { all + Array(repeating: $0, count: count) } }
    }
    let declarations = table.elements.filter { ColumnDeclarations.isDeclaration($0) }
    let markup = declarations.flatMap { $0.serialize() }
    for declaration in declarations { declaration.remove() }
    let widths = [absolute, relative].compactMap { $0 }.first { $0.contains { $0 > 0 } }
    return (widths, markup, relative?.contains { $0 > 0 } == true)
  }
}
