import OfficeDocument
import TemplateLanguage
import XMLTree

extension CellCompiler {
  /// What may stand behind `w:shd` in a cell's properties (ISO/IEC 29500-1, 17.4.69).
  private static let behindShading = [
    W.noWrap, W.tcMar, W.textDirection, W.tcFitText, W.vAlign, W.hideMark, W.headers, W.cellIns, W.cellDel,
    W.cellMerge, W.tcPrChange,
  ]

  mutating func settleWord(
    _ cell: Node, _ statements: Statements?, _ number: Int, _ design: inout CellDesign, isNoted: Bool
  ) {
    let properties = cell.firstElement(W.tcPr) ?? made(W.tcPr, in: cell)
    if isNoted {
      if let width = properties.firstElement(W.tcW) {
        design.width = width.serialize()
        design.widthType = Self.widthType(of: width)
      }
      for name in [W.tcW, W.gridSpan, W.hMerge, W.vMerge] { properties.firstElement(name)?.remove() }
      let mark = note(.cell, number)
      if let conditional = properties.firstElement(W.cnfStyle) {
        conditional.insertAfter(mark)
      } else {
        properties.prepend(mark)
      }
    }
    guard let statements else { return }
    if statements.has(.background) {
      if let shading = properties.firstElement(W.shd) {
        design.shading = shading.serialize()
        shading.remove()
      }
      let mark = note(.shading, number)
      let behind = properties.children.first { child in Self.behindShading.contains { child.is($0) } }
      if let behind { behind.insertBefore(mark) } else { properties.append(mark) }
    }
    if statements.mergesDown {
      design.keepsContent = !statements.all.contains {
        $0.statement == .verticalMerge && records[$0.origin].parsed?.hasValue == true
      }
      if design.keepsContent {
        for one in statements.all where one.statement == .verticalMerge {
          bound(textBefore: one.marker, in: cell, number)
        }
      } else {
        design.emptyContent = emptyContent(of: cell)
        properties.insertAfter(note(.content, number))
        cell.append(note(.contentEnd, number))
      }
    }
    cell.insertBefore(note(.open, number))
    cell.insertAfter(note(.close, number))
  }

  /// Bounds the text before a `{% vm %}` and beside it in its `w:t`, which docxtpl shows in the first cell of a
  /// merge only; what follows it keeps.
  private mutating func bound(textBefore marker: Node, in cell: Node, _ number: Int) {
    for text in cell.descendants where text.is(W.t) {
      let isLast = marker.isDescendant(of: text)
      text.prepend(note(.textBegin, number))
      text.append(note(.textEnd, number))
      if isLast { return }
    }
  }

  /// An empty paragraph, of the height of the cell's first one: what a covered cell holds (17.4.84).
  private func emptyContent(of cell: Node) -> [UInt8] {
    let first = cell.descendants.first { $0.is(W.p) }
    guard let first else { return Array("<\(cell.prefix.map { "\($0):" } ?? "")p/>".utf8) }
    let copy = first.copyShallow()
    for attribute in UniqueIDs.volatile where copy.attribute(attribute) != nil {
      copy.removeAttribute(attribute)
    }
    first.insertBefore(copy)
    let properties = first.firstElement(W.pPr)?.copyDeep() ?? tree.makeElement(W.pPr)
    for name in [W.numPr, W.sectPr, W.pPrChange] { properties.firstElement(name)?.remove() }
    if properties.firstElement(W.rPr) == nil,
      let format = first.descendants.first(where: { $0.is(W.r) })?.firstElement(W.rPr)
    {
      properties.append(format.copyDeep())
    }
    if !properties.children.isEmpty { copy.append(properties) }
    let bytes = copy.serialize()
    copy.remove()
    return bytes
  }

  private func made(_ name: Name, in parent: Node) -> Node {
    let element = tree.makeElement(name)
    parent.prepend(element)
    return element
  }

  private static func widthType(of width: Node) -> CellDesign.WidthType {
    switch width.attribute(W.type) {
    case nil, "dxa": .twips
    case "pct": .percent
    default: .other
    }
  }

  /// The columns of a table: their widths, and their declarations, taken out of the tree if they are to be
  /// written anew.
  func wordColumns(of table: Node, _ isDynamic: Bool) -> (widths: [Int]?, markup: [UInt8], isRelative: Bool) {
    guard isDynamic, let grid = table.firstElement(W.tblGrid) else { return (nil, [], false) }
    let columns = grid.elements(W.gridCol)
    let widths = columns.compactMap { column in
      column.attribute(W.w).flatMap { Int($0) ?? StyleLength.twips($0) }
    }
    let markup = columns.flatMap { $0.serialize() }
    for child in grid.elements { child.remove() }
    let isKnown = widths.count == columns.count && !widths.contains { $0 < 0 } && widths.contains { $0 > 0 }
    return (isKnown ? widths : nil, markup, false)
  }

  func place(_ begin: Node, forColumnsOf table: Node) {
    if dialect.format == .odt {
      let first = table.children.first { child in
        switch dialect.role(of: child) {
        case .row?, .group?: true
        default: child.is(ODFTable.tableRows) || child.kind == .instruction
        }
      }
      if let first { first.insertBefore(begin) } else { table.append(begin) }
    } else if let grid = table.firstElement(W.tblGrid) {
      grid.append(begin)
    } else {
      let grid = tree.makeElement(W.tblGrid)
      grid.append(begin)
      if let properties = table.firstElement(W.tblPr) {
        properties.insertAfter(grid)
      } else {
        table.prepend(grid)
      }
    }
  }
}
