import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Carries out placements, in document order.
///
/// A carrier that holds nothing but tags that leave it disappears. Otherwise the whole carrier belongs to the
/// block; an `else` must then begin or end its carrier, and a paragraph's tag must stand at its edge, because
/// text beside it would silently come and go with the block.
struct PlacementRun {
  let dialect: Dialect
  let records: [TagRecord]
  let file: String?
  private(set) var diagnostics: [Diagnostic] = []
  private var lastBehind: [Node: Node] = [:]

  init(dialect: Dialect, records: [TagRecord], file: String?) {
    self.dialect = dialect
    self.records = records
    self.file = file
  }

  mutating func carryOut(_ placements: [Placement]) {
    let leaving = Set(placements.filter { $0.mode != .split }.map(\.marker))
    var carriers: [(node: Node, content: LeavingContent)] = []
    var known: [Node: Int] = [:]
    var plans: [(placement: Placement, carrier: Int?)] = []
    for placement in placements {
      guard placement.mode != .split,
        let carrier = Ancestry.child(of: placement.level, holding: placement.marker)
      else {
        plans.append((placement, nil))
        continue
      }
      let index = known[carrier] ?? carriers.count
      if known[carrier] == nil {
        known[carrier] = index
        carriers.append((carrier, LeavingContent(of: carrier, leaving: leaving, dialect)))
      }
      plans.append((placement, index))
    }
    for (placement, index) in plans {
      if let index {
        move(placement, outOf: carriers[index].node, carriers[index].content)
      } else {
        NodeSplitter.split(at: placement.marker, upTo: placement.level)
      }
    }
    for carrier in carriers where !carrier.content.stays {
      for mark in carrier.content.rangeMarks where dialect.role(of: carrier.node) == .paragraph {
        carrier.node.insertBefore(mark)
      }
      SectionEnd.removeUnlessEnd(carrier.node)
    }
  }

  private mutating func move(_ placement: Placement, outOf carrier: Node, _ content: LeavingContent) {
    let marker = placement.marker
    if !content.stays {
      carrier.insertBefore(marker)
      return
    }
    let isParagraph = dialect.role(of: carrier) == .paragraph || carrier.is(ODFText.list)
    let isFirst = content.leading.contains(marker)
    let isLast = content.trailing.contains(marker)
    let isMiddle =
      switch records[placement.origin].parsed?.role {
      case .continues?, .single?: true
      default: false
      }
    let mode: Placement.Mode = isMiddle && isLast && !isFirst ? .after : placement.mode
    let fits = mode == .after ? isLast : isFirst
    if (isParagraph || isMiddle) && !fits {
      diagnostics.append(records[placement.origin].diagnostic(.textBesideBlockTag, file: file))
    }
    if mode == .before {
      carrier.insertBefore(marker)
    } else {
      (lastBehind[carrier] ?? carrier).insertAfter(marker)
      lastBehind[carrier] = marker
    }
  }
}

/// What stays in a carrier when some markers leave it.
struct LeavingContent {
  /// Whether anything stays.
  private(set) var stays = false
  /// The leaving markers with nothing that stays before them.
  private(set) var leading: Set<Node> = []
  /// The leaving markers with nothing that stays behind them.
  private(set) var trailing: Set<Node> = []
  private(set) var rangeMarks: [Node] = []

  init(of carrier: Node, leaving: Set<Node>, _ dialect: Dialect) {
    collect(carrier, leaving, dialect)
  }

  private mutating func collect(_ node: Node, _ leaving: Set<Node>, _ dialect: Dialect) {
    let isText = dialect.holdsCharacters(node)
    for child in node.children {
      switch child.kind {
      case .text, .cdata:
        if isText, !child.textBytes.allSatisfy({ $0 <= 0x20 }) { stay() }
      case .instruction:
        guard child.markedTag != nil else { continue }
        if leaving.contains(child) {
          if !stays { leading.insert(child) }
          trailing.insert(child)
        } else {
          stay()
        }
      case .comment: continue
      case .element:
        switch dialect.role(of: child) {
        case .rangeMark?: rangeMarks.append(child)
        case .object?, .shape?, .uncuttable?: stay()
        case .silent?, .character?: continue
        default: collect(child, leaving, dialect)
        }
      }
    }
  }

  private mutating func stay() {
    stays = true
    trailing.removeAll()
  }
}
