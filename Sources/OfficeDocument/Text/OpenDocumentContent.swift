import XMLTree

/// Reads the text of OpenDocument (OASIS ODF 1.3 part 3).
struct OpenDocumentContent {
  /// Rows, cells and blanks repeated beyond this are formatting, not text.
  static let mostRepeats = 1_000

  private var paragraph = FoldedText()
  /// The frames and shapes anchored in the paragraph.
  private var shapes: [Node] = []
  /// Automatic styles that hide text, as `family name`.
  private let hiding: Set<String>
  /// Bytes that may still come of repeating: tables in repeated tables would multiply without end.
  private var budget = 1 << 20

  static func read(_ root: Node) -> DocumentContent {
    var reader = OpenDocumentContent(hiding: hidingStyles(in: root))
    let text = root.firstElement(ODFOffice.body)?.firstElement(ODFOffice.text)
    return DocumentContent(blocks: text.map { reader.blocks(of: $0) } ?? [])
  }

  private init(hiding: Set<String>) { self.hiding = hiding }

  private static func hidingStyles(in root: Node) -> Set<String> {
    var found: Set<String> = []
    for style in root.firstElement(ODFOffice.automaticStyles)?.elements ?? [] {
      guard style.firstElement(ODFStyle.textProperties)?.attribute(ODFText.display) == "none",
        let family = style.attribute(ODFStyle.family), let name = style.attribute(ODFStyle.name)
      else { continue }
      found.insert("\(family) \(name)")
    }
    return found
  }

  private func isHidden(_ node: Node, _ family: String) -> Bool {
    guard !hiding.isEmpty, let style = node.attribute(ODFText.styleName) else { return false }
    return hiding.contains("\(family) \(style)")
  }

  private mutating func blocks(of container: Node) -> [DocumentContent.Block] {
    var blocks: [DocumentContent.Block] = []
    read(container, &blocks)
    return blocks
  }

  /// Lists, sections, indexes, frames and foreign elements hold paragraphs like the body.
  private mutating func read(_ container: Node, _ blocks: inout [DocumentContent.Block]) {
    for node in container.elements {
      if node.is(ODFText.p) || node.is(ODFText.h) {
        readParagraph(node, &blocks)
      } else if node.is(ODFTable.table) {
        blocks.append(.table(table(node)))
      } else if !Self.isNoText(node), !(node.is(ODFText.section) && Self.isHiddenSection(node)) {
        read(node, &blocks)
      }
    }
  }

  /// What is no text of the body, though there may be paragraphs in it.
  private static func isNoText(_ node: Node) -> Bool {
    noText.contains { node.is($0) }
  }

  private static let noText = [
    ODFText.trackedChanges, ODFText.note, ODFText.rubyText, ODFText.script, ODFOffice.annotation,
    ODFOffice.forms,
    ODFDraw.object, ODFDraw.objectOLE, ODFDraw.title, ODFDraw.description,
  ]

  private static func isHiddenSection(_ section: Node) -> Bool {
    switch section.attribute(ODFText.display) {
    case "none": true
    case "condition": section.attribute(ODFText.isHidden) == "true"
    default: false
    }
  }

  private mutating func readParagraph(_ node: Node, _ blocks: inout [DocumentContent.Block]) {
    if !isHidden(node, "paragraph") { inline(in: node) }
    blocks.append(.paragraph(String(decoding: paragraph.bytes, as: UTF8.self)))
    paragraph = FoldedText()
    let anchored = shapes
    shapes = []
    for shape in anchored { read(shape, &blocks) }
  }

  private mutating func inline(in holder: Node) {
    for node in holder.children {
      switch node.kind {
      case .text, .cdata: paragraph.append(folding: node.textBytes)
      case .element: inlineElement(node)
      case .comment, .instruction: continue
      }
    }
  }

  private mutating func inlineElement(_ node: Node) {
    if node.is(ODFText.span) {
      if !isHidden(node, "text") { inline(in: node) }
    } else if node.is(ODFText.s) {
      paragraph.append(0x20, repeats(of: node, ODFText.c, bytes: 1))
    } else if node.is(ODFText.tab) {
      paragraph.append(0x20, 1)
    } else if node.is(ODFText.lineBreak) {
      paragraph.append(0x0A, 1)
    } else if Self.isNoText(node) || node.attribute(ODFText.isHidden) == "true" {
      return
    } else if node.namespace == Self.drawing {
      shapes.append(node)
    } else {
      inline(in: node)
    }
  }

  private static let drawing = ODFDraw.frame.namespace

  private static func number(_ node: Node, _ name: Name) -> Int {
    max(1, node.attribute(name).flatMap { Int($0) } ?? 1)
  }

  /// How many times something of so many bytes stands there.
  private mutating func repeats(of node: Node, _ name: Name, bytes: Int) -> Int {
    let count = Self.number(node, name)
    guard count > 1, count <= Self.mostRepeats else { return 1 }
    let added = min(count - 1, budget / bytes)
    budget -= added * bytes
    return 1 + added
  }
}

// Tables.
extension OpenDocumentContent {
  /// Where the place is in a table.
  private struct TableState {
    var row = 0
    /// For the first column of each cell that covers others below: the row behind the last one covered, and how
    /// many columns it covers.
    var covers: [Int: (end: Int, columns: Int)] = [:]

    func cover(at column: Int) -> Int? { covers[column].flatMap { $0.end > row ? $0.columns : nil } }
  }

  /// So many of a number up to this can be added up.
  private static let most = 1 << 32

  private mutating func table(_ table: Node) -> DocumentContent.Table {
    var rows: [[DocumentContent.Cell]] = []
    var state = TableState()
    readRows(of: table, &state, &rows)
    return DocumentContent.Table(rows: rows)
  }

  private mutating func readRows(
    of holder: Node, _ state: inout TableState, _ rows: inout [[DocumentContent.Cell]]
  ) {
    for node in holder.elements {
      if node.is(ODFTable.tableRow) {
        if node.attribute(ODFTable.visibility) ?? "visible" == "visible" {
          let cells = self.cells(of: node, &state)
          let bytes = cells.reduce(1) { $0 + $1.bytes }
          rows += repeatElement(cells, count: repeats(of: node, ODFTable.numberRowsRepeated, bytes: bytes))
        }
        state.row += min(Self.number(node, ODFTable.numberRowsRepeated), Self.most)
      } else if !node.is(ODFTable.table), !Self.isNoText(node) {
        readRows(of: node, &state, &rows)
      }
    }
  }

  private mutating func cells(of row: Node, _ state: inout TableState) -> [DocumentContent.Cell] {
    var cells: [DocumentContent.Cell] = []
    var column = 0
    /// The first column that is not covered from the left.
    var free = 0
    for node in row.elements {
      if node.is(ODFTable.coveredTableCell) {
        for _ in 0..<repeats(of: node, ODFTable.numberColumnsRepeated, bytes: 1) {
          if let columns = state.cover(at: column) { cells.append(.covered(columns)) }
          column += 1
        }
      } else if node.is(ODFTable.tableCell) {
        // Some writers leave the covered cells out, as in HTML.
        column = max(column, free)
        while let columns = state.cover(at: column) {
          cells.append(.covered(columns))
          column += columns
        }
        let (columns, rows) = (
          min(Self.number(node, ODFTable.numberColumnsSpanned), Self.mostRepeats),
          min(Self.number(node, ODFTable.numberRowsSpanned), Self.most)
        )
        let cell = DocumentContent.Cell(
          blocks: blocks(of: node), columns: columns, isCovered: false)
        state.covers[column] = rows > 1 ? (state.row + rows, columns) : nil
        free = column + columns
        let count = repeats(of: node, ODFTable.numberColumnsRepeated, bytes: cell.bytes)
        cells += repeatElement(cell, count: count)
        column += count
      }
    }
    return cells
  }
}

extension DocumentContent.Cell {
  fileprivate static func covered(_ columns: Int) -> Self {
    Self(blocks: [], columns: columns, isCovered: true)
  }

  /// What repeating it costs: its text, and some for the cell itself.
  fileprivate var bytes: Int { paragraphs.reduce(16) { $0 + 1 + $1.utf8.count } }
}
