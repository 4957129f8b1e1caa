import Forms

/// A cell in a table's head, with those below it.
struct HeadNode {
  let label: String
  var children: [HeadNode] = []

  init(_ column: FormColumn) {
    label = column.label
    children = column.children.map(HeadNode.init)
  }

  /// A row that is printed as a group of columns.
  init(_ row: FormRow, over columns: [FormColumn]) {
    label = row.label
    children =
      row.children.isEmpty
      ? columns.map(HeadNode.init) : row.children.map { HeadNode($0, over: columns) }
  }

  /// How many rows it and those below it take.
  var depth: Int { 1 + (children.map(\.depth).max() ?? 0) }
  /// How many columns it is over.
  var width: Int { children.isEmpty ? 1 : children.reduce(0) { $0 + $1.width } }
}

extension FormRow {
  /// How many columns of labels it and the rows in it take.
  var labelDepth: Int { 1 + (children.map(\.labelDepth).max() ?? 0) }
  /// The rows of figures in it.
  var leafCount: Int { children.isEmpty ? 1 : children.reduce(0) { $0 + $1.leafCount } }
}
