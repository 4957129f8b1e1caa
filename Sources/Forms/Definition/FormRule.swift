public import Diagnostics

/// A rule of the form that says two sums are equal, in every row or in every column of a table.
public struct FormRule: Sendable, Hashable {
  /// Its id, such as `balance`; never changes once published.
  public let id: String
  /// How bad it is to break it.
  public let level: Diagnostic.Severity
  /// The table's id.
  public let table: String
  /// Whether it needs last year's report.
  public let needsPrevious: Bool
  /// The rule in words.
  public let says: LocalizedText
  /// The rule for each row or column.
  public let equations: [FormEquation]
}

/// A rule for one row or one column: two sums of figures that must be equal.
public struct FormEquation: Sendable, Hashable {
  /// The official label of the row or column for which it is.
  public let subject: String
  /// What stands left of the equals sign.
  public let left: [Term]
  /// What stands right of it.
  public let right: [Term]

  /// A figure that is added or subtracted.
  public struct Term: Sendable, Hashable {
    /// The cell's place in `FormDefinition.cells`.
    public let cell: Int
    /// Whether it is subtracted.
    public let isNegative: Bool
    /// Whether it is last year's figure.
    public let isPrevious: Bool
  }
}
