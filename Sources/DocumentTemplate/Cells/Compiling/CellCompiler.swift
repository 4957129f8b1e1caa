import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Puts marks into tables whose cells depend on data, and notes what must be known of them when they are laid out.
///
/// A table with blocks among its cells, or with `colspan` or `hm`, has all its cells noted. One that merges
/// downwards only keeps its columns: only the cells merged are noted. Other tables are left as they are.
struct CellCompiler {
  let tree: XMLTree
  let dialect: Dialect
  let records: [TagRecord]
  let grids: TableGrids
  let walk: TableWalk
  let file: String?
  var marks: MarkTable
  var designs = CellDesigns()
  /// The sites of the statements that take a value, by the tag's number.
  private(set) var sites: [Int: Int] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private var loops: [Node: Int] = [:]
  var styles: StyleSources

  /// The statements that stand in one cell.
  struct Statements {
    var all: [(marker: Node, origin: Int, statement: ParsedTag.CellStatement)] = []

    func has(_ statement: ParsedTag.CellStatement) -> Bool { all.contains { $0.statement == statement } }
    var mergesDown: Bool { has(.verticalMerge) }
    /// Whether the cell's columns depend on data.
    var changesColumns: Bool { has(.columnSpan) || has(.horizontalMerge) }
    var needsPlace: Bool { mergesDown || changesColumns }
  }

  init(
    tree: XMLTree, records: [TagRecord], marks: MarkTable, grids: TableGrids, walk: TableWalk, file: String?
  ) {
    self.tree = tree
    dialect = walk.dialect
    self.records = records
    self.marks = marks
    self.grids = grids
    self.walk = walk
    self.file = file
    designs.format = dialect.format
    styles = StyleSources(of: tree, dialect.format)
  }

  mutating func compile(_ markers: [MarkerList.Marker]) {
    var statements: [Node: Statements] = [:]
    for marker in markers {
      guard case .cell(let statement)? = records[marker.origin].parsed?.role else { continue }
      guard let cell = dialect.ancestor(of: marker.node, as: .cell) else {
        diagnostics.append(records[marker.origin].diagnostic(.outsideCell(statement), file: file))
        continue
      }
      statements[cell, default: Statements()].all.append((marker.node, marker.origin, statement))
    }
    for table in grids.tables where table.isDescendant(of: tree.root) { compile(table, statements) }
  }

  private mutating func compile(_ table: Node, _ statements: [Node: Statements]) {
    let rows = walk.rows(of: table)
    let cells = rows.carriers.map { walk.cells(of: $0) }
    let own = cells.flatMap { $0.carriers.compactMap { statements[$0] } }
    let blocks = cells.map { steps in steps.contains { if case .tag = $0 { true } else { false } } }
    let isDynamic = blocks.contains(true) || own.contains { $0.changesColumns }
    let isBroken = hasBrokenMerge(rows)
    guard isDynamic || isBroken || own.contains(where: \.mergesDown) else {
      for cell in cells.flatMap(\.carriers) {
        settle(cell, statements[cell], isNoted: false)
        restore(cell)
      }
      return
    }
    for (row, (steps, isDynamicRow)) in zip(rows.carriers, zip(cells, blocks)) {
      mark(row, isDynamic: isDynamicRow, inDynamicTable: isDynamic)
      for step in steps {
        // Covered cells beside another that the same cell above covers count with that one.
        guard case .carrier(let cell, let depth) = step,
          !cell.is(ODFTable.coveredTableCell) || grids.below[cell] != nil
        else { continue }
        let isNoted =
          isDynamic || statements[cell]?.mergesDown == true || isBroken && merge(of: cell) != .none
        settle(cell, statements[cell], isNoted: isNoted, isRepeated: depth > 0, hasEnd: isDynamic)
        if !isNoted { restore(cell) }
      }
    }
    mark(table, isDynamic: isDynamic, hasColumnBlocks: blocks.contains(true))
  }

  /// Whether rows that come and go stand between the cells of a merge that the template itself says, or a row
  /// among them was a tag's and is gone.
  private func hasBrokenMerge(_ rows: [TableWalk.Step]) -> Bool {
    var hasTag = false
    /// How many rows are still to come that a cell further up covers.
    var owed = 0
    for step in rows {
      switch step {
      case .tag:
        if owed > 0 { return true }
        hasTag = true
      case .carrier(let row, _):
        let cells = walk.cells(of: row).carriers
        if hasTag, cells.contains(where: { merge(of: $0) == .continued }) { return true }
        hasTag = false
        owed = max(owed - TableGrids.spanned(row, ODFTable.numberRowsRepeated), 0)
        guard dialect.format == .odt else { continue }
        for cell in cells { owed = max(owed, TableGrids.spanned(cell, ODFTable.numberRowsSpanned) - 1) }
      }
    }
    return owed > 0
  }

  func merge(of cell: Node) -> CellDesign.Merge {
    if dialect.format == .odt {
      if grids.below[cell] != nil { return .continued }
      return TableGrids.spanned(cell, ODFTable.numberRowsSpanned) > 1 ? .first : .none
    }
    guard let merge = cell.firstElement(W.tcPr)?.firstElement(W.vMerge) else { return .none }
    return merge.attribute(W.val) == "restart" ? .first : .continued
  }

  /// Puts covered cells back beside a cell whose columns stay as they are.
  private func restore(_ cell: Node) {
    for covered in (grids.besides[cell] ?? []).reversed() { cell.insertAfter(covered) }
  }

  // MARK: Tables and rows

  private mutating func mark(_ table: Node, isDynamic: Bool, hasColumnBlocks: Bool) {
    let declared =
      dialect.format == .docx ? wordColumns(of: table, isDynamic) : openDocumentColumns(of: table, isDynamic)
    let number = designs.tables.count
    designs.tables.append(
      TableDesign(
        widths: declared.widths, columnCount: max(1, grids.columnCounts[table] ?? 1), isDynamic: isDynamic,
        hasColumnBlocks: hasColumnBlocks, columns: declared.markup,
        prefix: table.prefix.map { "\($0):" } ?? "", isRelative: declared.isRelative))
    let begin = note(.tableBegin, number)
    if isDynamic {
      place(begin, forColumnsOf: table)
    } else {
      table.prepend(begin)
    }
    table.append(note(.tableEnd, number))
  }

  private mutating func mark(_ row: Node, isDynamic: Bool, inDynamicTable: Bool) {
    let number = designs.rows.count
    let properties = row.firstElement(W.trPr)
    designs.rows.append(
      RowDesign(
        before: grids.before[row] ?? 0, hasProperties: properties != nil, isDynamic: isDynamic))
    let begin = note(.rowBegin, number)
    if inDynamicTable, let properties {
      for name in [W.gridAfter, W.wAfter] { properties.firstElement(name)?.remove() }
      properties.prepend(begin)
    } else if let exceptions = row.firstElement(W.tblPrEx) {
      exceptions.insertAfter(begin)
    } else {
      row.prepend(begin)
    }
    if inDynamicTable, dialect.format == .odt { row.append(note(.rowEnd, number)) }
  }

  mutating func note(_ kind: CellEvent.Kind, _ number: Int) -> Node {
    marks.node(.cell(.note(kind, number)), in: tree)
  }

  // MARK: Cells

  private mutating func settle(
    _ cell: Node, _ statements: Statements?, isNoted: Bool, isRepeated: Bool = false, hasEnd: Bool = false
  ) {
    guard isNoted || statements != nil else { return }
    var design = CellDesign(columns: grids.cells[cell] ?? 0..<1)
    design.isRepeated = isRepeated
    design.merge = merge(of: cell)
    design.prefix = cell.prefix.map { "\($0):" } ?? ""
    let number = designs.cells.count
    if dialect.format == .docx {
      settleWord(cell, statements, number, &design, isNoted: isNoted)
    } else {
      settleOpenDocument(cell, statements, number, &design, isNoted: isNoted, hasEnd: hasEnd)
    }
    designs.cells.append(design)
    for one in statements?.all ?? [] { settle(one.marker, one.origin, one.statement, in: cell) }
  }

  /// Leaves in the place of a tag what takes its value.
  private mutating func settle(
    _ marker: Node, _ origin: Int, _ statement: ParsedTag.CellStatement, in cell: Node
  ) {
    if records[origin].parsed?.hasValue == true {
      sites[origin] = CellDesigns.site(of: designs.statements.count)
      designs.statements.append(statement)
      leaveRun(marker)
      return
    }
    guard let row = dialect.ancestor(of: cell, as: .row),
      let loop = statement == .verticalMerge ? loop(around: row, in: nil) : loop(around: cell, in: row)
    else {
      diagnostics.append(records[origin].diagnostic(.mergeWithoutLoop(statement), file: file))
      return
    }
    let kind = statement == .verticalMerge ? CellEvent.Kind.mergeDown : .mergeRight
    marker.insertBefore(marks.node(.cell(.merge(kind, loop: number(of: loop))), in: tree))
    marker.remove()
  }

  /// Takes a tag out of its run if nothing else is in it; the run goes.
  private func leaveRun(_ marker: Node) {
    while let parent = marker.parent {
      guard dialect.role(of: parent) == .inline || dialect.role(of: parent) == .characters,
        parent.children.allSatisfy({ $0 == marker || $0.is(W.rPr) })
      else { return }
      parent.insertBefore(marker)
      parent.remove()
    }
  }

  private mutating func number(of loop: Node) -> Int {
    if let known = loops[loop] { return known }
    let number = designs.loopCount
    designs.loopCount += 1
    loops[loop] = number
    loop.insertBefore(marks.node(.cell(.loop(number)), in: tree))
    return number
  }

  /// The tag that opens the innermost loop around `node` whose tags stand outside of it, and in `limit`.
  private func loop(around node: Node, in limit: Node?) -> Node? {
    var current = node
    while current != limit, let parent = current.parent {
      var depth = 0
      var sibling = current.previousSibling
      while let one = sibling {
        if let origin = one.markedTag {
          switch records[origin].parsed?.role {
          case .closes("for")?: depth += 1
          case .opens("for")?:
            if depth == 0 { return one }
            depth -= 1
          default: break
          }
        }
        sibling = one.previousSibling
      }
      current = parent
    }
    return nil
  }

  // MARK: OpenDocument's cells

  private mutating func settleOpenDocument(
    _ cell: Node, _ statements: Statements?, _ number: Int, _ design: inout CellDesign, isNoted: Bool,
    hasEnd: Bool
  ) {
    design.styleName = cell.attribute(ODFTable.styleName)
    if design.merge == .continued {
      cell.insertBefore(note(.cell, number))
      for covered in [cell] + (grids.below[cell] ?? []) { covered.remove() }
      return
    }
    let hasBackground = statements?.has(.background) == true
    if hasBackground { design.style = styles.style(of: design.styleName, &designs.styles) }
    let place = design.styleName == nil ? ODFTable.numberColumnsSpanned : ODFTable.styleName
    if isNoted {
      for name in [ODFTable.numberRowsSpanned, ODFTable.numberColumnsSpanned] { cell.removeAttribute(name) }
      cell.setAttribute(place, marker: marks.add(.cell(.note(.cell, number))))
    } else if hasBackground {
      cell.setAttribute(place, marker: marks.add(.cell(.note(.shading, number))))
    }
    if statements != nil {
      cell.insertBefore(note(.open, number))
      cell.insertAfter(note(.close, number))
    } else if hasEnd || design.merge == .first {
      cell.insertAfter(note(.end, number))
    }
  }
}
