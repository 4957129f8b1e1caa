/// A table as it was written.
struct LaidTable {
  let design: TableDesign
  /// The event at which its columns are declared.
  let begin: Int
  var rows: [LaidRow] = []
  /// The cells of all rows; in a table that keeps its columns, those that may be merged.
  var cells: [LaidCell] = []
  /// How many columns it has.
  var columnCount = 0

  mutating func beginRow(_ design: RowDesign, _ event: Int) {
    rows.append(LaidRow(design: design, begin: event, cells: cells.count..<cells.count))
  }

  mutating func add(_ cell: LaidCell) {
    guard !rows.isEmpty else { return }
    cells.append(cell)
    rows[rows.count - 1].cells = rows[rows.count - 1].cells.lowerBound..<cells.count
  }
}

struct LaidRow {
  let design: RowDesign
  let begin: Int
  var end: Int?
  /// Indices into the table's cells.
  var cells: Range<Int>
  /// The columns its cells take, and those left out before them.
  var columnCount = 0
}

/// A cell that was written; numbers of events are indices into the log, -1 for one that is not there.
struct LaidCell {
  let design: Int
  let place: Int32
  var open: Int32 = -1
  var content: Int32 = -1
  var contentEnd: Int32 = -1
  /// The first and the last of the texts that only the first cell of a merge shows.
  var textBegin: Int32 = -1
  var textEnd: Int32 = -1
  var end: Int32 = -1
  /// The number of the `colspan` that set its span.
  var spanStatement: Int32 = -1
  var span: Int32
  var column: Int32 = 0
  /// How many rows it takes.
  var rowCount: Int32 = 1
  /// The keys of the merges it belongs to; 0 for none.
  var downKey: UInt32 = 0
  var rightKey: UInt32 = 0
  /// The number of the background asked for; -1 for none.
  var color: Int32 = -1
  var state = State.plain
  /// Whether it merges by value, not by the passes of a loop.
  var mergesByValue = false
  /// Whether a statement says its span, so that it does not follow the columns below it.
  var isSpanFixed = false

  enum State {
    case plain
    /// The first of a merge downwards.
    case first
    /// Covered from above.
    case covered
    /// Part of the cell to its left.
    case gone
  }
}
