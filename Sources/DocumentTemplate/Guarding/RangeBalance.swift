import OfficeDocument
import TemplateLanguage
import XMLTree

/// Sees to it that what begins and ends apart, such as a bookmark, begins and ends in the same block: a bookmark over
/// one end of a block is stretched over the whole block, and a comment's range that the block of its reference does
/// not hold goes.
struct RangeBalance {
  let dialect: Dialect
  let records: [TagRecord]

  private struct Mark {
    let node: Node
    let kind: Kind
    let isStart: Bool
    /// The open blocks around it, from the outside in.
    let blocks: [Int]
  }

  private enum Kind: Hashable {
    case bookmark
    case comment
    case permission
  }

  private static let names = NameNote(
    among: [W.commentReference] + ends.flatMap { [$0.start, $0.end] })
  private static let ends: [(kind: Kind, start: Name, end: Name)] = [
    (.bookmark, W.bookmarkStart, W.bookmarkEnd), (.comment, W.commentRangeStart, W.commentRangeEnd),
    (.permission, W.permStart, W.permEnd),
  ]

  /// A block's tags, and which of its branches is open.
  private struct Block {
    let open: Node
    var close: Node?
  }

  private struct Key: Hashable {
    let kind: Kind
    let id: String
  }

  func balance(_ tree: XMLTree) {
    guard dialect.format == .docx else { return }
    var walk = Walk(records: records)
    for node in tree.root.descendants(noted: Self.names, instructions: true) { walk.visit(node) }
    let starts = Dictionary(grouping: walk.marks.filter(\.isStart)) { key(of: $0) }
    for end in walk.marks where !end.isStart {
      guard let start = starts[key(of: end)]?.first else { continue }
      if end.kind == .comment {
        guard let reference = walk.references[end.node.attribute(W.id) ?? ""] else { continue }
        if start.blocks != reference || end.blocks != reference {
          start.node.remove()
          end.node.remove()
        }
        continue
      }
      let common = zip(start.blocks, end.blocks).prefix { $0 == $1 }.count
      if start.blocks.count > common { walk.open(of: start.blocks[common]).insertBefore(start.node) }
      if end.blocks.count > common { walk.close(of: end.blocks[common])?.insertAfter(end.node) }
    }
  }

  private func key(of mark: Mark) -> Key { Key(kind: mark.kind, id: mark.node.attribute(W.id) ?? "") }

  private struct Walk {
    let records: [TagRecord]
    private(set) var marks: [Mark] = []
    /// The blocks around each comment's reference.
    private(set) var references: [String: [Int]] = [:]
    /// A branch of a block is known by its number: `else` begins another.
    private var blocks: [Block] = []
    private var block: [Int] = []
    private var path: [Int] = []

    init(records: [TagRecord]) { self.records = records }

    func open(of branch: Int) -> Node { blocks[block[branch]].open }
    func close(of branch: Int) -> Node? { blocks[block[branch]].close }

    mutating func visit(_ node: Node) {
      if node.kind == .element { note(node) } else { step(node) }
    }

    private mutating func note(_ element: Node) {
      if element.is(W.commentReference) {
        references[element.attribute(W.id) ?? ""] = path
        return
      }
      for (kind, start, end) in RangeBalance.ends where element.is(start) || element.is(end) {
        marks.append(Mark(node: element, kind: kind, isStart: element.is(start), blocks: path))
      }
    }

    private mutating func step(_ node: Node) {
      guard let origin = node.markedTag else { return }
      switch records[origin].parsed?.role {
      case .opens?:
        blocks.append(Block(open: node))
        begin(blocks.count - 1)
      case .continues?:
        guard let last = path.popLast() else { return }
        begin(block[last])
      case .closes?:
        guard let last = path.popLast() else { return }
        blocks[block[last]].close = node
      default: return
      }
    }

    /// A branch of a block begins.
    private mutating func begin(_ number: Int) {
      block.append(number)
      path.append(block.count - 1)
    }
  }
}
