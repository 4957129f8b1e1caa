import Deflate

/// Something about a table that happened while its part was written, and where in the text.
///
/// Events are kept instead of a state: what a table comes to is known at its end only, and text that was
/// captured, printed later or dropped takes its events along.
struct CellEvent: Sendable, Hashable {
  enum Kind: UInt8, Sendable, CaseIterable {
    /// Where the columns are declared.
    case tableBegin
    case tableEnd
    /// Where a row says how many columns it leaves out.
    case rowBegin
    /// Behind the row's last cell.
    case rowEnd
    /// Before a cell with statements.
    case open
    /// Where a cell says what columns and rows it takes.
    case cell
    /// Where a cell says what is behind its text.
    case shading
    /// Where the content of a cell that may be merged begins.
    case content
    /// The text that only the first cell of a merge shows.
    case textBegin
    case textEnd
    case contentEnd
    /// Behind a cell without statements.
    case end
    /// Behind a cell with statements.
    case close
    /// `{% colspan %}` was given a value.
    case columnSpan
    /// `{% cellbg %}` was given a value.
    case background
    /// `{% vm %}`, with the key that the cells of a merge share.
    case mergeDown
    /// `{% hm %}`, likewise.
    case mergeRight
  }

  let kind: Kind
  /// The number of the design; for `columnSpan`, how many came before it.
  let index: UInt32
  let value: UInt32
  var position: TemplateText.Position
}
