/// What a program is made of, in order.
enum TemplateItem: Sendable {
  case literal(Int)
  case mark(Int)
  /// The value of a tag, by its number, at a site.
  case value(tag: Int, site: Int)
  /// A statement; what a block of it prints, it prints at the site.
  case statement(tag: Int, site: Int)
}

/// Items with their blocks, as a tree.
indirect enum TemplateNode {
  case item(TemplateItem)
  case block(TemplateBlock)
}

/// A block and its branches: the first is that of the opening tag.
struct TemplateBlock {
  let tag: Int
  let site: Int
  var branches: [Branch]

  struct Branch {
    let tag: Int
    var nodes: [TemplateNode] = []
  }

  /// How deep blocks may stand inside each other.
  static let deepest = 200

  /// Makes the tree of balanced items; nil if blocks stand too deep in each other, with the tag that does.
  static func tree(of items: [TemplateItem], _ tags: [ParsedTag]) -> (nodes: [TemplateNode], tooDeep: Int?) {
    var open = [TemplateBlock(tag: -1, site: 0, branches: [Branch(tag: -1)])]
    for item in items {
      let top = open.count - 1
      let branch = open[top].branches.count - 1
      guard case .statement(let tag, let site) = item else {
        open[top].branches[branch].nodes.append(.item(item))
        continue
      }
      switch tags[tag].role {
      case .opens:
        if open.count > deepest { return ([], tag) }
        open.append(TemplateBlock(tag: tag, site: site, branches: [Branch(tag: tag)]))
      case .continues: open[top].branches.append(Branch(tag: tag))
      case .closes:
        guard top > 0 else { continue }
        let block = open.removeLast()
        open[top - 1].branches[open[top - 1].branches.count - 1].nodes.append(.block(block))
      case .output, .single, .cell, .list:
        open[top].branches[branch].nodes.append(.item(item))
      }
    }
    return (open[0].branches[0].nodes, nil)
  }
}
