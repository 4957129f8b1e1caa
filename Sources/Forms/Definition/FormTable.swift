/// A table of the form: blocks one below the other, each with columns and rows of its own.
public struct FormTable: Sendable, Hashable {
  /// Its name in data files and templates.
  public let id: String
  /// Whether the rows are printed side by side as groups of columns above a single row of figures.
  public let isAcross: Bool
  /// The blocks from top to bottom.
  public let blocks: [FormBlock]
}

/// A part of a table with one set of columns.
public struct FormBlock: Sendable, Hashable {
  /// Its name within the definition; data files do not have it.
  public let id: String
  /// The line above the head row, over all columns.
  public let caption: String?
  /// Other captions seen in published reports.
  public let otherCaptions: [String]
  /// What stands in the head above the row labels.
  public let corner: String?
  /// The columns as the head shows them, a tree.
  public let columns: [FormColumn]
  /// Whether a row has one figure only, which data files give without a column's name.
  public let isSingle: Bool
  /// The rows as the label columns show them, a tree.
  public let rows: [FormRow]

  /// The columns that hold figures, from left to right.
  public var figureColumns: [FormColumn] { columns.flatMap(\.leaves) }
}

/// A column, or a group of columns under one head cell.
public struct FormColumn: Sendable, Hashable {
  /// Its name in data files and templates; nil for a group.
  public let id: String?
  /// The official text in the head.
  public let label: String
  /// Other texts seen in published reports.
  public let otherLabels: [String]
  /// What its figures are.
  public let kind: FigureKind
  /// The unit of its figures, such as 件 or 万元; nil where the form names none.
  public let unit: String?
  /// The columns whose sum this one is; empty for one that is no sum.
  public let summands: [String]
  /// The columns of a group; empty for a column of figures.
  public let children: [FormColumn]

  /// The columns of figures in it, from left to right; itself, if it is one.
  public var leaves: [FormColumn] {
    children.isEmpty ? [self] : children.flatMap(\.leaves)
  }
}

/// A row, or a group of rows beside one label cell.
public struct FormRow: Sendable, Hashable {
  /// Its name in data files and templates; nil for a group that data files do not have.
  public let id: String?
  /// The official label with its number.
  public let label: String
  /// Other labels seen in published reports.
  public let otherLabels: [String]
  /// What whoever fills it in should know, in Chinese; nil for nothing.
  public let note: String?
  /// The rows beside it whose sum this one is; empty for one that is no sum.
  public let summands: [String]
  /// The rows of a group; empty for a row of figures.
  public let children: [FormRow]
}

/// What the figures of a column are.
public enum FigureKind: String, Sendable, Hashable, CaseIterable {
  /// A whole number from 0 on.
  case count
  /// A decimal number from 0 on, kept as written.
  case amount
  /// A whole number with or without a sign, kept as written.
  case change
}
