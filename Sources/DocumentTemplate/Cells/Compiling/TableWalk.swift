import OfficeDocument
import TemplateLanguage
import XMLTree

/// Walks over the rows of a table or the cells of a row, groups and content controls opened.
struct TableWalk {
  let dialect: Dialect
  let records: [TagRecord]

  /// Something met on the way.
  enum Step {
    /// A row, a cell, or OpenDocument's covered cell; `depth` blocks of the container are open around it.
    case carrier(Node, depth: Int)
    /// A tag between carriers.
    case tag(Node)
  }

  /// The rows of `table`, with the tags between them.
  func rows(of table: Node) -> [Step] {
    var steps: [Step] = []
    var depth = 0
    collect(.row, in: table, &steps, &depth)
    return steps
  }

  /// The cells of `row`, with the tags between them.
  func cells(of row: Node) -> [Step] {
    var steps: [Step] = []
    var depth = 0
    collect(.cell, in: row, &steps, &depth)
    return steps
  }

  private func collect(_ role: Role, in container: Node, _ steps: inout [Step], _ depth: inout Int) {
    for child in container.children {
      if child.kind == .instruction {
        guard let origin = child.markedTag else { continue }
        if case .closes? = records[origin].parsed?.role { depth -= 1 }
        steps.append(.tag(child))
        if case .opens? = records[origin].parsed?.role { depth += 1 }
        continue
      }
      switch dialect.role(of: child) {
      case role?: steps.append(.carrier(child, depth: depth))
      case .group?, .uncuttable?, .inline?, .object?: collect(role, in: child, &steps, &depth)
      default:
        if role == .cell, child.is(ODFTable.coveredTableCell) { steps.append(.carrier(child, depth: depth)) }
      }
    }
  }
}

extension [TableWalk.Step] {
  /// The rows or cells alone.
  var carriers: [Node] {
    compactMap { if case .carrier(let node, _) = $0 { node } else { nil } }
  }
}
