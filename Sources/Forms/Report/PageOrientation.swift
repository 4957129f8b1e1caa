extension Report {
  /// How the report stands on its pages where the report file says so.
  public struct Layout: Sendable, Hashable {
    /// The tables, by id, that are turned sideways on a page of their own (GB/T 9704—2012, 8).
    public var landscape: Set<String> = []

    /// Makes the usual layout.
    public init() {}
  }

  /// How a table stands on its page.
  enum Orientation: String, CaseIterable {
    case portrait
    case landscape
  }
}

extension FormDefinition {
  /// The tables that can be turned sideways: those whose rows stand side by side as groups of narrow columns.
  var turnableTables: [FormTable] { tables.filter(\.isAcross) }
}
