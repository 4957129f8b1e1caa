import OfficeDocument
import TemplateLanguage
import XMLTree

/// Makes what must be unique in a package unique where a block repeats it: drawing ids, bookmarks, names; and lets
/// what refers to a bookmark in the same round of a loop refer to that round's.
struct UniqueIDs {
  let dialect: Dialect
  let records: [TagRecord]
  private(set) var marks: MarkTable
  /// The greatest drawing id met.
  private(set) var greatestDrawingID = 0
  /// The greatest number met in each space.
  private(set) var greatest: [Identity.Space: Int] = [:]
  /// What was met outside of blocks that repeat.
  private(set) var fixed: Set<Identity> = []

  private let table: IdentityRule.Table
  /// The blocks that repeat, with what is known by a name or number inside each but not inside an inner one.
  private var rounds: [(marker: Node, defined: [Identity])] = []
  private var numbers: [Node: Int] = [:]
  /// The blocks that repeat something, by what it is known by.
  private var homes: [Identity: Set<Int>] = [:]

  private static let drawingProperties = Name(Namespace.wordprocessingDrawing, "docPr")
  private static let plainID = Name("", "id")
  private static let instruction = Name(Namespace.wordprocessing, "instr")
  static let volatile = [
    Name(Namespace.word2010, "paraId"), Name(Namespace.word2010, "textId"),
  ]

  init(dialect: Dialect, records: [TagRecord], marks: MarkTable) {
    self.dialect = dialect
    self.records = records
    self.marks = marks
    table = IdentityRule.table(of: dialect.format)
  }

  mutating func run(in tree: XMLTree) {
    let known = tree.root.descendants(noted: names, instructions: true)
    visit(known) { ids, element, open in ids.collect(element, open) }
    guard !rounds.isEmpty else { return }
    markRepeated(in: tree)
    for round in rounds where !round.defined.isEmpty {
      round.marker.insertAfter(marks.node(.round(round.defined), in: tree))
    }
  }

  /// Goes through the blocks that repeat, and not through the rest of the document.
  private mutating func markRepeated(in tree: XMLTree) {
    var end: Node?
    for marker in tree.root.descendants(noted: nil, instructions: true) {
      if end != nil {
        if marker == end { end = nil }
      } else if repeatStep(marker) == 1 {
        let block = block(from: marker)
        end = block.last.flatMap { repeatStep($0) == -1 ? $0 : nil }
        visit(block.lazy.flatMap { [$0] + ($0.kind == .element ? Array($0.descendants) : []) }) {
          $0.mark($1, $2)
        }
      }
    }
  }

  /// The siblings from the tag that opens a block to the one that closes it.
  private func block(from marker: Node) -> [Node] {
    var nodes = [marker]
    var depth = 1
    while depth > 0, let next = nodes.last?.nextSibling {
      nodes.append(next)
      if next.kind == .instruction { depth += repeatStep(next) }
    }
    return nodes
  }

  /// Calls `body` for every element with the numbers of the blocks that repeat it: their tags are siblings by now.
  private mutating func visit(
    _ nodes: some Sequence<Node>, _ body: (inout Self, Node, [Int]) -> Void
  ) {
    var open: [Int] = []
    for node in nodes {
      switch node.kind {
      case .element: body(&self, node, open)
      case .instruction:
        switch repeatStep(node) {
        case 1: open.append(number(of: node))
        case -1: _ = open.popLast()
        default: continue
        }
      default: continue
      }
    }
  }

  private mutating func number(of marker: Node) -> Int {
    if let known = numbers[marker] { return known }
    numbers[marker] = rounds.count
    rounds.append((marker, []))
    return rounds.count - 1
  }

  /// What an element's name says of it.
  private enum Known {
    static let rules: UInt8 = 1
    static let drawingProperties: UInt8 = 2
    /// What has to be changed where it is repeated.
    static let field: UInt8 = 4
  }

  private static let fields = [W.sdtPr, W.instrText, W.fldSimple]
  private static let wordNames = NameNote { element in
    (IdentityRule.table(of: .docx).rules(for: element).isEmpty ? 0 : Known.rules)
      | (element.is(drawingProperties) ? Known.drawingProperties : 0)
      | (fields.contains { element.is($0) } ? Known.field : 0)
  }
  /// Every element of OpenDocument may have an id.
  private static let openDocumentNames = NameNote { _ in Known.rules }

  private var names: NameNote { dialect.format == .docx ? Self.wordNames : Self.openDocumentNames }

  private func rules(for element: Node) -> [IdentityRule] {
    guard element.note(names) & Known.rules != 0 else { return [] }
    let own = table.rules(for: element)
    return dialect.format == .odt ? own + [IdentityRule.xmlID] : own
  }

  private mutating func collect(_ element: Node, _ open: [Int]) {
    if element.is(Self.drawingProperties), let id = element.attribute(Self.plainID).flatMap({ Int($0) }) {
      greatestDrawingID = max(greatestDrawingID, id)
    }
    for rule in rules(for: element) where !rule.isReference {
      guard let text = element.attribute(rule.attribute), XMLTree.marker(of: text) == nil else { continue }
      let identity = Identity(space: rule.space, text: text)
      if let number = Int(text) { greatest[rule.space] = max(greatest[rule.space] ?? 0, number) }
      guard let home = open.last else {
        fixed.insert(identity)
        continue
      }
      if homes[identity, default: []].insert(home).inserted { rounds[home].defined.append(identity) }
    }
  }

  private mutating func mark(_ element: Node, _ open: [Int]) {
    for rule in rules(for: element) {
      guard let text = element.attribute(rule.attribute), XMLTree.marker(of: text) == nil else { continue }
      if rule.isReference {
        refer(rule, text, element, open)
      } else {
        element.setAttribute(
          rule.attribute, marker: marks.add(.identity(Identity(space: rule.space, text: text))))
      }
    }
    guard dialect.format == .docx else { return }
    guard element.note(names) & (Known.drawingProperties | Known.field) != 0 else {
      for name in Self.volatile { element.removeAttribute(name) }
      return
    }
    if element.is(Self.drawingProperties) {
      element.setAttribute(Self.plainID, marker: marks.add(.drawingID))
    } else if element.is(W.sdtPr) {
      element.firstElement(W.id)?.remove()
    } else if element.is(W.instrText) {
      referInText(of: element, open)
    } else if element.is(W.fldSimple) {
      if let text = element.attribute(Self.instruction), let pieces = pieces(of: text, open) {
        element.setAttribute(Self.instruction, marker: marks.add(.attribute(pieces, .text)))
      }
    }
  }

  /// Whether what has this name stands in one of the blocks that are open.
  private func follows(_ name: String, _ open: [Int]) -> Bool {
    homes[Identity(space: .name, text: name)].map { !$0.isDisjoint(with: open) } ?? false
  }

  private mutating func refer(_ rule: IdentityRule, _ text: String, _ element: Node, _ open: [Int]) {
    guard !rule.isFragment || text.hasPrefix("#") else { return }
    let name = rule.isFragment ? String(text.dropFirst()) : text
    guard follows(name, open) else { return }
    let number = marks.add(.identity(Identity(space: .name, text: name)))
    let pieces = (rule.isFragment ? [AttributePiece.text("#")] : []) + [.mark(number)]
    element.setAttribute(rule.attribute, marker: marks.add(.attribute(pieces, .text)))
  }

  /// The pieces of a field's instruction that names something in the same round; nil if it does not.
  private mutating func pieces(of instruction: String, _ open: [Int]) -> [AttributePiece]? {
    var pieces: [AttributePiece] = []
    var kept = ""
    for word in FieldWords.split(instruction) {
      if follows(word, open) {
        if !kept.isEmpty { pieces.append(.text(kept)) }
        kept = ""
        pieces.append(.mark(marks.add(.identity(Identity(space: .name, text: word)))))
      } else {
        kept += word
      }
    }
    if !kept.isEmpty { pieces.append(.text(kept)) }
    return pieces.contains { if case .mark = $0 { true } else { false } } ? pieces : nil
  }

  private mutating func referInText(of element: Node, _ open: [Int]) {
    guard let text = element.firstChild, text.nextSibling == nil, text.kind == .text,
      let pieces = pieces(of: text.text, open)
    else { return }
    text.replace(
      with: pieces.compactMap { piece in
        switch piece {
        case .text(let kept): element.tree.makeText(kept)
        case .mark(let number): element.tree.makeInstruction(target: Mark.target, data: String(number))
        case .tag, .picture, .checkBox, .sheetType: nil
        }
      })
  }

  private func repeatStep(_ node: Node) -> Int {
    guard let origin = node.markedTag else { return 0 }
    switch records[origin].parsed?.role {
    case .opens("for")?, .opens("macro")?, .opens("call")?: return 1
    case .closes("for")?, .closes("macro")?, .closes("call")?: return -1
    default: return 0
    }
  }
}
