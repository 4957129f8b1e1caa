import XMLTree

/// What a reader of a document's body sees: paragraphs and tables, in order, as plain text.
///
/// Shown are inserted text, the results of fields, placeholders, the base of ruby text, what stands in content
/// controls, links, lists, sections and indexes, and, behind the paragraph that anchors them, text boxes. Not shown are
/// deleted text, text hidden by formatting of its own (a named style is not looked up), comments, notes, headers and
/// footers, automatic numbers, and the text of charts and embedded objects. A paragraph whose mark is deleted goes on
/// in the next one. A line break is `\n`, as is a page break inside a line; a tab is a blank.
///
/// What an OpenDocument table repeats up to 1,000 times is repeated, 1 MiB in all.
public struct DocumentContent: Sendable, Hashable {
  /// The body's blocks in order.
  public var blocks: [Block]

  /// A paragraph or a table.
  public enum Block: Sendable, Hashable {
    case paragraph(String)
    case table(Table)
  }

  /// A table: its rows from above.
  public struct Table: Sendable, Hashable {
    public var rows: [[Cell]]
  }

  /// A cell as it stands in a row; one covered from the left is part of the cell that covers it.
  public struct Cell: Sendable, Hashable {
    /// What stands in it: paragraphs, and tables within.
    public var blocks: [Block]
    /// How many columns of the grid it takes.
    public var columns: Int
    /// Whether a cell further up covers it.
    public var isCovered: Bool

    /// The paragraphs in it, tables taken apart into those of their cells.
    public var paragraphs: [String] { blocks.flatMap(\.paragraphs) }

    /// Whether there is a table in it.
    public var holdsTable: Bool {
      blocks.contains { block in
        if case .table = block { true } else { false }
      }
    }

    /// The paragraphs in one line, with a blank between them; those without text are left out.
    public var text: String {
      let lines = paragraphs.flatMap { $0.utf8.split(separator: UInt8(ascii: "\n")) }
      return lines.compactMap { String($0) }.joined(separator: " ")
    }
  }
}

extension OfficePackage {
  /// The body of the document as its reader sees it.
  ///
  /// - Throws: `OfficeError` when the main part is not XML.
  public func content() throws(OfficeError) -> DocumentContent {
    guard let main = try writtenParts().first else { return DocumentContent(blocks: []) }
    let root = try Self.parse(try bytes(of: main.entry), of: main.entry).root
    return format == .docx ? WordContent.read(root) : OpenDocumentContent.read(root)
  }

  /// The body's text: a paragraph is a line; a table cell is a line that begins with a tab, an empty line follows
  /// each row; a cell covered from above is a lone tab, cells covered from the left are not there.
  ///
  /// - Throws: `OfficeError` when the main part is not XML.
  public func plainText() throws(OfficeError) -> String {
    var text = ""
    for block in try content().blocks {
      switch block {
      case .paragraph(let paragraph): text += paragraph + "\n"
      case .table(let table):
        for row in table.rows {
          for cell in row { text += "\t" + (cell.isCovered ? "" : cell.text) + "\n" }
          text += "\n"
        }
      }
    }
    return text
  }
}
