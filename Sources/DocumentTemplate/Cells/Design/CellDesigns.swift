import OfficeDocument
import TemplateLanguage

/// What is known of the tables of a part before there is data; only those whose cells depend on it.
struct CellDesigns: Sendable {
  var format = OfficeFormat.docx
  var tables: [TableDesign] = []
  var rows: [RowDesign] = []
  var cells: [CellDesign] = []
  /// OpenDocument's cell styles that other backgrounds are put into.
  var styles: [CellStyle] = []
  /// The statements that take a value, by number.
  var statements: [ParsedTag.CellStatement] = []
  var loopCount = 0

  /// The number of the site at which a statement's value is taken.
  static func site(of statement: Int) -> Int { -2 - statement }
  /// The number of the statement whose value is taken at `site`; nil for a site where a value is printed.
  static func statement(at site: Int) -> Int? { site <= -2 ? -2 - site : nil }
}

/// A table of a template.
struct TableDesign: Sendable {
  /// The columns' widths in twips; nil when the template does not say.
  let widths: [Int]?
  let columnCount: Int
  /// Whether columns depend on data: all cells are noted, and the columns are declared anew.
  let isDynamic: Bool
  /// Whether there is a block among the cells of a row.
  let hasColumnBlocks: Bool
  /// The declarations of its columns.
  let columns: [UInt8]
  /// The prefix of its elements' names: `w:` or `table:`.
  let prefix: String
  /// Whether OpenDocument's columns have relative widths too.
  let isRelative: Bool
}

struct RowDesign: Sendable {
  /// The columns left out before the first cell.
  let before: Int
  /// Whether the row has properties already.
  let hasProperties: Bool
  /// Whether a block stands among its cells.
  let isDynamic: Bool
}

struct CellDesign: Sendable {
  /// A merge with the cells above or below that the template itself says.
  enum Merge: Sendable, CaseIterable {
    case none
    case first
    /// Covered from above.
    case continued
  }

  /// The columns of the template that the cell takes.
  var columns: Range<Int>
  /// Whether it stands in a block among the cells of its row.
  var isRepeated = false
  var merge = Merge.none
  /// Whether, where the cell is covered, only the text up to its `{% vm %}` goes.
  var keepsContent = false
  /// `w:tcW` as it was.
  var width: [UInt8] = []
  var widthType = WidthType.other
  /// `w:shd` as it was.
  var shading: [UInt8] = []
  /// What a covered cell of Word holds.
  var emptyContent: [UInt8] = []
  /// OpenDocument's style of the cell as a number in `CellDesigns.styles`.
  var style: Int?
  /// OpenDocument's name of that style. What is written of the cell's attributes begins with this one's value, or,
  /// if there is none, with that of `table:number-columns-spanned`.
  var styleName: String?
  /// The prefix of the element's name.
  var prefix = ""

  enum WidthType: Sendable, CaseIterable {
    case twips
    /// In fiftieths of a percent.
    case percent
    case other
  }

  var span: Int { columns.count }
}

/// A style of OpenDocument's cells, cut where its name and its background go.
struct CellStyle: Sendable, Hashable {
  let beforeName: [UInt8]
  let beforeColor: [UInt8]
  let afterColor: [UInt8]
}
