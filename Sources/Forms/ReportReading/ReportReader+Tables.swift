import DataFiles
import Diagnostics

extension ReportReader {
  /// A row, or a group of rows, as data files nest them.
  private struct Part {
    var row: FormRow
    var block: FormBlock
  }

  mutating func tables(_ entry: DataNode.Entry?, in root: DataNode) {
    guard let entry else {
      nodes.report(.missing("tables"), at: root.position)
      return
    }
    guard let fields = nodes.mapping(entry.value, "tables", allowed: definition.tables.map(\.id)) else {
      return
    }
    for table in definition.tables {
      let path = "tables.\(table.id)"
      guard let field = fields[table.id] else {
        let heading = definition.sections.first { $0.table == table.id }?.heading ?? table.id
        nodes.report(.missingSection(path, heading: heading), at: entry.value.position)
        continue
      }
      let parts = table.blocks.flatMap { block in
        DefinitionReader.named(block.rows).map { Part(row: $0, block: block) }
      }
      rows(parts, in: field.value, path)
    }
  }

  private mutating func rows(_ parts: [Part], in node: DataNode, _ path: String) {
    guard let fields = nodes.mapping(node, path, allowed: parts.compactMap(\.row.id)) else { return }
    for part in parts {
      guard let id = part.row.id else { continue }
      let rowPath = "\(path).\(id)"
      guard let field = fields[id] else {
        nodes.report(.missingRow(rowPath, label: part.row.label), at: node.position)
        continue
      }
      if part.row.children.isEmpty {
        row(field.value, rowPath, part)
      } else {
        let children = DefinitionReader.named(part.row.children).map { Part(row: $0, block: part.block) }
        rows(children, in: field.value, rowPath)
      }
    }
  }

  // MARK: Rows

  private mutating func row(_ node: DataNode, _ path: String, _ part: Part) {
    if part.block.isSingle {
      figure(node, path)
    } else if node.items != nil {
      list(node, path, part)
    } else if node.entries != nil {
      mapping(node, path, part)
    } else {
      nodes.report(
        node.isNull ? .missingRow(path, label: part.row.label) : .rowExpected(path, columns: part.block),
        at: node.position)
    }
  }

  private mutating func list(_ node: DataNode, _ path: String, _ part: Part) {
    let items = node.items ?? []
    let columns = part.block.figureColumns
    let own = columns.filter(\.summands.isEmpty)
    guard items.count == columns.count || items.count == own.count else {
      nodes.report(
        .wrongCount(path, found: items.count, columns: columns.count, withoutSums: own.count),
        at: node.position)
      // What is there is still looked at, so that one run shows all faults.
      for item in items { _ = count(item, path, position: item.position) }
      return
    }
    for (column, item) in zip(items.count == columns.count ? columns : own, items) {
      if let id = column.id { figure(item, "\(path).\(id)") }
    }
    if items.count < columns.count { addUp(path, part.block, at: node.position) }
  }

  private mutating func mapping(_ node: DataNode, _ path: String, _ part: Part) {
    let columns = part.block.figureColumns
    guard let fields = nodes.mapping(node, path, allowed: columns.compactMap(\.id)) else { return }
    var needsSums = false
    for column in columns {
      guard let id = column.id else { continue }
      if let field = fields[id] {
        figure(field.value, "\(path).\(id)")
      } else if column.summands.isEmpty {
        nodes.report(.missingFigure("\(path).\(id)", label: column.label), at: node.position)
      } else {
        needsSums = true
      }
    }
    if needsSums { addUp(path, part.block, at: node.position, unless: fields) }
  }

  /// Reckons the columns of a row that are sums and are not given.
  private mutating func addUp(
    _ path: String, _ block: FormBlock, at position: Position, unless given: [String: DataNode.Entry] = [:]
  ) {
    for column in block.figureColumns where !column.summands.isEmpty {
      guard let id = column.id, given[id] == nil, let cell = cell("\(path).\(id)") else { continue }
      var sum = 0
      for summand in column.summands {
        guard let part = self.cell("\(path).\(summand)"), case .count(let count) = figures[part.index] else {
          return
        }
        sum += count
      }
      figures[cell.index] = .count(sum)
      source.note("\(path).\(id)", position)
    }
  }

  private func cell(_ path: String) -> FormCell? {
    definition.cell(String(path.dropFirst("tables.".count)))
  }

  // MARK: Figures

  private mutating func figure(_ node: DataNode, _ path: String) {
    guard let cell = cell(path) else { return }
    source.note(path, node.position)
    let figure =
      switch cell.kind {
      case .count: count(node, path, position: node.position).map(Figure.count)
      case .amount: amount(node, path)
      case .change: change(node, path)
      }
    if let figure { figures[cell.index] = figure }
  }
}
