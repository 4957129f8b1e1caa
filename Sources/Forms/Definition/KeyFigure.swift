/// A figure by which units are put side by side: a cell or the sum of several, under a short name.
public struct KeyFigure: Sendable, Hashable {
  /// Its name in templates, such as `new`.
  public let id: String
  /// The short name, for the head of a narrow column.
  public let label: String
  /// The unit of its cells; nil where the form names none.
  public let unit: String?
  /// The places in `FormDefinition.cells` of the cells that are added up; all of one kind.
  public let cells: [Int]
}

extension FormDefinition {
  /// The key figure of `figures`, which are in the order of `cells`; blank if one of its cells is.
  public func figure(_ key: KeyFigure, in figures: [Figure]) -> Figure {
    guard let first = key.cells.first else { return .blank }
    if key.cells.count == 1 { return figures[first] }
    return Figure.sum(of: key.cells.map { figures[$0] }, kind: cells[first].kind) ?? .blank
  }
}
