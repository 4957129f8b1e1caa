import OfficeDocument
import TemplateLanguage
import XMLTree

/// Adds guards where leaving something out, or repeating it no times, would break the schema's content model:
/// a table without rows, a row without cells, a cell or a text box without a paragraph, a cell that ends with a
/// table, an empty content control (ISO/IEC 29500-1, 17.4.65, 17.4.37, 17.5.2.34; ODF 1.3 part 3, 9.1).
struct ContentModel {
  let tree: XMLTree
  let dialect: Dialect
  let records: [TagRecord]
  private(set) var marks: MarkTable
  /// What can lack something; most of what is around tags are paragraphs and runs.
  private static let guardedRoles: [Role] = [.row, .table, .group, .listItem, .cell, .story]
  private static let rowGroups = [ODFTable.tableHeaderRows, ODFTable.tableRows, ODFTable.tableRowGroup]
  private var guarded: Set<Node> = []
  private var touched: Set<Node> = []

  init(tree: XMLTree, dialect: Dialect, records: [TagRecord], marks: MarkTable) {
    self.tree = tree
    self.dialect = dialect
    self.records = records
    self.marks = marks
  }

  /// Guards everything that `markers` make conditional, from the inside out.
  mutating func guardAll(_ markers: [MarkerList.Marker]) {
    var parents: [Node] = []
    for marker in markers {
      var node = marker.node.parent
      while let current = node, touched.insert(current).inserted {
        if let role = dialect.role(of: current), Self.guardedRoles.contains(role) { parents.append(current) }
        node = current.parent
      }
    }
    let depths = parents.map { Self.depth(of: $0) }
    for index in parents.indices.sorted(by: { depths[$0] > depths[$1] }) {
      let parent = parents[index]
      switch dialect.role(of: parent) {
      case .row?: guardChildren(of: parent, with: [.cell, .uncuttable])
      case .table?: guardChildren(of: parent, with: [.row, .group, .uncuttable])
      case .group? where Self.rowGroups.contains { parent.is($0) }:
        guardChildren(of: parent, with: [.row, .group])
      case .group? where parent.is(ODFText.list): guardChildren(of: parent, with: [.listItem])
      case .listItem?: guardChildren(of: parent, with: [.paragraph, .group])
      case .cell? where dialect.format == .docx: guardLastParagraph(of: parent)
      case .story? where dialect.format == .docx && !parent.is(W.body): guardLastParagraph(of: parent)
      case .group? where parent.is(W.sdtContent) && !dialect.isInParagraph(parent):
        guardControl(parent)
      default: continue
      }
    }
  }

  /// A content control around rows or cells goes when it has none; one around paragraphs keeps one.
  private mutating func guardControl(_ content: Node) {
    var outer = content.parent?.parent
    while let group = outer, group.is(W.sdtContent) { outer = group.parent?.parent }
    guard let control = content.parent, let outer else { return }
    switch dialect.role(of: outer) {
    case .table?: guardChildren(of: control, content, with: [.row, .uncuttable])
    case .row?: guardChildren(of: control, content, with: [.cell, .uncuttable])
    default: guardLastParagraph(of: content)
    }
  }

  /// Drops `parent` when none of its `required` children, or those of `content` in it, is written.
  private mutating func guardChildren(of parent: Node, _ content: Node? = nil, with required: [Role]) {
    var depth = 0
    var children: [Node] = []
    for child in (content ?? parent).children {
      depth += blockStep(child)
      // A cell that one above covers is enough for a row of OpenDocument.
      if depth == 0, child.is(ODFTable.coveredTableCell), dialect.role(of: parent) == .row { return }
      guard let role = dialect.role(of: child), required.contains(role) else { continue }
      let isWhole = role == .paragraph || child.firstElementOfAnyName != nil
      if depth == 0, !guarded.contains(child), isWhole { return }
      children.append(child)
    }
    guarded.insert(parent)
    let outside = parent.parent.flatMap { dialect.role(of: $0) }
    let isNeeded = outside == .table || outside == .group || outside == .row || outside == .listItem
    let effect: Mark.Effect = isNeeded ? .present : .nothing
    for child in children where !guarded.contains(child) {
      child.insertAfter(marks.node(.present, in: tree))
    }
    parent.insertBefore(marks.node(.guardBegin, in: tree))
    parent.insertAfter(marks.node(.guardEnd(.drop(outside: effect)), in: tree))
  }

  /// Puts an empty paragraph at the end of `parent` when it would not end with one.
  private mutating func guardLastParagraph(of parent: Node) {
    let mustEnd = dialect.role(of: parent) == .cell
    var depth = 0
    var isSafe = false
    var blocks: [(node: Node, fits: Bool)] = []
    for child in parent.children {
      depth += blockStep(child)
      guard let role = dialect.role(of: child), role != .silent, role != .rangeMark else {
        if child.kind == .instruction, depth > 0, mustEnd { isSafe = isSafe && blocks.last?.fits == true }
        continue
      }
      let fits = role == .paragraph || !mustEnd || endsWithParagraph(control: child)
      blocks.append((child, fits))
      if depth == 0, fits, !guarded.contains(child) { isSafe = true }
      if mustEnd, !fits { isSafe = false }
    }
    guard !isSafe else { return }
    let prefix = parent.prefix.map { "\($0):" } ?? ""
    for block in blocks {
      if guarded.contains(block.node) {
        setEffect(block.fits ? .present : .absent, of: block.node)
      } else {
        block.node.insertAfter(marks.node(block.fits ? .present : .absent, in: tree))
      }
    }
    let begin = marks.node(.guardBegin, in: tree)
    if let properties = parent.children.first(where: { $0.kind == .element }),
      dialect.role(of: properties) == .silent
    {
      properties.insertAfter(begin)
    } else {
      parent.prepend(begin)
    }
    parent.append(marks.node(.guardEnd(.fill(Array("<\(prefix)p/>".utf8))), in: tree))
  }

  /// Whether a content control around blocks ends with a paragraph whatever is left out of it.
  private func endsWithParagraph(control: Node) -> Bool {
    guard let content = control.firstElement(W.sdtContent) else { return false }
    var depth = 0
    var isSafe = true
    for child in content.children {
      depth += blockStep(child)
      guard let role = dialect.role(of: child), role != .silent, role != .rangeMark else { continue }
      if role != .paragraph, !endsWithParagraph(control: child) {
        isSafe = false
      } else if depth == 0 {
        isSafe = true
      }
    }
    return isSafe
  }

  /// Sets what a guarded node does to the guard around it, if it stays.
  private mutating func setEffect(_ effect: Mark.Effect, of node: Node) {
    guard let end = node.nextSibling, end.instructionTarget == Mark.target, let number = Int(end.text) else {
      return
    }
    marks.replace(number, by: .guardEnd(.drop(outside: effect)))
  }

  /// How a child changes the number of blocks around what follows it.
  private func blockStep(_ node: Node) -> Int {
    guard let origin = node.markedTag else { return 0 }
    return switch records[origin].parsed?.role {
    case .opens?: 1
    case .closes?: -1
    default: 0
    }
  }

  private static func depth(of node: Node) -> Int {
    var depth = 0
    var current = node.parent
    while let parent = current {
      depth += 1
      current = parent.parent
    }
    return depth
  }
}

extension Node {
  fileprivate var firstElementOfAnyName: Node? { children.first { $0.kind == .element } }
}
