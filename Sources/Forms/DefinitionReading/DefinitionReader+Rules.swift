import DataFiles
import Diagnostics

extension DefinitionReader {
  mutating func rules(_ entry: DataNode.Entry?, tables: [FormTable]) -> [FormRule] {
    guard let entry else { return [] }
    var rules: [FormRule] = []
    for (index, item) in nodes.list(entry.value, "rules").enumerated() {
      guard let rule = rule(item, "rules[\(index)]", tables: tables) else { continue }
      if rules.contains(where: { $0.id == rule.id }) { nodes.report(.idTwice(rule.id), at: item.position) }
      rules.append(rule)
    }
    return rules
  }

  private mutating func rule(_ node: DataNode, _ path: String, tables: [FormTable]) -> FormRule? {
    let keys = ["id", "level", "table", "block", "each", "left", "right", "says"]
    guard let fields = nodes.mapping(node, path, allowed: keys) else { return nil }
    let id = nodes.requiredLine(fields, "id", in: node, path: path + ".")
    let says = localized(fields["says"], path + ".says", in: node)
    let left = expression(fields, "left", in: node, path)
    let right = expression(fields, "right", in: node, path)
    let each = choice(fields, "each", ["row", "column"], in: node, path)
    let levels = Diagnostic.Severity.allCases.map(\.rawValue)
    let level = fields["level"] == nil ? "error" : choice(fields, "level", levels, in: node, path)
    let table = reference(fields, "table", tables.map(\.id), in: node, path)
      .flatMap { id in tables.first { $0.id == id } }
    guard let table else { return nil }
    var blocks = table.blocks
    if fields["block"] != nil {
      let block = reference(fields, "block", blocks.map(\.id), in: node, path)
      blocks = blocks.filter { $0.id == block }
    }
    if each == "column", blocks.count > 1 { nodes.report(.missing(path + ".block"), at: node.position) }
    guard let id, let left, let right, let each, let level else { return nil }
    var scope = RuleScope(table: table.id, blocks: blocks, cells: cells)
    let equations = each == "row" ? scope.perRow(left, right) : scope.perColumn(left, right)
    for (name, known) in scope.unknown {
      nodes.report(.unknownReference(name, known: known), at: node.position)
    }
    return FormRule(
      id: id, level: Diagnostic.Severity(rawValue: level) ?? .error, table: table.id,
      needsPrevious: (left.terms + right.terms).contains(where: \.isPrevious), says: says,
      equations: equations)
  }

  private mutating func expression(
    _ fields: [String: DataNode.Entry], _ key: String, in node: DataNode, _ path: String
  ) -> RuleExpression? {
    guard let text = nodes.requiredLine(fields, key, in: node, path: path + ".") else { return nil }
    let expression = RuleExpression(text)
    if expression == nil {
      nodes.report(.badExpression(path + "." + key), at: fields[key]?.value.position ?? node.position)
    }
    return expression
  }

  private mutating func choice(
    _ fields: [String: DataNode.Entry], _ key: String, _ choices: [String], in node: DataNode, _ path: String
  ) -> String? {
    guard let text = nodes.requiredLine(fields, key, in: node, path: path + ".") else { return nil }
    if choices.contains(text) { return text }
    nodes.report(.oneOfExpected(path + "." + key, choices), at: fields[key]?.value.position ?? node.position)
    return nil
  }

  private mutating func reference(
    _ fields: [String: DataNode.Entry], _ key: String, _ known: [String], in node: DataNode, _ path: String
  ) -> String? {
    guard let text = nodes.requiredLine(fields, key, in: node, path: path + ".") else { return nil }
    if known.contains(text) { return text }
    nodes.report(.unknownReference(text, known: known), at: fields[key]?.value.position ?? node.position)
    return nil
  }
}

/// Finds the cells that a rule's names stand for.
private struct RuleScope {
  let table: String
  let blocks: [FormBlock]
  let cells: [FormCell]
  /// The name of each cell's row.
  private let rows: [String]
  /// Names that stand for nothing, with those that would.
  private(set) var unknown: [(name: String, known: [String])] = []

  init(table: String, blocks: [FormBlock], cells: [FormCell]) {
    self.table = table
    self.blocks = blocks
    let ids = Set(blocks.map(\.id))
    self.cells = cells.filter { $0.table == table && ids.contains($0.block) }
    rows = self.cells.map { $0.row.joined(separator: ".") }
  }

  /// One equation for each row; names are columns.
  mutating func perRow(_ left: RuleExpression, _ right: RuleExpression) -> [FormEquation] {
    for block in blocks {
      check(left, right, known: block.figureColumns.compactMap(\.id))
    }
    var equations: [FormEquation] = []
    var start = 0
    while start < cells.count {
      var end = start + 1
      while end < cells.count, cells[end].row == cells[start].row { end += 1 }
      let row = cells[start..<end]
      equations.append(
        equation(left, right, subject: row.first?.rowLabels.last ?? "") { name in
          row.filter { $0.column == name }
        })
      start = end
    }
    return equations
  }

  /// One equation for each column; names are rows, and a group's stands for all of its rows that are no sums.
  mutating func perColumn(_ left: RuleExpression, _ right: RuleExpression) -> [FormEquation] {
    var names: [String] = []
    var known: Set<String> = []
    for (index, cell) in cells.enumerated() where known.insert(rows[index]).inserted {
      for depth in cell.row.indices.dropLast() {
        let group = cell.row[...depth].joined(separator: ".")
        if known.insert(group).inserted { names.append(group) }
      }
      names.append(rows[index])
    }
    check(left, right, known: names)
    var equations: [FormEquation] = []
    for column in blocks.first?.figureColumns ?? [] {
      let inColumn = cells.indices.filter { cells[$0].column == column.id }
      equations.append(
        equation(left, right, subject: column.label) { name in
          let exact = inColumn.filter { rows[$0] == name }
          let found = exact.isEmpty ? inColumn.filter { isRow(of: $0, within: name) } : exact
          return found.map { cells[$0] }
        })
    }
    return equations
  }

  private mutating func check(_ left: RuleExpression, _ right: RuleExpression, known: [String]) {
    for term in left.terms + right.terms where !known.contains(term.name) {
      unknown.append((term.name, known))
    }
  }

  private func equation(
    _ left: RuleExpression, _ right: RuleExpression, subject: String, cells: (String) -> [FormCell]
  ) -> FormEquation {
    func terms(_ expression: RuleExpression) -> [FormEquation.Term] {
      expression.terms.flatMap { term in
        cells(term.name).map {
          FormEquation.Term(cell: $0.index, isNegative: term.isNegative, isPrevious: term.isPrevious)
        }
      }
    }
    return FormEquation(subject: subject, left: terms(left), right: terms(right))
  }

  /// Whether a cell's row is in the group `name` and no sum.
  private func isRow(of cell: Int, within name: String) -> Bool {
    !cells[cell].isRowSum && rows[cell].utf8.starts(with: (name + ".").utf8)
  }
}
