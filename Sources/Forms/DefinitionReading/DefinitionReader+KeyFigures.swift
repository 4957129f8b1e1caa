import DataFiles

extension DefinitionReader {
  /// `key_figures: [{id: refused, label: 不予公开, sum: applications.results.refused.total}]`; `sum` joins paths of
  /// cells by `+`, and a group's path with a column stands for all of its rows that are no sums.
  mutating func keyFigures(_ entry: DataNode.Entry?) -> [KeyFigure] {
    guard let entry else { return [] }
    var figures: [KeyFigure] = []
    for (index, item) in nodes.list(entry.value, "key_figures").enumerated() {
      let path = "key_figures[\(index)]"
      guard let fields = nodes.mapping(item, path, allowed: ["id", "label", "sum"]),
        let id = id(fields, in: item, path: path),
        let label = nodes.requiredLine(fields, "label", in: item, path: path + "."),
        let sum = nodes.requiredLine(fields, "sum", in: item, path: path + ".")
      else { continue }
      if figures.contains(where: { $0.id == id }) { nodes.report(.idTwice(id), at: item.position) }
      let position = fields["sum"]?.value.position ?? item.position
      guard let terms = RuleExpression(sum)?.terms, !terms.contains(where: { $0.isNegative || $0.isPrevious })
      else {
        nodes.report(.badExpression(path + ".sum"), at: position)
        continue
      }
      var added: [FormCell] = []
      for term in terms {
        let found = cells(named: term.name)
        if found.isEmpty {
          nodes.report(.unknownReference(term.name, known: cells.map(\.path)), at: position)
        }
        added += found
      }
      guard let first = added.first else { continue }
      if added.contains(where: { $0.kind != first.kind || $0.unit != first.unit }) {
        nodes.report(.mixedSum(path + ".sum"), at: position)
      }
      figures.append(KeyFigure(id: id, label: label, unit: first.unit, cells: added.map(\.index)))
    }
    return figures
  }

  private func cells(named path: String) -> [FormCell] {
    if let cell = cells.first(where: { $0.path == path }) { return [cell] }
    guard let dot = path.lastIndex(of: ".") else { return [] }
    let group = path[...dot]
    let column = path[path.index(after: dot)...]
    return cells.filter { $0.column == column && !$0.isRowSum && $0.path.hasPrefix(group) }
  }
}
