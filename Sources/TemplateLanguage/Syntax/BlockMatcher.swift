import Diagnostics

/// Pairs up tags in one pass.
struct BlockMatcher {
  private struct Open {
    let tag: Int
    let keyword: String
    /// Its place in the list of blocks, where it is entered on opening so that the order is that of opening tags.
    let block: Int
    var middles: [Int] = []
    var hasElse = false
  }

  private let tags: [ParsedTag]
  private var open: [Open] = []
  private var openOfKind: [String: Int] = [:]
  private var blocks: [BlockTree.Block?] = []
  private var faults: [(tag: Int, fault: Fault)] = []

  init(tags: [ParsedTag]) { self.tags = tags }

  mutating func run() -> (tree: BlockTree, faults: [Fault]) {
    for index in tags.indices {
      switch tags[index].role {
      case .opens(let keyword):
        open.append(Open(tag: index, keyword: keyword, block: blocks.count))
        openOfKind[keyword, default: 0] += 1
        blocks.append(nil)
      case .continues(let keyword): continueBlock(keyword, index)
      case .closes(let keyword): closeBlock(keyword, index)
      case .output, .single, .cell, .list: break
      }
    }
    for block in open { fault(block.tag, .unclosedBlock(block.keyword)) }
    faults.sort { $0.tag < $1.tag }
    return (BlockTree(blocks: renumbered()), faults.map(\.fault))
  }

  private mutating func fault(_ tag: Int, _ message: Message) {
    faults.append(
      (tag, Fault(origin: tags[tag].origin, range: 0..<tags[tag].source.count, message: message)))
  }

  private mutating func continueBlock(_ keyword: String, _ index: Int) {
    guard let innermost = open.last else { return fault(index, .strayTag(keyword)) }
    let fits = innermost.keyword == "if" || keyword == "else" && innermost.keyword == "for"
    guard fits else {
      return fault(
        index,
        .misplacedBranch(keyword, in: innermost.keyword, opened: shown(innermost.tag)))
    }
    guard !innermost.hasElse else { return fault(index, .branchAfterElse(keyword)) }
    open[open.count - 1].middles.append(index)
    open[open.count - 1].hasElse = keyword == "else"
  }

  private mutating func closeBlock(_ keyword: String, _ index: Int) {
    guard openOfKind[keyword, default: 0] > 0 else {
      if let innermost = open.last {
        fault(
          index, .wrongEnd(keyword, wanted: innermost.keyword, opened: shown(innermost.tag)))
      } else {
        fault(index, .strayTag("end" + keyword))
      }
      return
    }
    // What was opened since and not closed is reported and left.
    while let innermost = open.last, innermost.keyword != keyword {
      fault(innermost.tag, .crossedBlock(innermost.keyword, by: shown(index)))
      leave()
    }
    guard let innermost = open.last else { return }
    blocks[innermost.block] = BlockTree.Block(
      open: innermost.tag, middles: innermost.middles, close: index,
      parent: open.count > 1 ? open[open.count - 2].block : nil, keyword: keyword)
    leave()
  }

  private mutating func leave() {
    let block = open.removeLast()
    openOfKind[block.keyword, default: 1] -= 1
  }

  /// The tag's text, cut if long.
  private func shown(_ tag: Int) -> String {
    let text = tags[tag].sourceText
    guard text.unicodeScalars.count > 60 else { return text }
    var cut = String.UnicodeScalarView()
    cut.append(contentsOf: text.unicodeScalars.prefix(57))
    return String(cut) + "…"
  }

  /// The blocks that were closed; one whose parent was not has no parent.
  private func renumbered() -> [BlockTree.Block] {
    guard blocks.contains(where: { $0 == nil }) else { return blocks.compactMap { $0 } }
    var numbers: [Int?] = []
    var result: [BlockTree.Block] = []
    for block in blocks {
      guard let block else {
        numbers.append(nil)
        continue
      }
      numbers.append(result.count)
      result.append(
        BlockTree.Block(
          open: block.open, middles: block.middles, close: block.close,
          parent: block.parent.flatMap { numbers[$0] }, keyword: block.keyword))
    }
    return result
  }
}
