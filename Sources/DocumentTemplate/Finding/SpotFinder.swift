import Diagnostics
import OfficeDocument
import XMLTree

/// Says where a node stands, by counting what is before it.
struct SpotFinder {
  let dialect: Dialect
  let part: DocumentPart

  /// The spot of `node`, as the scanner of paragraphs counts.
  func spot(of node: Node) -> DocumentSpot {
    var steps: [DocumentSpot.Step] = []
    var current: Node? = node
    while let element = current {
      switch dialect.role(of: element) {
      case .paragraph?: steps.append(.paragraph(number(of: element, .paragraph)))
      case .table?: steps.append(.table(number(of: element, .table)))
      case .row?: steps.append(.row(number(of: element, .row)))
      case .cell?: steps.append(.cell(number(of: element, .cell)))
      default: break
      }
      current = element.parent
    }
    return DocumentSpot(part: part, steps: steps.reversed())
  }

  /// How many siblings with `role` there are up to `node`, those inside groups counted too.
  private func number(of node: Node, _ role: Role) -> Int {
    var count = 1
    var current = node
    while true {
      var sibling = current.previousSibling
      while let one = sibling {
        count += self.count(one, role)
        sibling = one.previousSibling
      }
      guard let parent = current.parent, isTransparent(parent) else { return count }
      current = parent
    }
  }

  private func count(_ node: Node, _ role: Role) -> Int {
    if dialect.role(of: node) == role { return 1 }
    return isTransparent(node) ? node.children.reduce(0) { $0 + count($1, role) } : 0
  }

  private func isTransparent(_ node: Node) -> Bool {
    switch dialect.role(of: node) {
    case .group?, .uncuttable?, .listItem?: true
    default: false
    }
  }
}
