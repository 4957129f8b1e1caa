extension ReportFileWriter {
  mutating func table(_ table: FormTable) {
    let definition = draft.definition
    if comments {
      line("")
      let heading = definition.sections.first { $0.table == table.id }?.heading ?? table.id
      comment(heading, indent: "  ")
      for rule in definition.rules where rule.table == table.id && !rule.needsPrevious {
        comment("勾稽：\(rule.says.chinese)", indent: "  ")
      }
    }
    remarks("tables.\(table.id)", indent: "  ")
    line("  \(table.id):")
    for block in table.blocks {
      blockNote(block)
      rows(block.rows, in: block, path: table.id, indent: "    ")
    }
  }

  // MARK: Rows

  private mutating func rows(_ rows: [FormRow], in block: FormBlock, path: String, indent: String) {
    let level = DefinitionReader.named(rows)
    // Figures of neighbouring rows stand below each other.
    let width = level.filter(\.children.isEmpty).compactMap { $0.id?.utf8.count }.max() ?? 0
    for row in level {
      guard let id = row.id else { continue }
      let rowPath = "\(path).\(id)"
      remarks(rowPath, indent: indent)
      let note = comments ? "   # \(note(on: row, among: level))" : ""
      if row.children.isEmpty {
        let blanks = String(repeating: " ", count: width - id.utf8.count + 1)
        line("\(indent)\(id):\(blanks)\(figures(rowPath, block))\(note)")
      } else {
        line("\(indent)\(id):\(note)")
        self.rows(row.children, in: block, path: rowPath, indent: indent + "  ")
      }
    }
  }

  private func figures(_ path: String, _ block: FormBlock) -> String {
    if block.isSingle { return figure(path) }
    var columns: [FormColumn] = []
    var hasSum = false
    for column in block.figureColumns {
      if !column.summands.isEmpty { hasSum = true }
      columns.append(column)
    }
    // Columns that are sums may be left out together only.
    let isReckoned = columns.allSatisfy { column in
      column.summands.isEmpty || cell(path, column).map { draft[$0] == .blank } ?? true
    }
    if isReckoned { columns.removeAll { !$0.summands.isEmpty } }
    let texts = columns.map { (id: $0.id ?? "", text: figure("\(path).\($0.id ?? "")")) }
    return hasSum
      ? "[" + texts.map(\.text).joined(separator: ", ") + "]"
      : "{" + texts.map { "\($0.id): \($0.text)" }.joined(separator: ", ") + "}"
  }

  private func cell(_ path: String, _ column: FormColumn) -> FormCell? {
    column.id.flatMap { draft.definition.cell("\(path).\($0)") }
  }

  private func figure(_ path: String) -> String {
    guard let cell = draft.definition.cell(path) else { return "~" }
    switch draft[cell] {
    case .blank: return "~"
    case .count(let count): return String(count)
    case .written(let text, _): return YAMLScalar.number(text)
    }
  }

  // MARK: Comments

  private mutating func blockNote(_ block: FormBlock) {
    guard comments else { return }
    let columns = block.figureColumns
    let own = columns.filter(\.summands.isEmpty)
    var words = block.caption.map { "\($0)：" } ?? ""
    if columns.count > own.count {
      words += "每行 \(columns.count) 个数：\(labels(block.columns))"
      for column in columns where !column.summands.isEmpty {
        words += "；\(column.label)是前 \(column.summands.count) 个之和，不写就由程序算出"
      }
    } else {
      words += own.map(\.label).joined(separator: "、")
    }
    let units = Set(columns.compactMap(\.unit))
    if units.count == 1, let unit = units.first, !words.contains("单位：\(unit)") { words += "；单位：\(unit)" }
    comment(words, indent: "    ")
    for kind in FigureKind.allCases where columns.contains(where: { $0.kind == kind }) {
      if let advice = advice(kind, columns.filter { $0.kind == kind }, among: columns) {
        comment(advice, indent: "    ")
      }
    }
  }

  /// The labels in the head, those of a group in brackets after the group's.
  private func labels(_ columns: [FormColumn]) -> String {
    if columns.count == 1, let only = columns.first, !only.children.isEmpty { return labels(only.children) }
    return columns.map { $0.children.isEmpty ? $0.label : "\($0.label)（\(labels($0.children))）" }
      .joined(separator: "、")
  }

  private func advice(_ kind: FigureKind, _ columns: [FormColumn], among all: [FormColumn]) -> String? {
    let subject = columns.count == all.count ? "" : columns.map(\.label).joined(separator: "、") + "："
    switch kind {
    case .count: return nil
    case .amount:
      let units = columns.compactMap(\.unit)
      return "\(subject)照写的样子印出，写 75.9260 就印 75.9260"
        + (units.isEmpty || all.count == columns.count ? "" : "；单位：\(units.joined(separator: "、"))")
    case .change: return "\(subject)可带正负号，如 +36、-8"
    }
  }

  private func note(on row: FormRow, among level: [FormRow]) -> String {
    var words = row.label + (row.note.map { "；\($0)" } ?? "")
    guard !row.summands.isEmpty else { return words }
    let parts = level.filter { row.summands.contains($0.id ?? "") }
    let before = level.prefix { $0.id != row.id }.compactMap(\.id)
    words += parts.compactMap(\.id) == before ? "：以上各行之和" : "：\(parts.map(\.label).joined(separator: "、"))之和"
    return words
  }
}
