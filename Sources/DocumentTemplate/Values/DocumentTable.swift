import OfficeDocument
import TemplateLanguage

/// A table of a ``SubDocument``, as wide as the place it stands in.
public struct DocumentTable: Sendable {
  /// A cell's paragraphs.
  public struct Cell: Sendable {
    public var paragraphs: [RichTextParagraph]
    /// How many columns it takes.
    public var span: Int

    /// Makes a cell.
    public init(_ paragraphs: [RichTextParagraph], span: Int = 1) {
      self.paragraphs = paragraphs
      self.span = span
    }

    /// Makes a cell with a text.
    public init(_ text: String, span: Int = 1) {
      self.init([RichTextParagraph(text)], span: span)
    }
  }

  /// The rows; a row that takes fewer columns than the widest is filled up with empty cells.
  public var rows: [[Cell]]
  /// The columns' widths in proportion; equal where there are none.
  public var proportions: [Double] = []
  /// The table style in a Word template, by name or id; without one the table has thin lines.
  public var style: String?
  /// How many rows at the top are repeated on each page.
  public var headerRows = 0

  /// Makes a table.
  public init(_ rows: [[Cell]]) { self.rows = rows }

  /// Makes a table of texts.
  public init(_ rows: [[String]]) { self.rows = rows.map { $0.map { Cell($0) } } }

  private var columnCount: Int { rows.map { $0.reduce(0) { $0 + max($1.span, 1) } }.max() ?? 0 }

  /// The columns' widths in English Metric Units.
  private func widths(in space: Space, _ count: Int) -> [Int] {
    let shares =
      proportions.count == count && proportions.allSatisfy({ $0 > 0 })
      ? proportions : Array(repeating: 1, count: count)
    let sum = shares.reduce(0, +)
    return shares.map { Int(Double(space.width) * $0 / sum) }
  }

  private func filled(_ row: [Cell], _ count: Int) -> [Cell] {
    let taken = row.reduce(0) { $0 + max($1.span, 1) }
    return row + Array(repeating: Cell([]), count: count - taken)
  }

  func write(into writer: inout MarkupWriter) throws(ValueError) {
    let count = columnCount
    guard count > 0 else { return }
    guard count <= 63, headerRows >= 0, rows.allSatisfy({ $0.allSatisfy { $0.span <= 63 } }) else {
      throw ValueError(.tooManyColumns)
    }
    switch writer.format {
    case .docx: try writeWord(&writer, widths(in: writer.space, count))
    case .odt: try writeOpenDocument(&writer, widths(in: writer.space, count))
    }
  }

  // MARK: Word

  private func writeWord(_ writer: inout MarkupWriter, _ widths: [Int]) throws(ValueError) {
    let prefix = writer.prefix
    let twentieths = widths.map { $0 / 635 }
    writer.write(
      "<\(prefix)tbl><\(prefix)tblPr>\(try looks(writer))<\(prefix)tblW \(prefix)w=\"\(twentieths.reduce(0, +))\""
        + " \(prefix)type=\"dxa\"/>\(borders(prefix))<\(prefix)tblLook \(prefix)val=\"04A0\"/></\(prefix)tblPr>"
        + "<\(prefix)tblGrid>"
        + twentieths.map { "<\(prefix)gridCol \(prefix)w=\"\($0)\"/>" }.joined() + "</\(prefix)tblGrid>")
    for (number, row) in rows.enumerated() {
      let header = number < headerRows ? "<\(prefix)trPr><\(prefix)tblHeader/></\(prefix)trPr>" : ""
      writer.write("<\(prefix)tr>\(header)")
      var column = 0
      for cell in filled(row, widths.count) {
        let span = max(cell.span, 1)
        let width = twentieths[column..<(column + span)].reduce(0, +)
        column += span
        writer.write(
          "<\(prefix)tc><\(prefix)tcPr><\(prefix)tcW \(prefix)w=\"\(width)\" \(prefix)type=\"dxa\"/>"
            + (span > 1 ? "<\(prefix)gridSpan \(prefix)val=\"\(span)\"/>" : "") + "</\(prefix)tcPr>")
        for paragraph in cell.paragraphs { try DocumentBlock.write(paragraph, into: &writer) }
        writer.write((cell.paragraphs.isEmpty ? "<\(prefix)p/>" : "") + "</\(prefix)tc>")
      }
      writer.write("</\(prefix)tr>")
    }
    writer.write("</\(prefix)tbl>")
  }

  private func looks(_ writer: MarkupWriter) throws(ValueError) -> String {
    guard let style else { return "" }
    let changes = writer.changes
    let sheet = try WordMerger.reading { () throws(OfficeError) in try changes.target.contents().styles }
    let known = sheet.styles[style].flatMap { $0.type == "table" ? $0.id : nil }
    guard let id = known ?? sheet.id(named: style, type: "table") else {
      throw ValueError(.unknownTableStyle(style))
    }
    return "<\(writer.prefix)tblStyle\(try Markup.attribute("\(writer.prefix)val", id))/>"
  }

  private func borders(_ prefix: String) -> String {
    guard style == nil else { return "" }
    let sides = ["top", "left", "bottom", "right", "insideH", "insideV"].map {
      "<\(prefix)\($0) \(prefix)val=\"single\" \(prefix)sz=\"4\" \(prefix)space=\"0\" \(prefix)color=\"auto\"/>"
    }
    return "<\(prefix)tblBorders>\(sides.joined())</\(prefix)tblBorders>"
  }

  // MARK: OpenDocument

  private func writeOpenDocument(_ writer: inout MarkupWriter, _ widths: [Int]) throws(ValueError) {
    if let style { throw ValueError(.unknownTableStyle(style)) }
    let (changes, entry) = (writer.changes, writer.entry)
    let table = changes.name(
      of: Self.style(
        "table",
        "<style:table-properties style:width=\"\(Length(emu: widths.reduce(0, +)).openDocument)\""
          + " table:align=\"left\"/>"), in: entry)
    let cellStyle = changes.name(
      of: Self.style(
        "table-cell", "<style:table-cell-properties fo:border=\"0.5pt solid #000000\" fo:padding=\"0.1cm\"/>"),
      in: entry)
    let name = changes.counters.uniqueName("Table")
    writer.write(
      "<table:table xmlns:table=\"\(Namespace.table)\" table:name=\"\(name)\" table:style-name=\"\(table)\">")
    for width in widths {
      let style = changes.name(
        of: Self.style(
          "table-column",
          "<style:table-column-properties style:column-width=\"\(Length(emu: width).openDocument)\"/>"),
        in: entry)
      writer.write("<table:table-column table:style-name=\"\(style)\"/>")
    }
    for (number, row) in rows.enumerated() {
      if number == 0, headerRows > 0 { writer.write("<table:table-header-rows>") }
      writer.write("<table:table-row>")
      for cell in filled(row, widths.count) {
        let span = max(cell.span, 1)
        writer.write(
          "<table:table-cell table:style-name=\"\(cellStyle)\" office:value-type=\"string\""
            + " xmlns:office=\"\(Namespace.office)\""
            + (span > 1 ? " table:number-columns-spanned=\"\(span)\"" : "") + ">")
        for paragraph in cell.paragraphs { try DocumentBlock.write(paragraph, into: &writer) }
        writer.write((cell.paragraphs.isEmpty ? "<text:p/>" : "") + "</table:table-cell>")
        for _ in 1..<span { writer.write("<table:covered-table-cell/>") }
      }
      writer.write("</table:table-row>")
      if headerRows > 0, number == min(headerRows, rows.count) - 1 {
        writer.write("</table:table-header-rows>")
      }
    }
    writer.write("</table:table>")
  }

  private static func style(_ family: String, _ properties: String) -> AutomaticStyle {
    AutomaticStyle(
      wrap: Wrap(
        "<style:style xmlns:style=\"\(Namespace.style)\" xmlns:table=\"\(Namespace.table)\""
          + " xmlns:fo=\"\(Namespace.formatting)\" style:name=\"",
        "\" style:family=\"\(family)\">\(properties)</style:style>"))
  }
}
