import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Decides where the tags of each block go, so that they become siblings and the block's XML is balanced.
///
/// Everything is decided on the tree as it stands, before anything moves: the level of a block is the smallest
/// structure that holds all its tags.
struct BlockPlacer {
  let dialect: Dialect
  let records: [TagRecord]
  let file: String?
  private let markers: [MarkerList.Marker]
  private(set) var placements: [Placement] = []
  private(set) var diagnostics: [Diagnostic] = []

  init(dialect: Dialect, records: [TagRecord], markers: [MarkerList.Marker], file: String?) {
    self.dialect = dialect
    self.records = records
    self.markers = markers
    self.file = file
  }

  /// Decides on all blocks.
  ///
  /// - Parameter tree: how the tags of `markers` that open, continue or close blocks pair up; its indices are
  ///   indices into `tagged`.
  mutating func place(_ tree: BlockTree, tagged: [MarkerList.Marker]) {
    let (jumps, forced) = roundsLeft(in: tree.blocks, tagged)
    var levels: [Node?] = []
    for (index, block) in tree.blocks.enumerated() {
      let members = ([block.open] + block.middles + [block.close]).map { tagged[$0] }
      if let loop = forced[index], let level = levels[loop] {
        place(members, at: level)
        levels.append(level)
      } else {
        levels.append(place(members))
      }
    }
    for (jump, loop) in jumps {
      if let level = levels[loop], tagged[jump].node.parent != level { place([tagged[jump]], at: level) }
    }
    let order = Dictionary(uniqueKeysWithValues: markers.enumerated().map { ($0.element.origin, $0.offset) })
    placements.sort { order[$0.origin, default: 0] < order[$1.origin, default: 0] }
  }

  /// The tags that leave a round of a loop, each with its loop, and the blocks around them within that loop: those
  /// stand where the loop stands, so that what a round has written when it is left is whole.
  private func roundsLeft(
    in blocks: [BlockTree.Block], _ tagged: [MarkerList.Marker]
  ) -> (jumps: [(tag: Int, loop: Int)], forced: [Int: Int]) {
    var jumps: [(tag: Int, loop: Int)] = []
    var forced: [Int: Int] = [:]
    var open: [Int] = []
    var next = 0
    for (index, marker) in tagged.enumerated() {
      while let last = open.last, blocks[last].close < index { open.removeLast() }
      if next < blocks.count, blocks[next].open == index {
        open.append(next)
        next += 1
      }
      guard records[marker.origin].parsed?.leavesRound == true,
        let loop = open.last(where: { blocks[$0].keyword == "for" })
      else { continue }
      jumps.append((index, loop))
      for block in open.reversed().prefix(while: { $0 != loop }) { forced[block] = loop }
    }
    return (jumps, forced)
  }

  private mutating func place(_ members: [MarkerList.Marker], at level: Node) {
    switch dialect.role(of: level) {
    case .paragraph?, .inline?, .characters?, .uncuttable?: splitAll(members, at: level)
    case .group? where dialect.isInParagraph(level): splitAll(members, at: level)
    default: lift(members, to: level)
    }
  }

  /// Decides on one block; returns the element whose children its tags become.
  private mutating func place(_ members: [MarkerList.Marker]) -> Node? {
    guard let common = Ancestry.commonAncestor(of: members.map(\.node)) else { return nil }
    let isFixed = members.contains { $0.node.parent == common }
    switch dialect.role(of: common) {
    case .paragraph?, .inline?, .characters?:
      splitAll(members, at: common)
    case .uncuttable? where dialect.holdsCharacters(common):
      splitAll(members, at: common)
    case .row? where !isFixed:
      guard let level = common.parent else { return nil }
      lift(members, to: level)
      return level
    case .group? where dialect.isInParagraph(common):
      splitAll(members, at: common)
    case .cell?, .story?, .shape?, .table?, .row?, .group?, .listItem?:
      lift(members, to: common)
    default:
      if isFixed, members.allSatisfy({ $0.node.parent == common }) { return common }
      reportCrossing(members)
      return nil
    }
    return common
  }

  private mutating func splitAll(_ members: [MarkerList.Marker], at level: Node) {
    for member in members {
      var node = member.node.parent
      while let current = node, current != level {
        guard dialect.role(of: current) == .inline || dialect.role(of: current) == .characters else {
          reportCrossing(members)
          return
        }
        node = current.parent
      }
    }
    for member in members where member.node.parent != level {
      placements.append(Placement(marker: member.node, origin: member.origin, level: level, mode: .split))
    }
  }

  private mutating func lift(_ members: [MarkerList.Marker], to level: Node) {
    let wanted = Self.carriers(in: dialect.role(of: level))
    var lifted: [Placement] = []
    for (index, member) in members.enumerated() where member.node.parent != level {
      guard let carrier = Ancestry.child(of: level, holding: member.node),
        let role = dialect.role(of: carrier),
        wanted.contains(role) || carrier.is(W.sdt) || isList(carrier, holding: member.node)
      else {
        reportCrossing(members)
        return
      }
      if role == .paragraph, !Ancestry.isWithinParagraph(member.node, carrier, dialect) {
        reportCrossing(members)
        return
      }
      let mode: Placement.Mode = index == members.count - 1 && index > 0 ? .after : .before
      lifted.append(Placement(marker: member.node, origin: member.origin, level: level, mode: mode))
    }
    placements += lifted
  }

  /// Whether `carrier` is a list of OpenDocument with nothing in it but the paragraph that holds `marker`: Word writes
  /// each paragraph of a list as a list of its own.
  private func isList(_ carrier: Node, holding marker: Node) -> Bool {
    guard carrier.is(ODFText.list) else { return false }
    var node = carrier
    while true {
      let elements = node.elements
      guard elements.count <= 1 else { return false }
      guard let only = elements.first else { return true }
      switch dialect.role(of: only) {
      case .listItem?, .group?: node = only
      case .paragraph?: return Ancestry.isWithinParagraph(marker, only, dialect)
      default: return false
      }
    }
  }

  /// What may carry a tag as a child of an element with the role `level`.
  private static func carriers(in level: Role?) -> [Role] {
    switch level {
    case .table?: [.row]
    case .group?: [.row, .listItem, .paragraph]
    case .row?: [.cell]
    default: [.paragraph]
    }
  }

  private mutating func reportCrossing(_ members: [MarkerList.Marker]) {
    guard let open = members.first, let close = members.last else { return }
    let record = records[open.origin]
    diagnostics.append(
      record.diagnostic(.crossing(close: records[close.origin]), file: file))
  }
}
