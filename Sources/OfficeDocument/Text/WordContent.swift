import XMLTree

/// Reads the text of WordprocessingML (ISO/IEC 29500-1, 17).
struct WordContent {
  private var fields: [FieldPart] = []

  /// Which part of a complex field is being read; only its result is shown (17.16.18).
  private enum FieldPart {
    case code
    case result
  }

  static func read(_ root: Node) -> DocumentContent {
    var reader = WordContent()
    return DocumentContent(blocks: root.firstElement(W.body).map { reader.blocks(of: $0) } ?? [])
  }

  private mutating func blocks(of container: Node) -> [DocumentContent.Block] {
    var blocks: [DocumentContent.Block] = []
    for child in container.elements {
      if child.is(W.p) {
        blocks.append(.paragraph(text(of: child)))
      } else if child.is(W.tbl) {
        blocks.append(.table(table(child)))
      } else if isTransparent(child) {
        blocks += self.blocks(of: child)
      }
    }
    return blocks
  }

  private mutating func table(_ table: Node) -> DocumentContent.Table {
    var rows: [[DocumentContent.Cell]] = []
    for row in descend(table, to: W.tr) {
      var cells: [DocumentContent.Cell] = []
      for cell in descend(row, to: W.tc) { cells.append(self.cell(cell)) }
      rows.append(cells)
    }
    return DocumentContent.Table(rows: rows)
  }

  private mutating func cell(_ cell: Node) -> DocumentContent.Cell {
    let properties = cell.firstElement(W.tcPr)
    let span = properties?.firstElement(W.gridSpan)?.attribute(W.val).flatMap { Int($0) } ?? 1
    let merge = properties?.firstElement(W.vMerge)
    let isCovered = merge != nil && merge?.attribute(W.val) != "restart"
    return DocumentContent.Cell(
      paragraphs: blocks(of: cell).flatMap { $0.paragraphs }, columns: max(1, span), isCovered: isCovered)
  }

  /// The elements called `name` in `parent`, also inside content controls and the like.
  private func descend(_ parent: Node, to name: Name) -> [Node] {
    parent.elements.flatMap { child in
      child.is(name) ? [child] : isTransparent(child) ? descend(child, to: name) : []
    }
  }

  private func isTransparent(_ node: Node) -> Bool {
    [W.sdt, W.sdtContent, W.customXml, W.smartTag, W.ins, W.moveTo, W.hyperlink, W.fldSimple, W.dir, W.bdo]
      .contains {
        node.is($0)
      }
  }

  private mutating func text(of paragraph: Node) -> String {
    var text = ""
    collect(paragraph, &text)
    return text
  }

  private mutating func collect(_ node: Node, _ text: inout String) {
    for child in node.elements {
      if child.is(W.r) {
        if !isHidden(child) { collectRun(child, &text) }
      } else if isTransparent(child) {
        collect(child, &text)
      } else if child.is(W.ruby) {
        child.firstElement(W.rubyBase).map { collect($0, &text) }
      }
    }
  }

  private func isHidden(_ run: Node) -> Bool {
    guard let vanish = run.firstElement(W.rPr)?.firstElement(W.vanish) else { return false }
    return !["0", "false", "off"].contains(vanish.attribute(W.val))
  }

  private mutating func collectRun(_ run: Node, _ text: inout String) {
    for child in run.elements {
      if child.is(W.fldChar) {
        follow(child.attribute(W.fldCharType))
      } else if fields.contains(.code) {
        continue
      } else if child.is(W.t) {
        text += child.text
      } else if child.is(W.br) || child.is(W.cr) {
        if child.attribute(W.type) != "page" { text += "\n" }
      } else if child.is(W.tab) || child.is(W.ptab) {
        text += " "
      } else if child.is(W.noBreakHyphen) {
        text += "\u{2011}"
      } else if child.is(W.ruby) {
        child.firstElement(W.rubyBase).map { collect($0, &text) }
      }
    }
  }

  private mutating func follow(_ type: String?) {
    switch type {
    case "begin": fields.append(.code)
    case "separate": if !fields.isEmpty { fields[fields.count - 1] = .result }
    case "end": _ = fields.popLast()
    default: break
    }
  }
}

extension DocumentContent.Block {
  /// The paragraphs in the block, a table's cell by cell.
  var paragraphs: [String] {
    switch self {
    case .paragraph(let text): [text]
    case .table(let table): table.rows.flatMap { $0.filter { !$0.isCovered }.flatMap(\.paragraphs) }
    }
  }
}
