/// What a mark about cells does.
enum CellMark: Sendable, Equatable {
  /// Notes an event of a table, row or cell with this number.
  case note(CellEvent.Kind, Int)
  /// The loop with this number begins.
  case loop(Int)
  /// The cell is merged with those of the same pass of the loop, downwards or to the right.
  case merge(CellEvent.Kind, loop: Int)
}
