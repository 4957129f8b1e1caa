import XMLTree

/// Reads the text of WordprocessingML (ISO/IEC 29500-1, 17).
struct WordContent {
  private var fields = FieldStack()
  /// The paragraph so far.
  private var text: [UInt8] = []
  /// The text boxes anchored in it.
  private var boxes: [Node] = []
  /// Whether the paragraph goes on in the next one, as its mark was deleted.
  private var isPending = false
  private let keepsBlanks: Bool

  static func read(_ root: Node) -> DocumentContent {
    var reader = WordContent(keepsBlanks: root.attribute(XMLNames.space) == "preserve")
    return DocumentContent(blocks: root.firstElement(W.body).map { reader.blocks(of: $0) } ?? [])
  }

  private init(keepsBlanks: Bool) { self.keepsBlanks = keepsBlanks }

  /// The blocks of the body, a cell or a text box.
  private mutating func blocks(of story: Node) -> [DocumentContent.Block] {
    var blocks: [DocumentContent.Block] = []
    read(story, &blocks)
    endParagraph(&blocks)
    return blocks
  }

  private mutating func read(_ holder: Node, _ blocks: inout [DocumentContent.Block]) {
    for node in holder.children {
      if node.is(W.p) {
        inline(in: node)
        fields.endParagraph()
        isPending = true
        let mark = node.firstElement(W.pPr)?.firstElement(W.rPr)
        if mark?.firstElement(W.del) == nil, mark?.firstElement(W.moveFrom) == nil { endParagraph(&blocks) }
      } else if node.is(W.tbl) {
        endParagraph(&blocks)
        blocks.append(.table(table(node)))
      } else if let inner = Self.inside(node) {
        read(inner, &blocks)
      }
    }
  }

  private mutating func endParagraph(_ blocks: inout [DocumentContent.Block]) {
    guard isPending else { return }
    blocks.append(.paragraph(String(decoding: text, as: UTF8.self)))
    text.removeAll(keepingCapacity: true)
    isPending = false
    let anchored = boxes
    boxes = []
    for box in anchored { blocks += self.blocks(of: box) }
  }

  /// Where the content of an element lies that only wraps it; nil for anything else, such as what was deleted.
  private static func inside(_ node: Node) -> Node? {
    if node.is(W.sdt) { return node.firstElement(W.sdtContent) }
    if node.is(MC.alternateContent) { return node.firstElement(MC.choice) ?? node.firstElement(MC.fallback) }
    return wrappers.contains { node.is($0) } ? node : nil
  }

  private static let wrappers = [
    W.ins, W.moveTo, W.hyperlink, W.smartTag, W.customXml, W.fldSimple, W.dir, W.bdo,
  ]

  private static func isOn(_ property: Name, in properties: Node?) -> Bool {
    guard let element = properties?.firstElement(property) else { return false }
    return !["0", "false", "off"].contains(element.attribute(W.val))
  }
}

// Tables.
extension WordContent {
  private mutating func table(_ table: Node) -> DocumentContent.Table {
    var rows: [[DocumentContent.Cell]] = []
    for row in Self.descend(table, to: W.tr) {
      let properties = row.firstElement(W.trPr)
      if properties?.firstElement(W.del) != nil || Self.isOn(W.hidden, in: properties) { continue }
      var cells: [DocumentContent.Cell] = []
      for cell in Self.descend(row, to: W.tc) { self.cell(cell, isFirstRow: rows.isEmpty, &cells) }
      rows.append(cells)
    }
    return DocumentContent.Table(rows: rows)
  }

  private mutating func cell(_ cell: Node, isFirstRow: Bool, _ cells: inout [DocumentContent.Cell]) {
    let properties = cell.firstElement(W.tcPr)
    if properties?.firstElement(W.cellDel) != nil { return }
    // Few columns make a row: beyond, the number is nonsense.
    let span = properties?.firstElement(W.gridSpan)?.attribute(W.val).flatMap { Int($0) } ?? 1
    let columns = max(1, min(span, 1_000))
    if let left = cells.indices.last, Self.goesOn(W.hMerge, in: properties) {
      cells[left].columns += columns
      return
    }
    let isCovered = !isFirstRow && Self.goesOn(W.vMerge, in: properties)
    cells.append(
      DocumentContent.Cell(
        blocks: isCovered ? [] : blocks(of: cell), columns: columns, isCovered: isCovered))
  }

  /// Whether a cell belongs to the one above or on its left.
  private static func goesOn(_ merge: Name, in properties: Node?) -> Bool {
    guard let element = properties?.firstElement(merge) else { return false }
    return element.attribute(W.val) ?? "continue" == "continue"
  }

  /// The elements called `name` in `parent`, also inside content controls and the like.
  private static func descend(_ parent: Node, to name: Name) -> [Node] {
    parent.elements.flatMap { child in
      child.is(name) ? [child] : inside(child).map { descend($0, to: name) } ?? []
    }
  }
}

// Paragraphs.
extension WordContent {
  private mutating func inline(in holder: Node) {
    for node in holder.children {
      if node.is(W.r) {
        run(node, isHidden: Self.isOn(W.vanish, in: node.firstElement(W.rPr)))
      } else if let inner = Self.inside(node) {
        inline(in: inner)
      } else if node.is(OfficeMath.oMath) || node.is(OfficeMath.oMathPara) {
        for piece in node.descendants where piece.is(OfficeMath.t) && fields.isShown {
          text += piece.textBytes
        }
      }
    }
  }

  private mutating func run(_ run: Node, isHidden: Bool) {
    for node in run.children {
      if node.is(W.fldChar) {
        fields.take(node.attribute(W.fldCharType))
      } else if isHidden || !fields.isShown {
        continue
      } else if node.is(W.t) {
        append(node)
      } else if node.is(W.br) {
        lineBreak(node.attribute(W.type))
      } else if node.is(W.cr) {
        lineBreak(nil)
      } else if node.is(W.tab) || node.is(W.ptab) {
        text.append(0x20)
      } else if node.is(W.noBreakHyphen) {
        text += "\u{2011}".utf8
      } else if node.is(W.sym) {
        text += SymbolFonts.text(font: node.attribute(W.font), code: node.attribute(W.char)).utf8
      } else if node.is(W.ruby) {
        if let base = node.firstElement(W.rubyBase) { inline(in: base) }
      } else if node.is(W.drawing) || node.is(W.pict) || node.is(W.object) {
        findBoxes(in: node)
      } else if node.is(MC.alternateContent), let chosen = Self.inside(node) {
        self.run(chosen, isHidden: false)
      }
    }
  }

  /// A break to the next page or column is a new line only where a line has begun.
  private mutating func lineBreak(_ type: String?) {
    let isLine = type ?? "textWrapping" == "textWrapping"
    if isLine || text.last.map({ $0 != 0x0A }) == true { text.append(0x0A) }
  }

  /// Without `xml:space`, blanks around a text are its file's layout.
  private mutating func append(_ element: Node) {
    let isKept = element.attribute(XMLNames.space).map { $0 == "preserve" } ?? keepsBlanks
    var bytes = element.textBytes[...]
    if !isKept {
      bytes = bytes.drop { $0 <= 0x20 }
      while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    }
    for byte in bytes { text.append(byte < 0x20 ? 0x20 : byte) }
  }

  private mutating func findBoxes(in holder: Node) {
    for node in holder.children {
      if node.is(W.txbxContent) {
        boxes.append(node)
      } else {
        findBoxes(in: node.is(MC.alternateContent) ? Self.inside(node) ?? node : node)
      }
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
