import XMLTree

/// Reads the text of OpenDocument (OASIS ODF 1.3 part 3).
enum OpenDocumentContent {
  /// Rows and columns repeated beyond this are formatting, not text.
  private static let mostRepeats = 1_000

  static func read(_ root: Node) -> DocumentContent {
    let text = root.firstElement(ODFOffice.body)?.firstElement(ODFOffice.text)
    return DocumentContent(blocks: text.map(blocks) ?? [])
  }

  private static func blocks(of container: Node) -> [DocumentContent.Block] {
    var blocks: [DocumentContent.Block] = []
    for child in container.elements {
      if child.is(ODFText.p) || child.is(ODFText.h) {
        blocks.append(.paragraph(text(of: child)))
      } else if child.is(ODFTable.table) {
        blocks.append(.table(table(child)))
      } else if isTransparent(child) {
        blocks += self.blocks(of: child)
      }
    }
    return blocks
  }

  /// Lists, sections and indexes hold paragraphs like the body.
  private static func isTransparent(_ node: Node) -> Bool {
    node.namespace == ODFText.p.namespace && !node.is(ODFText.trackedChanges)
  }

  private static func table(_ table: Node) -> DocumentContent.Table {
    var rows: [[DocumentContent.Cell]] = []
    // For each column, how many more rows the cell above covers, and how many columns that cell takes.
    var covering: [Int: (rows: Int, columns: Int)] = [:]
    for row in self.rows(of: table) {
      let (cells, spans) = self.cells(of: row, covering)
      for _ in 0..<repeats(of: row, ODFTable.numberRowsRepeated) {
        rows.append(cells)
        covering = covering.compactMapValues { $0.rows > 1 ? ($0.rows - 1, $0.columns) : nil }
        covering.merge(spans) { _, new in new }
      }
    }
    return DocumentContent.Table(rows: rows)
  }

  private static func rows(of node: Node) -> [Node] {
    node.elements.flatMap { child in
      if child.is(ODFTable.tableRow) { return [child] }
      let isGroup = [ODFTable.tableHeaderRows, ODFTable.tableRows, ODFTable.tableRowGroup].contains {
        child.is($0)
      }
      return isGroup ? rows(of: child) : []
    }
  }

  private static func cells(
    of row: Node, _ covering: [Int: (rows: Int, columns: Int)]
  ) -> (cells: [DocumentContent.Cell], spans: [Int: (rows: Int, columns: Int)]) {
    var cells: [DocumentContent.Cell] = []
    var spans: [Int: (rows: Int, columns: Int)] = [:]
    var column = 0
    var coveredUpTo = 0
    for node in row.elements {
      let isCovered = node.is(ODFTable.coveredTableCell)
      guard isCovered || node.is(ODFTable.tableCell) else { continue }
      for _ in 0..<repeats(of: node, ODFTable.numberColumnsRepeated) {
        if let above = covering[column] {
          cells.append(DocumentContent.Cell(paragraphs: [], columns: above.columns, isCovered: true))
          coveredUpTo = column + above.columns
        } else if !isCovered, column >= coveredUpTo {
          let columns = number(node, ODFTable.numberColumnsSpanned)
          let rows = number(node, ODFTable.numberRowsSpanned)
          cells.append(
            DocumentContent.Cell(
              paragraphs: blocks(of: node).flatMap(\.paragraphs), columns: columns, isCovered: false))
          if rows > 1 { spans[column] = (rows - 1, columns) }
          coveredUpTo = column + columns
        }
        column += 1
      }
    }
    return (cells, spans)
  }

  private static func number(_ node: Node, _ name: Name) -> Int {
    max(1, node.attribute(name).flatMap { Int($0) } ?? 1)
  }

  private static func repeats(of node: Node, _ name: Name) -> Int {
    let count = number(node, name)
    return count > mostRepeats ? 1 : count
  }

  private static func text(of paragraph: Node) -> String {
    var collector = TextCollector()
    collector.collect(paragraph)
    return collector.text
  }

  /// Folds white space as ODF does: what follows a blank, or stands at the paragraph's beginning, is not shown
  /// (part 3, 6.1.2).
  private struct TextCollector {
    private var bytes: [UInt8] = []
    private var folds = true

    var text: String {
      // A folded blank at the paragraph's end is not shown either.
      String(decoding: folds && bytes.last == 0x20 ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }

    mutating func collect(_ node: Node) {
      for child in node.children {
        switch child.kind {
        case .text, .cdata: append(child.textBytes)
        case .element: collectElement(child)
        case .comment, .instruction: continue
        }
      }
    }

    private mutating func collectElement(_ element: Node) {
      if element.is(ODFText.s) {
        bytes += [UInt8](repeating: 0x20, count: min(number(element, ODFText.c), mostRepeats))
        folds = false
      } else if element.is(ODFText.tab) {
        bytes.append(0x20)
        folds = false
      } else if element.is(ODFText.lineBreak) {
        bytes.append(0x0A)
        folds = false
      } else if element.is(ODFText.note) || element.is(ODFText.rubyText) || element.is(ODFText.trackedChanges)
        || element.namespace != ODFText.p.namespace
      {
        return
      } else {
        collect(element)
      }
    }

    private mutating func append(_ text: [UInt8]) {
      for byte in text {
        if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
          if !folds { bytes.append(0x20) }
          folds = true
        } else {
          bytes.append(byte)
          folds = false
        }
      }
    }
  }
}
