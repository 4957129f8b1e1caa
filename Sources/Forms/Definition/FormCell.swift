public import Diagnostics

/// A place for one figure.
public struct FormCell: Sendable, Hashable {
  /// Its place in `FormDefinition.cells`.
  public let index: Int
  /// The table's id.
  public let table: String
  /// The block's id.
  public let block: String
  /// The ids from the table down to the row.
  public let row: [String]
  /// The column's id.
  public let column: String
  /// Where it is in data files and templates, such as `applications.results.granted.natural`.
  public let path: String
  /// What its figure is.
  public let kind: FigureKind
  /// The unit of its figure; nil where the form names none.
  public let unit: String?
  /// The official labels from the outermost group down to the row.
  public let rowLabels: [String]
  /// The official label of the column.
  public let columnLabel: String
  /// Whether the row is the sum of other rows.
  public let isRowSum: Bool
  /// Whether the column is the sum of other columns.
  public let isColumnSum: Bool

  /// What the figure means: table, row and column. Cells of two editions with the same identity hold the same
  /// figure, however the data files write it.
  public var identity: String { ([table] + row + [column]).joined(separator: ".") }

  /// The cell by its official labels, for messages.
  public func label(in language: Language) -> String {
    language == .chinese
      ? "“\(rowLabels.joined(separator: "／"))”的“\(columnLabel)”"
      : "“\(columnLabel)” of “\(rowLabels.joined(separator: " / "))”"
  }
}
