import OfficeDocument
import TemplateLanguage
import XMLTree

/// Opens up OpenDocument's repeated rows and cells (ODF 1.3 part 3, 19.675, 19.679) that hold tags, so that each
/// of them has tags of its own.
enum RepeatedCells {
  static func open(in tree: XMLTree, _ dialect: Dialect, _ delimiters: Delimiters) {
    guard dialect.format == .odt else { return }
    let repeated = tree.root.descendants.filter {
      $0.attribute(ODFTable.numberColumnsRepeated) != nil || $0.attribute(ODFTable.numberRowsRepeated) != nil
    }
    // From the inside out: the copies of a row have its cells opened up already.
    for node in repeated.reversed() where holdsTags(node, delimiters) {
      switch dialect.role(of: node) {
      case .row?: open(node, ODFTable.numberRowsRepeated)
      case .cell?: open(node, ODFTable.numberColumnsRepeated)
      default: continue
      }
    }
  }

  /// Puts copies of `node` behind it, so many that there are as many as it says; returns the copies.
  @discardableResult
  static func open(_ node: Node, _ name: Name) -> [Node] {
    guard let count = Int(node.attribute(name) ?? ""), (1...TableGrids.greatestRepetition).contains(count)
    else { return [] }
    node.removeAttribute(name)
    let copies = (1..<count).map { _ in node.copyDeep() }
    for copy in copies { node.insertAfter(copy) }
    return copies.reversed()
  }

  private static func holdsTags(_ node: Node, _ delimiters: Delimiters) -> Bool {
    var bytes: [UInt8] = []
    for descendant in node.descendants where descendant.kind == .text { bytes += descendant.textBytes }
    return TagScanner.mayHoldTags(bytes, delimiters)
  }
}
