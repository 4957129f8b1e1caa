import Deflate
import OfficeDocument
import TemplateLanguage

/// Lays out the tables of a part whose cells depend on data, from what was noted while it was written.
struct CellLayout {
  let designs: CellDesigns
  let log: CellLog
  let entry: String
  let changes: PackageChanges
  /// What is wrong with spans, by number.
  private(set) var refused: [Int: ValueError] = [:]
  private var edits: [Edit] = []
  private var bytes: [UInt8] = []
  private var tables: [LaidTable] = []
  private var open: [OpenCell] = []

  /// Bytes that take the place of what stands between two events.
  private struct Edit {
    let event: Int
    let until: Int
    let bytes: Range<Int>
  }

  /// A cell with statements that has begun and not ended.
  private struct OpenCell {
    let event: Int
    let table: Int
    var cell: Int?
    var shading: (event: Int, design: Int)?
    /// The number of a colour.
    var color: Int?
  }

  init(_ designs: CellDesigns, _ log: CellLog, entry: String, changes: PackageChanges) {
    self.designs = designs
    self.log = log
    self.entry = entry
    self.changes = changes
  }

  /// Reads the log and lays out each table at its end.
  mutating func run() {
    for (index, event) in log.events.enumerated() {
      let number = Int(event.index)
      switch event.kind {
      case .tableBegin: tables.append(LaidTable(design: designs.tables[number], begin: index))
      case .tableEnd: if let table = tables.popLast() { finish(table) }
      case .rowBegin: if !tables.isEmpty { tables[tables.count - 1].beginRow(designs.rows[number], index) }
      case .rowEnd: endRow(index)
      case .open: open.append(OpenCell(event: index, table: tables.count))
      case .cell: beginCell(number, index)
      case .end: if let last = lastCell { tables[tables.count - 1].cells[last].end = Int32(index) }
      case .close: close(index)
      case .shading: if !open.isEmpty { open[open.count - 1].shading = (index, number) }
      case .background: if !open.isEmpty { open[open.count - 1].color = Int(event.value) }
      default: note(event, index)
      }
    }
  }

  private var lastCell: Int? {
    guard let table = tables.last, let row = table.rows.last, !row.cells.isEmpty else { return nil }
    return row.cells.upperBound - 1
  }

  private mutating func endRow(_ event: Int) {
    guard let count = tables.last?.rows.count, count > 0 else { return }
    tables[tables.count - 1].rows[count - 1].end = event
  }

  private mutating func beginCell(_ number: Int, _ event: Int) {
    guard !tables.isEmpty else { return }
    var cell = LaidCell(design: number, place: Int32(event), span: Int32(designs.cells[number].span))
    if let last = open.last, last.table == tables.count, last.cell == nil {
      cell.open = Int32(last.event)
      tables[tables.count - 1].add(cell)
      open[open.count - 1].cell = lastCell
    } else {
      tables[tables.count - 1].add(cell)
    }
  }

  /// What a statement says goes for the innermost cell around it.
  private mutating func note(_ event: CellEvent, _ index: Int) {
    guard let last = open.last, let number = last.cell, last.table <= tables.count, last.table > 0 else {
      return
    }
    var cell = tables[last.table - 1].cells[number]
    switch event.kind {
    case .content: cell.content = Int32(index)
    case .contentEnd: cell.contentEnd = Int32(index)
    case .textBegin: if cell.textBegin < 0 { cell.textBegin = Int32(index) }
    case .textEnd: cell.textEnd = Int32(index)
    case .columnSpan:
      cell.span = Int32(event.value)
      cell.spanStatement = Int32(event.index)
      cell.isSpanFixed = true
    case .mergeDown:
      cell.downKey = event.value
      cell.mergesByValue = event.index == 1
    case .mergeRight:
      cell.rightKey = event.value
      cell.isSpanFixed = true
    default: break
    }
    tables[last.table - 1].cells[number] = cell
  }

  private mutating func close(_ event: Int) {
    guard let cell = open.popLast() else { return }
    if let number = cell.cell, cell.table == tables.count {
      tables[tables.count - 1].cells[number].end = Int32(event)
      tables[tables.count - 1].cells[number].color = Int32(cell.color ?? -1)
    }
    guard let (place, number) = cell.shading else { return }
    let design = designs.cells[number]
    let color = cell.color.map { log.colors[$0] }
    if designs.format == .docx {
      let shading = color.map {
        Array("<\(design.prefix)shd \(design.prefix)val=\"clear\" \(design.prefix)color=\"auto\" ".utf8)
          + Array("\(design.prefix)fill=\"\($0.value)\"/>".utf8)
      }
      insert(shading ?? design.shading, at: place)
    } else {
      insert(attributes(of: design, span: nil, cell.color), at: place)
    }
  }

  /// What stands between the quotation marks of an OpenDocument cell's first attribute that depends on data.
  ///
  /// - Parameter span: nil if the cell keeps that of the template, which is written where there is no style.
  func attributes(of design: CellDesign, span: Int?, rows: Int = 1, _ color: Int?) -> [UInt8] {
    let prefix = design.prefix
    let style = styleName(of: design, color)
    var text: String
    if design.styleName != nil {
      text = style ?? ""
      if let span, span > 1 { text += "\" \(prefix)number-columns-spanned=\"\(span)" }
    } else {
      text = "\(span ?? design.span)"
      if let style { text += "\" \(prefix)style-name=\"\(style)" }
    }
    if rows > 1 { text += "\" \(prefix)number-rows-spanned=\"\(rows)" }
    return Array(text.utf8)
  }

  /// The style of an OpenDocument cell with a background of its own.
  private func styleName(of design: CellDesign, _ color: Int?) -> String? {
    guard let color, let number = design.style else { return design.styleName }
    let value = log.colors[color]
    let style = designs.styles[number]
    let background = value == .automatic ? "transparent" : "#\(value.value)"
    let wrap = Wrap(
      style.beforeName, style.beforeColor + Array(background.utf8) + style.afterColor)
    return changes.name(of: AutomaticStyle(wrap: wrap), in: entry)
  }

  private mutating func finish(_ table: LaidTable) {
    var layout = TableLayout(table, designs.cells)
    layout.run()
    refused.merge(layout.refused) { first, _ in first }
    guard refused.isEmpty else { return }
    if designs.format == .docx {
      WordTableWriter(layout, designs.cells).write(into: &self)
    } else {
      OpenDocumentTableWriter(layout, designs.cells, entry, changes).write(into: &self)
    }
  }

  // MARK: Edits

  /// Takes away the texts noted from one event to another.
  mutating func removeTexts(from first: Int, to last: Int) {
    var begin: Int?
    for index in first...last {
      switch log.events[index].kind {
      case .textBegin: begin = index
      case .textEnd:
        if let begin { replace(from: begin, to: index, by: []) }
        begin = nil
      default: continue
      }
    }
  }

  /// Puts bytes at an event.
  mutating func insert(_ inserted: [UInt8], at event: Int) {
    replace(from: event, to: event, by: inserted)
  }

  /// Puts bytes in the place of what stands between two events.
  mutating func replace(from event: Int, to end: Int, by replacement: [UInt8]) {
    guard end > event || !replacement.isEmpty else { return }
    let start = bytes.count
    bytes += replacement
    edits.append(Edit(event: event, until: end, bytes: start..<bytes.count))
  }

  /// The text with all edits carried out; one inside of what another takes away goes with it.
  func applied(to text: TemplateText) -> TemplateText {
    guard !edits.isEmpty else { return text }
    var result = TemplateText()
    var position = TemplateText.start
    var next = 0
    for edit in edits.sorted(by: { ($0.event, $0.bytes.lowerBound) < ($1.event, $1.bytes.lowerBound) })
    where edit.event >= next {
      result.append(text, from: position, to: log.events[edit.event].position)
      result.values += bytes[edit.bytes]
      position = log.events[edit.until].position
      next = edit.until
    }
    result.append(text, from: position, to: text.end)
    return result
  }
}
