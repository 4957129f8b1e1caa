import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Compiles `{% list restart %}` and `{% list continue %}`: says at which paragraph or item which list is meant.
struct ListCompiler {
  let dialect: Dialect
  let records: [TagRecord]
  let numbering: Numbering
  let file: String?
  private(set) var marks: MarkTable
  private(set) var diagnostics: [Diagnostic] = []
  /// What tags with a condition do when it holds, by the tag's number.
  private(set) var actions: [Int: ListAction] = [:]
  private var restarted: Set<String> = []

  init(dialect: Dialect, records: [TagRecord], numbering: Numbering, marks: MarkTable, file: String?) {
    self.dialect = dialect
    self.records = records
    self.numbering = numbering
    self.marks = marks
    self.file = file
  }

  mutating func compile(_ tree: XMLTree) {
    for marker in MarkerList(below: tree.root).markers {
      guard case .list(let statement) = records[marker.origin].parsed?.role else { continue }
      guard let action = action(at: marker, statement, in: tree) else { continue }
      if records[marker.origin].parsed?.hasValue == true {
        actions[marker.origin] = action
      } else {
        marker.node.replace(with: [marks.node(.list(action), in: tree)])
      }
    }
  }

  private mutating func action(
    at marker: MarkerList.Marker, _ statement: ParsedTag.ListStatement, in tree: XMLTree
  ) -> ListAction? {
    let holder = dialect.ancestor(of: marker.node, as: dialect.format == .docx ? .paragraph : .listItem)
    if let holder {
      guard !isInBlock(marker.node, within: holder) else {
        diagnostics.append(records[marker.origin].diagnostic(.listTagInBlock, file: file))
        return nil
      }
      move(marker.node, before: holder)
    }
    let action =
      dialect.format == .docx
      ? wordAction(holder ?? nextNumbered(behind: marker.node, in: tree), statement)
      : holder?.parent.map { Self.openDocumentAction($0, statement) }
    if action == nil { diagnostics.append(records[marker.origin].diagnostic(.noList, file: file)) }
    return action
  }

  private mutating func wordAction(
    _ paragraph: Node?, _ statement: ParsedTag.ListStatement
  ) -> ListAction? {
    guard let paragraph, let membership = numbering.membership(of: paragraph) else { return nil }
    // Word's lists go on by themselves.
    guard statement == .restart else { return .write([]) }
    restarted.insert(membership.list)
    return .restart(list: membership.list, level: membership.level)
  }

  private func nextNumbered(behind marker: Node, in tree: XMLTree) -> Node? {
    var isBehind = false
    for node in tree.root.descendants {
      if node == marker { isBehind = true }
      if isBehind, dialect.role(of: node) == .paragraph, numbering.membership(of: node) != nil { return node }
    }
    return nil
  }

  /// Ends the list and begins another (ODF 1.3 part 3, 19.880.2).
  private static func openDocumentAction(_ list: Node, _ statement: ParsedTag.ListStatement) -> ListAction {
    let continues = Name(Namespace.text, "continue-numbering")
    let next = list.copyShallow()
    for name in [continues, Name(Namespace.text, "continue-list"), Name(Namespace.xml, "id")] {
      next.removeAttribute(name)
    }
    if statement == .continue { next.setAttribute(continues, "true") }
    return .write(list.endTag() + next.startTag())
  }

  /// Whether a block of the paragraph or item itself is open at the marker.
  private func isInBlock(_ marker: Node, within holder: Node) -> Bool {
    var depth = 0
    for node in holder.descendants {
      if node == marker { return depth != 0 }
      guard let origin = node.markedTag else { continue }
      switch records[origin].parsed?.role {
      case .opens?: depth += 1
      case .closes?: depth -= 1
      default: continue
      }
    }
    return false
  }

  private func move(_ marker: Node, before holder: Node) {
    var emptied = marker.parent
    holder.insertBefore(marker)
    while let element = emptied, element != holder,
      dialect.role(of: element) == .characters || dialect.role(of: element) == .inline,
      element.children.allSatisfy({ $0.is(W.rPr) })
    {
      emptied = element.parent
      element.remove()
    }
  }

  /// Lets the paragraphs of the lists that begin anew somewhere have the number the list has then.
  func markParagraphs(of tree: XMLTree, _ marks: inout MarkTable) {
    guard !restarted.isEmpty else { return }
    for paragraph in Array(tree.root.descendants) where dialect.role(of: paragraph) == .paragraph {
      guard let membership = numbering.membership(of: paragraph), restarted.contains(membership.list) else {
        continue
      }
      if let number = membership.number {
        number.setAttribute(W.val, marker: marks.add(.listNumber(membership.list)))
      } else if let properties = paragraph.firstElement(W.pPr) {
        let mark = Mark.listMember(
          membership.list, level: membership.level, prefix: properties.prefix.map { "\($0):" } ?? "")
        Self.insert(marks.node(mark, in: tree), into: properties)
      }
    }
  }

  /// Puts a node where `w:numPr` belongs (ISO/IEC 29500-1, 17.3.1.26).
  private static func insert(_ node: Node, into properties: Node) {
    let before = ["pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"]
    if let last = properties.elements.last(where: { before.contains($0.localName) }) {
      last.insertAfter(node)
    } else {
      properties.prepend(node)
    }
  }
}
