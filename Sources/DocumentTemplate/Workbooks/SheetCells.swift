import XMLTree

/// What the cells of a rendered sheet show.
struct SheetCells {
  private var texts: [String: (text: String, isNumber: Bool)] = [:]

  /// - Parameter shared: the workbook's shared strings.
  init(of tree: XMLTree, shared: [String]) {
    for row in tree.root.firstElement(S.sheetData)?.elements(S.row) ?? [] {
      for cell in row.elements(S.c) {
        guard let name = cell.attribute(S.r) else { continue }
        let value = cell.firstElement(S.v)?.children.map(\.text).joined() ?? ""
        switch cell.attribute(S.type) ?? "n" {
        case "n": texts[name] = (value, !value.isEmpty)
        case "s":
          texts[name] = (Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? "", false)
        case "inlineStr": texts[name] = (cell.firstElement(S.is).map(Self.text) ?? "", false)
        default: texts[name] = (value, false)
        }
      }
    }
  }

  /// The texts of cells, row by row, each with whether it is a number; nil for an empty cell.
  func texts(in range: CellRange) -> [(text: String, isNumber: Bool)?] {
    range.rows.flatMap { row in
      range.columns.map { texts[CellRange.name(column: $0, row: row)] }
    }
  }

  /// The characters of a shared or an inline string, without how they are pronounced.
  static func text(of string: Node) -> String {
    string.descendants.filter { $0.is(S.t) && $0.ancestor(S.rPh) == nil }
      .map { $0.children.map(\.text).joined() }.joined()
  }
}
