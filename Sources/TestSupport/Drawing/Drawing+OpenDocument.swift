public import OfficeDocument

extension Drawing {
  /// The drawing as an OpenDocument package.
  public func openDocument() throws(OfficeError) -> OfficePackage {
    try OpenDocumentFile.package(openDocumentBody, automatic: Self.styles)
  }

  /// What `office:text` holds.
  public var openDocumentBody: String {
    var names = Names()
    return Self.openDocument(blocks, &names)
  }

  /// How many tables and sections have been named.
  private struct Names {
    var tables = 0
    var sections = 0
  }

  private static let styles = """
    <style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>\
    <style:style style:name="C" style:family="table-column"><style:table-column-properties \
    style:column-width="45pt"/></style:style>
    """

  private static func openDocument(_ blocks: [Block], _ names: inout Names) -> String {
    var text = ""
    for block in blocks {
      switch block {
      case .paragraph(let line): text += "<text:p>\(content(line))</text:p>"
      case .heading(let line): text += "<text:h text:outline-level=\"1\">\(content(line))</text:h>"
      case .list(let items):
        text += "<text:list>"
        for item in items { text += "<text:list-item>\(openDocument(item, &names))</text:list-item>" }
        text += "</text:list>"
      case .container(let inner):
        names.sections += 1
        text += "<text:section text:name=\"S\(names.sections)\">"
        text += openDocument(inner, &names) + "</text:section>"
      case .table(let rows): text += table(rows, &names)
      }
    }
    return text
  }

  private static func content(_ line: String) -> String {
    line.split(separator: "‖", omittingEmptySubsequences: false).enumerated().map { index, run in
      let text = run.split(separator: "⏎", omittingEmptySubsequences: false).map { line in
        line.split(separator: "⇥", omittingEmptySubsequences: false).map(escaped).joined(
          separator: "<text:tab/>")
      }.joined(separator: "<text:line-break/>")
      return index % 2 == 1 && !run.isEmpty ? "<text:span text:style-name=\"B\">\(text)</text:span>" : text
    }.joined()
  }

  private static func table(_ rows: [[Cell]], _ names: inout Names) -> String {
    names.tables += 1
    let count = rows.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 1
    var text =
      "<table:table table:name=\"T\(names.tables)\"><table:table-column table:style-name=\"C\" "
      + "table:number-columns-repeated=\"\(count)\"/>"
    for row in rows {
      text += "<table:table-row>"
      for cell in row { text += self.cell(cell, &names) }
      text += "</table:table-row>"
    }
    return text + "</table:table>"
  }

  private static func cell(_ cell: Cell, _ names: inout Names) -> String {
    let beside = String(repeating: "<table:covered-table-cell/>", count: cell.columns - 1)
    guard cell.rows > 0 else { return "<table:covered-table-cell/>" + beside }
    let span = cell.columns > 1 ? " table:number-columns-spanned=\"\(cell.columns)\"" : ""
    let down = cell.rows > 1 ? " table:number-rows-spanned=\"\(cell.rows)\"" : ""
    return "<table:table-cell\(span)\(down)>\(openDocument(cell.blocks, &names))</table:table-cell>\(beside)"
  }
}
