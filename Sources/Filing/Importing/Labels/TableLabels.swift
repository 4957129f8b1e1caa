import Forms

/// The labels of one table of the form.
struct TableLabels {
  let table: FormTable
  var blocks: [Block] = []
  var rows: [Row] = []

  /// A block's caption, corner and columns.
  struct Block {
    let block: FormBlock
    let caption: LabelText?
    let corners: [LabelText]
    let columns: [(id: String, label: LabelText)]
    let groups: [LabelText]
  }

  /// A row or a group of rows.
  struct Row {
    /// Where its figures are, such as `applications.new`; nil for a group.
    let path: String?
    let block: Int
    let label: LabelText
    /// The groups it is in, by their places in `TableLabels.rows`, outermost first.
    let groups: [Int]
  }

  init(_ table: FormTable) {
    self.table = table
    for block in table.blocks {
      var groups: [LabelText] = []
      Self.collectGroups(block.columns, into: &groups)
      blocks.append(
        Block(
          block: block, caption: block.caption.map { LabelText($0, block.otherCaptions) },
          corners: ([block.corner].compactMap { $0 } + ["信息内容", "项目"]).map { LabelText($0) },
          columns: block.figureColumns.compactMap { column in
            column.id.map { ($0, LabelText(column.label, column.otherLabels)) }
          },
          groups: groups))
      collect(block.rows, block: blocks.count - 1, path: table.id, groups: [])
    }
  }

  private static func collectGroups(_ columns: [FormColumn], into groups: inout [LabelText]) {
    for column in columns where !column.children.isEmpty {
      groups.append(LabelText(column.label, column.otherLabels))
      collectGroups(column.children, into: &groups)
    }
  }

  private mutating func collect(_ rows: [FormRow], block: Int, path: String, groups: [Int]) {
    for row in rows {
      let rowPath = row.id.map { "\(path).\($0)" } ?? path
      let isLeaf = row.children.isEmpty
      self.rows.append(
        Row(
          path: isLeaf ? rowPath : nil, block: block, label: LabelText(row.label, row.otherLabels),
          groups: groups))
      if !isLeaf {
        collect(row.children, block: block, path: rowPath, groups: groups + [self.rows.count - 1])
      }
    }
  }

  /// The row or group that a label cell names.
  ///
  /// - Parameter group: the group that is being read, which decides between rows of the same name.
  func row(_ text: LabelCandidate, in group: Int?) -> (row: Int, fit: LabelText.Fit)? {
    if let found = exactRow(text, in: group) { return found }
    if let found = flattened(text.text) { return (found, .known) }
    return nearestRow(text) ?? beginning(text).map { ($0, .near) }
  }

  /// The only row whose label begins with the text, of which a page's end or a narrow cell left no more.
  func beginning(_ text: LabelCandidate) -> Int? {
    guard text.bare.count >= 5 else { return nil }
    let found = rows.indices.filter { rows[$0].path != nil && rows[$0].label.begins(with: text) }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether the text is a piece of some label.
  func holds(_ text: LabelCandidate) -> Bool {
    rows.contains { $0.label.holds(text) }
      || blocks.contains { block in
        block.corners.contains { $0.holds(text) } || block.groups.contains { $0.holds(text) }
          || block.columns.contains { $0.label.holds(text) }
      }
  }

  func exactRow(_ text: LabelCandidate, in group: Int?) -> (row: Int, fit: LabelText.Fit)? {
    let fits = rows.indices.compactMap { index in
      rows[index].label.fit(text).map { (row: index, fit: $0) }
    }
    guard let best = fits.map(\.fit).max() else { return nil }
    let found = fits.filter { $0.fit == best }
    if found.count == 1 { return found[0] }
    let here = found.filter { candidate in group.map { rows[candidate.row].groups.contains($0) } ?? false }
    return here.count == 1 ? here[0] : nil
  }

  private func nearestRow(_ text: LabelCandidate) -> (row: Int, fit: LabelText.Fit)? {
    let near = rows.indices.compactMap { index in
      rows[index].label.distance(text).map { (row: index, distance: $0) }
    }
    guard let best = near.min(by: { $0.distance < $1.distance }) else { return nil }
    let others = near.filter { $0.row != best.row && $0.distance < best.distance + 2 }
    return others.isEmpty ? (best.row, .near) : nil
  }

  /// The row of a text that names its group first: 三（三）不予公开 1.属于国家秘密.
  private func flattened(_ text: String) -> Int? {
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() where scalar.isBlank || scalar == "／" || scalar == "/" {
      var front = String.UnicodeScalarView()
      front.append(contentsOf: scalars[..<index])
      var back = String.UnicodeScalarView()
      back.append(contentsOf: scalars[(index + 1)...])
      guard let group = exactRow(LabelCandidate(String(front)), in: nil)?.row,
        let row = exactRow(LabelCandidate(String(back)), in: group)?.row, rows[row].groups.contains(group)
      else { continue }
      return row
    }
    return nil
  }

  /// Whether the text is a head's: a group of columns, a corner.
  func isHeadWord(_ text: LabelCandidate, block: Block) -> Bool {
    block.corners.contains { $0.fit(text) != nil } || block.groups.contains { $0.fit(text) != nil }
  }

  /// The column that a head cell names.
  func column(_ text: LabelCandidate, block: Block) -> (id: String, fit: LabelText.Fit)? {
    var best: (id: String, fit: LabelText.Fit)?
    for column in block.columns {
      // A column has no number: 3.其他 is a row.
      guard text.key == text.bare, let fit = column.label.fit(text) else { continue }
      if best.map({ $0.fit < fit }) ?? true { best = (column.id, fit) }
    }
    if best != nil { return best }
    let near = block.columns.compactMap { column in column.label.distance(text).map { (column.id, $0) } }
    return near.count == 1 ? (near[0].0, .near) : nil
  }
}
