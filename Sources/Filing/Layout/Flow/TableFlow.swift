import Forms

/// The rows of a table of the form as they stand on the page.
struct TableFlow {
  let table: FormTable

  /// The columns of labels of the applicant matrix, in points, and what a cell takes of its width on both sides.
  private static let labelColumns = [11.4, 25.7, 41].map { $0 * PageGrid.millimetre }
  private static let labelMargins = 1.52 * PageGrid.millimetre
  /// A character of a label: 五号, set a quarter of a point narrower.
  private static let labelCharacter = 10.25
  /// How many characters of a head stand on a line of a narrow column.
  private static let headCharacters = 2
  /// A line of a row, and what the row takes besides: half a point of border and a point above and below.
  private static let line = 16.0
  private static let rowMargins = 2.5
  /// The border at the table's end.
  private static let border = 0.5

  private static func height(lines: Int) -> Double { Double(lines) * line + rowMargins }

  /// The rows.
  var pieces: [PageFlow.Piece] {
    var pieces: [PageFlow.Piece] = []
    for block in table.blocks { pieces += self.pieces(of: block) }
    if let last = pieces.indices.last { pieces[last].height += Self.border }
    return pieces
  }

  private func pieces(of block: FormBlock) -> [PageFlow.Piece] {
    let labels = block.rows.map(\.labelDepth).max() ?? 0
    let head = headHeights(of: block).map { PageFlow.Piece(height: $0, keepsWithNext: true) }
    if table.isAcross { return head + [PageFlow.Piece(height: Self.height(lines: 1))] }
    let caption = block.caption.map { _ in
      PageFlow.Piece(height: Self.height(lines: 1), keepsWithNext: true)
    }
    // A table of one block repeats its head.
    let repeated = table.blocks.count == 1 ? head.reduce(0) { $0 + $1.height } : 0
    let rows = block.rows.flatMap { self.rows(of: $0, depth: 0, labels: labels) }
    return (caption.map { [$0] } ?? []) + head
      + rows.map { PageFlow.Piece(height: $0.height, keepsWithNext: $0.isFirst, head: repeated) }
  }

  /// The rows of figures in a row, each with whether it is the first of a group, whose label it keeps.
  private func rows(of row: FormRow, depth: Int, labels: Int) -> [(height: Double, isFirst: Bool)] {
    guard row.children.isEmpty else {
      var rows = row.children.flatMap { self.rows(of: $0, depth: depth + 1, labels: labels) }
      // Editors look at the first cell of a row: where a group has begun above, that is not the group's label.
      if depth == 0, rows.count > 1 { rows[0].isFirst = true }
      return rows
    }
    guard labels == Self.labelColumns.count else { return [(Self.height(lines: 1), false)] }
    let width = Self.labelColumns[depth...].reduce(0, +) - Self.labelMargins
    let lines = LineBreaking.ends(of: Array(row.label.unicodeScalars), width: width / Self.labelCharacter)
      .count
    return [(Self.height(lines: lines), false)]
  }

  /// The heights of a head's rows; the heads of narrow columns stand in several lines.
  private func headHeights(of block: FormBlock) -> [Double] {
    let nodes =
      table.isAcross
      ? block.rows.map { HeadNode($0, over: block.columns) } : block.columns.map(HeadNode.init)
    let isNarrow = table.isAcross || block.figureColumns.count >= FigureFitting.manyColumns
    let depth = nodes.map(\.depth).max() ?? 1
    return (0..<depth).map { level in
      guard isNarrow, level == depth - 1 else { return Self.height(lines: 1) }
      let letters = nodes.flatMap { $0.labels(at: level) }.map(\.unicodeScalars.count).max() ?? 1
      return Self.height(lines: (letters + Self.headCharacters - 1) / Self.headCharacters)
    }
  }
}

extension HeadNode {
  /// The labels that many levels below it.
  fileprivate func labels(at level: Int) -> [String] {
    level == 0 ? [label] : children.flatMap { $0.labels(at: level - 1) }
  }
}
