import DataFiles
import Diagnostics

extension DefinitionReader {
  mutating func tables(_ entry: DataNode.Entry?, _ root: DataNode) -> [FormTable] {
    guard let entry else {
      nodes.report(.missing("tables"), at: root.position)
      return []
    }
    guard let entries = entry.value.entries else {
      nodes.report(.mappingExpected("tables"), at: entry.value.position)
      return []
    }
    var tables: [FormTable] = []
    for entry in entries {
      guard let id = checked(entry.key, at: entry.keyPosition) else { continue }
      if Self.reserved.contains(id) { nodes.report(.reservedId(id), at: entry.keyPosition) }
      if let table = table(id, entry.value) { tables.append(table) }
    }
    return tables
  }

  private mutating func table(_ id: String, _ node: DataNode) -> FormTable? {
    let path = "tables.\(id)"
    guard let fields = nodes.mapping(node, path, allowed: ["unit", "across", "blocks"]) else { return nil }
    let unit = fields["unit"].flatMap { nodes.line($0.value, path + ".unit") }
    guard let list = fields["blocks"] else {
      nodes.report(.missing(path + ".blocks"), at: node.position)
      return nil
    }
    var blocks: [FormBlock] = []
    for (index, item) in nodes.list(list.value, path + ".blocks").enumerated() {
      let blockPath = "\(path).blocks[\(index)]"
      guard let block = block(item, blockPath, unit: unit) else { continue }
      if blocks.contains(where: { $0.id == block.id }) { nodes.report(.idTwice(block.id), at: item.position) }
      blocks.append(block)
    }
    checkSiblings(blocks.flatMap(\.rows), at: list.value.position)
    for block in blocks { addCells(of: block, table: id, at: list.value.position) }
    return FormTable(id: id, isAcross: flag(fields["across"], path + ".across"), blocks: blocks)
  }

  private mutating func flag(_ entry: DataNode.Entry?, _ path: String) -> Bool {
    guard let entry else { return false }
    guard case .bool(let flag) = entry.value.scalar else {
      nodes.report(.flagExpected(path), at: entry.value.position)
      return false
    }
    return flag
  }

  private mutating func block(_ node: DataNode, _ path: String, unit: String?) -> FormBlock? {
    let keys = ["id", "caption", "also", "corner", "columns", "value", "rows"]
    guard let fields = nodes.mapping(node, path, allowed: keys), let id = id(fields, in: node, path: path)
    else {
      return nil
    }
    var columns: [FormColumn] = []
    switch (fields["columns"], fields["value"]) {
    case (let list?, nil):
      columns = self.columns(list.value, path + ".columns", unit: unit)
      checkSums(of: columns.flatMap(\.leaves), at: list.value.position)
    case (nil, let value?):
      if let column = column(value.value, path + ".value", unit: unit) { columns = [column] }
    default: nodes.report(.columnsOrValue(path), at: node.position)
    }
    guard let rows = fields["rows"] else {
      nodes.report(.missing(path + ".rows"), at: node.position)
      return nil
    }
    return FormBlock(
      id: id, caption: fields["caption"].flatMap { nodes.line($0.value, path + ".caption") },
      otherCaptions: lines(fields["also"], path + ".also"),
      corner: fields["corner"].flatMap { nodes.line($0.value, path + ".corner") }, columns: columns,
      isSingle: fields["value"] != nil, rows: self.rows(rows.value, path + ".rows"))
  }

  // MARK: Columns

  private mutating func columns(_ node: DataNode, _ path: String, unit: String?) -> [FormColumn] {
    var columns: [FormColumn] = []
    for (index, item) in nodes.list(node, path).enumerated() {
      if let column = column(item, "\(path)[\(index)]", unit: unit) { columns.append(column) }
    }
    if node.items?.isEmpty == true { nodes.report(.empty(path), at: node.position) }
    return columns
  }

  private mutating func column(_ node: DataNode, _ path: String, unit: String?) -> FormColumn? {
    let keys = ["id", "label", "also", "kind", "unit", "sum", "columns"]
    guard let fields = nodes.mapping(node, path, allowed: keys),
      let label = nodes.requiredLine(fields, "label", in: node, path: path + ".")
    else { return nil }
    let others = lines(fields["also"], path + ".also")
    if let group = fields["columns"] {
      return FormColumn(
        id: nil, label: label, otherLabels: others, kind: .count, unit: nil, summands: [],
        children: columns(group.value, path + ".columns", unit: unit))
    }
    guard let id = id(fields, in: node, path: path) else { return nil }
    let kind = kind(fields["kind"], path + ".kind")
    let ownUnit = fields["unit"].flatMap { nodes.line($0.value, path + ".unit") }
    return FormColumn(
      id: id, label: label, otherLabels: others, kind: kind, unit: ownUnit ?? (kind == .amount ? nil : unit),
      summands: lines(fields["sum"], path + ".sum"), children: [])
  }

  private mutating func kind(_ entry: DataNode.Entry?, _ path: String) -> FigureKind {
    guard let entry else { return .count }
    guard let kind = entry.value.text.flatMap(FigureKind.init(rawValue:)) else {
      nodes.report(.oneOfExpected(path, FigureKind.allCases.map(\.rawValue)), at: entry.value.position)
      return .count
    }
    return kind
  }

  private mutating func checkSums(of columns: [FormColumn], at position: Position) {
    var seen: Set<String> = []
    for column in columns {
      guard let id = column.id else { continue }
      if !seen.insert(id).inserted { nodes.report(.idTwice(id), at: position) }
    }
    let summable = columns.filter { $0.summands.isEmpty }.compactMap(\.id)
    for column in columns {
      for summand in column.summands where !summable.contains(summand) {
        nodes.report(.unknownReference(summand, known: summable), at: position)
      }
    }
  }

  // MARK: Rows

  private mutating func rows(_ node: DataNode, _ path: String) -> [FormRow] {
    var rows: [FormRow] = []
    for (index, item) in nodes.list(node, path).enumerated() {
      if let row = row(item, "\(path)[\(index)]") { rows.append(row) }
    }
    if node.items?.isEmpty == true { nodes.report(.empty(path), at: node.position) }
    return rows
  }

  private mutating func row(_ node: DataNode, _ path: String) -> FormRow? {
    guard let fields = nodes.mapping(node, path, allowed: ["id", "label", "also", "note", "sum", "rows"]),
      let label = nodes.requiredLine(fields, "label", in: node, path: path + ".")
    else { return nil }
    let others = lines(fields["also"], path + ".also")
    let note = fields["note"].flatMap { nodes.line($0.value, path + ".note") }
    guard let group = fields["rows"] else {
      guard let id = id(fields, in: node, path: path) else { return nil }
      return FormRow(
        id: id, label: label, otherLabels: others, note: note, summands: lines(fields["sum"], path + ".sum"),
        children: [])
    }
    let groupId = fields["id"].flatMap { entry in
      nodes.line(entry.value, path + ".id").flatMap { checked($0, at: entry.value.position) }
    }
    let children = rows(group.value, path + ".rows")
    return FormRow(
      id: groupId, label: label, otherLabels: others, note: note, summands: [], children: children)
  }

  /// Checks that rows of one level have different ids and that sums name rows beside them.
  private mutating func checkSiblings(_ rows: [FormRow], at position: Position) {
    let siblings = Self.named(rows)
    var seen: Set<String> = []
    for row in siblings {
      guard let id = row.id else { continue }
      if !seen.insert(id).inserted { nodes.report(.idTwice(id), at: position) }
      for summand in row.summands
      where summand == id || !siblings.contains(where: { $0.isSummable(as: summand) }) {
        nodes.report(
          .unknownReference(summand, known: siblings.filter { $0.summands.isEmpty }.compactMap(\.id)),
          at: position)
      }
      checkSiblings(row.children, at: position)
    }
  }

  /// The rows of one level of the data: those of a group without an id stand beside the group's neighbours.
  static func named(_ rows: [FormRow]) -> [FormRow] {
    rows.flatMap { $0.id == nil ? named($0.children) : [$0] }
  }

  // MARK: Cells

  private mutating func addCells(of block: FormBlock, table: String, at position: Position) {
    for row in block.rows { addCells(of: row, in: block, table: table, ids: [], labels: []) }
  }

  private mutating func addCells(
    of row: FormRow, in block: FormBlock, table: String, ids: [String], labels: [String]
  ) {
    let ids = ids + (row.id.map { [$0] } ?? [])
    let labels = labels + [row.label]
    guard row.children.isEmpty else {
      for child in row.children { addCells(of: child, in: block, table: table, ids: ids, labels: labels) }
      return
    }
    for column in block.figureColumns {
      guard let columnId = column.id else { continue }
      let path = [table] + ids + (block.isSingle ? [] : [columnId])
      cells.append(
        FormCell(
          index: cells.count, table: table, block: block.id, row: ids, column: columnId,
          path: path.joined(separator: "."), kind: column.kind, unit: column.unit, rowLabels: labels,
          columnLabel: column.label, isRowSum: !row.summands.isEmpty,
          isColumnSum: !column.summands.isEmpty))
    }
  }
}

extension FormRow {
  fileprivate func isSummable(as id: String) -> Bool { self.id == id && summands.isEmpty }
}
