import Diagnostics
import Forms

/// Finds the figures of a form's tables in rows, by the labels in them.
struct TableReader {
  let definition: FormDefinition
  let tables: [TableLabels]
  /// The table whose section is being read.
  var current: Int?
  private(set) var readings: [Reading?]
  private(set) var findings: [Diagnostic] = []
  /// Places of figures and rows for which the form has no place.
  private(set) var unplaced = 0
  /// How many labels are official ones, and how many are not.
  private(set) var officialLabels = 0
  private(set) var otherLabels = 0

  private var group: Int?
  private var head = TableHead()
  private var across = AcrossHead()

  /// A figure's text and where it stands.
  struct Reading {
    var text: String
    var place: Place
  }

  init(_ definition: FormDefinition) {
    self.definition = definition
    tables = definition.tables.map { TableLabels($0) }
    readings = Array(repeating: nil, count: definition.cells.count)
  }

  /// How many figures have been found.
  var found: Int { readings.count { $0 != nil } }

  /// Begins the section of a table, or a section of text.
  mutating func begin(table: String?) {
    current = table.flatMap { id in tables.firstIndex { $0.table.id == id } }
    group = nil
    head = TableHead()
    across = AcrossHead()
  }

  mutating func report(
    _ message: Message, at place: Place, severity: Diagnostic.Severity = .warning
  ) {
    findings.append(Diagnostic(severity, message, at: place))
  }

  // MARK: Rows

  /// Reads a row; says so if there is no place for it.
  mutating func read(_ cells: [PublishedDocument.Cell], at place: Place) {
    let filled = cells.filter { !$0.isBlank }
    guard !filled.isEmpty else { return }
    if filled.count == 1, caption(filled[0].text) { return }
    if readAcross(cells) { return }
    if readHead(cells) { return }
    if readData(cells, at: place) { return }
    unplaced += 1
    report(.rowWithoutPlace, at: place)
  }

  /// Takes a block's caption; false if the text is none.
  mutating func caption(_ text: String) -> Bool {
    let candidate = LabelCandidate(text)
    for index in ordered {
      for (block, labels) in tables[index].blocks.enumerated() {
        guard let fit = labels.caption?.fit(candidate) else { continue }
        note(fit)
        current = index
        head = TableHead(block: block)
        return true
      }
    }
    return false
  }

  /// The tables, the current one first.
  private var ordered: [Int] {
    guard let current else { return Array(tables.indices) }
    return [current] + tables.indices.filter { $0 != current }
  }

  private mutating func note(_ fit: LabelText.Fit) {
    if fit == .official { officialLabels += 1 } else { otherLabels += 1 }
  }

  // MARK: Heads

  private mutating func readHead(_ cells: [PublishedDocument.Cell]) -> Bool {
    let filled = cells.filter { !$0.isBlank }
    guard !filled.contains(where: { FigureText.isFigure($0.text) }) else { return false }
    var best: (table: Int, block: Int, matches: Int, entries: [TableHead.Entry], fits: [LabelText.Fit])?
    for table in ordered where !tables[table].table.isAcross {
      for (block, labels) in tables[table].blocks.enumerated() {
        var matches = 0
        var entries: [TableHead.Entry] = []
        var fits: [LabelText.Fit] = []
        for (index, cell) in filled.enumerated() {
          let candidate = LabelCandidate(cell.text)
          if let column = tables[table].column(candidate, block: labels) {
            matches += 1
            fits.append(column.fit)
            entries.append(TableHead.Entry(column: column.id, start: cell.start))
          } else if tables[table].isHeadWord(candidate, block: labels) {
            matches += 1
          } else if index > 0 || cells.first?.isBlank == true {
            entries.append(TableHead.Entry(column: nil, start: cell.start))
          }
        }
        let isHere = table == current && block == head.block
        if matches > best?.matches ?? 0 || (matches == best?.matches && matches > 0 && isHere) {
          best = (table, block, matches, entries, fits)
        }
      }
    }
    guard let best else { return false }
    if best.matches == 1 {
      // One cell that is also a row's label is a row.
      let isRow = filled.contains { tables[best.table].exactRow(LabelCandidate($0.text), in: group) != nil }
      if isRow { return false }
    }
    if head.isDone || current != best.table {
      head = TableHead(block: best.table == current ? head.block : nil)
    }
    current = best.table
    if head.block == nil, best.entries.contains(where: { $0.column != nil }) { head.block = best.block }
    for fit in best.fits { note(fit) }
    if !best.entries.isEmpty {
      head.entries += best.entries
      head.rows += 1
    }
    return true
  }

  // MARK: Figures

  private mutating func readData(_ cells: [PublishedDocument.Cell], at place: Place) -> Bool {
    for table in ordered where !tables[table].table.isAcross {
      if table != current, current != nil, group != nil, exactStart(cells, table) == nil { continue }
      if let (row, labelCells, group) = label(of: cells, in: table) {
        if table != current {
          head = TableHead()
          current = table
        }
        self.group = group ?? tables[table].rows[row].groups.last
        figures(Array(cells[labelCells...]), row, at: place)
        return true
      }
    }
    return false
  }

  private func exactStart(_ cells: [PublishedDocument.Cell], _ table: Int) -> Int? {
    cells.first { !$0.isBlank }.flatMap { tables[table].exactRow(LabelCandidate($0.text), in: nil)?.row }
  }

  /// The row that label cells name, and how many cells they are.
  private mutating func label(
    of cells: [PublishedDocument.Cell], in table: Int
  ) -> (row: Int, cells: Int, group: Int?)? {
    let labels = tables[table]
    var group = table == current ? self.group : nil
    var skipped = false
    for (index, cell) in cells.enumerated() where !cell.isBlank {
      if FigureText.isFigure(cell.text) { break }
      guard let (row, fit) = labels.row(LabelCandidate(cell.text), in: group) else {
        skipped = true
        continue
      }
      if labels.rows[row].path == nil {
        group = row
        note(fit)
        continue
      }
      // Behind words that say nothing only an exact label counts.
      if skipped, fit == .near { continue }
      note(fit)
      if fit == .near { report(.labelNearly, at: cell.place, severity: .notice) }
      return (row, index + 1, group)
    }
    if table == current { self.group = group }
    return nil
  }

  private mutating func figures(_ cells: [PublishedDocument.Cell], _ row: Int, at place: Place) {
    guard let current, let path = tables[current].rows[row].path else { return }
    let block = tables[current].rows[row].block
    // A head over another block's columns says nothing about this one's, unless they are called the same.
    if let headBlock = head.block, headBlock != block {
      let blocks = tables[current].blocks
      if blocks[headBlock].columns.map(\.id) != blocks[block].columns.map(\.id) { head = TableHead() }
    }
    head.isDone = true
    let columns = tables[current].table.blocks[block].figureColumns
    let expected = head.entries.isEmpty ? columns.count : head.entries.count
    var figures = cells[...]
    while figures.count > expected, figures.first?.isBlank == true { figures.removeFirst() }
    while figures.count > expected, figures.last?.isBlank == true { figures.removeLast() }
    guard let ids = head.columns(for: Array(figures), official: columns) else {
      unplaced += max(1, figures.count)
      report(.wrongFigureCount(found: figures.count, expected: expected), at: place)
      return
    }
    if head.entries.isEmpty, columns.count > 1 { report(.noHead, at: place, severity: .notice) }
    let isSingle = tables[current].table.blocks[block].isSingle
    for (id, cell) in zip(ids, figures) {
      guard let id, let target = definition.cell(isSingle ? path : "\(path).\(id)") else {
        if !cell.isBlank {
          unplaced += 1
          report(.figureWithoutPlace, at: cell.place)
        }
        continue
      }
      put(cell, in: target)
    }
  }

  private mutating func put(_ cell: PublishedDocument.Cell, in target: FormCell) {
    if let earlier = readings[target.index] {
      if LabelKey(earlier.text) != LabelKey(cell.text) {
        unplaced += 1
        report(.readTwice(target), at: cell.place)
      }
      return
    }
    readings[target.index] = Reading(text: cell.text, place: cell.place)
  }

  // MARK: Tables read across

  private mutating func readAcross(_ cells: [PublishedDocument.Cell]) -> Bool {
    let across = tables.indices.filter { tables[$0].table.isAcross }
    for table in across {
      for (block, labels) in tables[table].blocks.enumerated() {
        let rows = tables[table].rows.filter { $0.block == block }
        if let fits = self.across.read(cells, rows: rows, labels, tables[table]) {
          if current != table { begin(at: table) }
          for fit in fits { note(fit) }
          return true
        }
        guard current == table, cells.allSatisfy({ FigureText.isFigure($0.text) }) else { continue }
        let paths = rows.compactMap(\.path).flatMap { row in labels.columns.map { "\(row).\($0.id)" } }
        guard let placed = self.across.paths(for: cells, official: paths) else { continue }
        if !self.across.isComplete { report(.noHead, at: cells[0].place, severity: .notice) }
        for (path, cell) in zip(placed, cells) {
          if let target = definition.cell(path) { put(cell, in: target) }
        }
        return true
      }
    }
    return false
  }

  private mutating func begin(at table: Int) {
    let across = self.across
    begin(table: tables[table].table.id)
    self.across = across
  }
}

// MARK: Text that is not in a table

extension TableReader {
  /// Whether a paragraph is the label of a row of the current table.
  func isRowLabel(_ text: String) -> Bool {
    guard let current, !tables[current].table.isAcross else { return false }
    return tables[current].exactRow(LabelCandidate(text), in: nil) != nil
  }

  /// Whether one of the words is the label of a row of the current table.
  func namesRow(_ words: [String]) -> Bool {
    guard let current else { return false }
    return words.contains { word in
      tables[current].exactRow(LabelCandidate(word), in: group).map {
        tables[current].rows[$0.row].path != nil
      } ?? false
    }
  }

  /// Whether a text is the beginning of one row's label.
  func isRowBeginning(_ text: String) -> Bool {
    guard let current, !tables[current].table.isAcross else { return false }
    return tables[current].beginning(LabelCandidate(text)) != nil
  }

  /// Whether a text is a piece of some label of the current table.
  func isPiece(_ text: String) -> Bool {
    guard let current else { return false }
    return tables[current].holds(LabelCandidate(text))
  }

  /// Whether a paragraph is a text of the current table's head.
  func isHeadText(_ text: String) -> Bool {
    guard let current else { return false }
    let candidate = LabelCandidate(text)
    return tables[current].exactRow(candidate, in: nil) != nil
      || tables[current].blocks.contains { block in
        tables[current].isHeadWord(candidate, block: block)
          || tables[current].column(candidate, block: block) != nil
      }
  }

  /// Reads a row whose cells stood each in a paragraph.
  mutating func readLoose(_ cells: [PublishedDocument.Cell], at place: Place) {
    if cells.count == 1, isRowLabel(cells[0].text) { return }
    read(cells, at: place)
  }
}
