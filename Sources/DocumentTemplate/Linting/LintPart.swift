import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// A part of a template with its texts, tags and blocks.
struct LintPart {
  let part: WrittenPart
  let tree: XMLTree
  private(set) var texts: [LintText] = []
  private(set) var tags: [LintTag] = []
  private(set) var blocks: [LintBlock] = []
  /// The innermost block each tag stands in, as an index into `blocks`; its own opening and closing tags count as
  /// outside.
  private(set) var blockAround: [Int?] = []

  /// - Parameters:
  ///   - targets: the addresses of the part's hyperlinks by relationship id.
  ///   - number: counts the texts of the template.
  init(
    _ part: WrittenPart, _ tree: XMLTree, _ dialect: Dialect, targets: [String: String],
    _ delimiters: Delimiters, number: inout Int
  ) {
    self.part = part
    self.tree = tree
    var found: [TextWalk.Found] = []
    TextWalk.run(tree, part, dialect) { found.append($0) }
    var scanner = TagScanner(delimiters)
    for one in found {
      let isRaw = scanner.isInRaw
      add(one.text.bytes, at: one.spot, one, isRaw: isRaw, &scanner, &number)
    }
    if part.content == .text { addAttributes(found, dialect, targets, delimiters, &number) }
    findBlocks()
  }

  private mutating func add(
    _ bytes: [UInt8], at spot: DocumentSpot, _ paragraph: TextWalk.Found?, isRaw: Bool,
    _ scanner: inout TagScanner, _ number: inout Int
  ) {
    let scanned = scanner.scan(bytes).tags
    let text = LintText(
      number: number, spot: spot, string: String(decoding: bytes, as: UTF8.self), bytes: bytes,
      scanned: scanned, beginsRaw: isRaw, paragraph: paragraph)
    number += 1
    texts.append(text)
    for tag in scanned where tag.kind == .output || tag.kind == .statement {
      let parsed = try? ParsedTag.parse(bytes, tag, origin: tags.count).get()
      tags.append(LintTag(number: tags.count, text: text, scanned: tag, parsed: parsed))
    }
  }

  /// Alternative texts and addresses, which hold tags too.
  private mutating func addAttributes(
    _ found: [TextWalk.Found], _ dialect: Dialect, _ targets: [String: String],
    _ delimiters: Delimiters, _ number: inout Int
  ) {
    let spots = Dictionary(found.map { ($0.node, $0.spot) }, uniquingKeysWith: { first, _ in first })
    for element in tree.root.descendants where element.kind == .element {
      var values = dialect.writtenAttributes(of: element).compactMap { element.attribute($0) }
      if element.is(W.hyperlink),
        let target = element.attribute(Relationships.referenceID).flatMap({ targets[$0] })
      {
        values.append(target)
      }
      for value in values {
        let bytes = LinkTarget.unescapingTags(in: Array(value.utf8), delimiters)
        guard TagScanner.mayHoldTags(bytes, delimiters) else { continue }
        var holder: Node? = element
        while let node = holder, spots[node] == nil { holder = node.parent }
        let spot = holder.flatMap { spots[$0] } ?? DocumentSpot(part: part.part)
        var scanner = TagScanner(delimiters)
        add(bytes, at: spot, nil, isRaw: false, &scanner, &number)
      }
    }
  }

  private mutating func findBlocks() {
    let structural = tags.filter { $0.parsed != nil }
    let tree = BlockTree.match(structural.compactMap(\.parsed)).tree
    blocks = tree.blocks.map { block in
      LintBlock(
        keyword: block.keyword, open: structural[block.open].number,
        middles: block.middles.map { structural[$0].number }, close: structural[block.close].number,
        parent: block.parent)
    }
    blockAround = Array(repeating: nil, count: tags.count)
    // Blocks come in the order of their opening tags, so that inner ones overwrite outer ones.
    for (index, block) in blocks.enumerated() where block.open + 1 < block.close {
      for tag in (block.open + 1)..<block.close { blockAround[tag] = index }
    }
  }

  /// The blocks around a tag, innermost first.
  func blocks(around tag: LintTag) -> [LintBlock] {
    var result: [LintBlock] = []
    var next = blockAround[tag.number]
    while let index = next {
      result.append(blocks[index])
      next = blocks[index].parent
    }
    return result
  }
}
