/// A document drawn for a test, the same in both formats.
public struct Drawing: Sendable {
  /// What the body holds.
  public var blocks: [Block]

  /// A drawing of `blocks`.
  public init(_ blocks: [Block]) { self.blocks = blocks }

  /// What stands in a body, a cell, a list item or a container. In a text `‖` begins and ends bold type, `⏎` is a
  /// line break, `⇥` a tab.
  public indirect enum Block: Sendable {
    case paragraph(String)
    case heading(String)
    /// List items, each with what stands in it.
    case list([[Block]])
    /// Word's content control, OpenDocument's section.
    case container([Block])
    case table([[Cell]])
  }

  /// A cell of a table. One that a cell further up covers is there too, as `covered`.
  public struct Cell: Sendable {
    /// What stands in it.
    public var blocks: [Block]
    /// How many columns it takes.
    public var columns = 1
    /// How many rows it reaches down; 0 for one that is covered from above.
    public var rows = 1

    /// A cell with `blocks`.
    public init(_ blocks: [Block], columns: Int = 1, rows: Int = 1) {
      self.blocks = blocks
      self.columns = columns
      self.rows = rows
    }

    /// A cell that one further up covers.
    public static func covered(columns: Int = 1) -> Self { Self([], columns: columns, rows: 0) }
  }

  static func escaped(_ text: Substring) -> String {
    text.map { $0 == "&" ? "&amp;" : $0 == "<" ? "&lt;" : String($0) }.joined()
  }
}
