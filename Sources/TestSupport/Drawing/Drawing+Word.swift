public import OfficeDocument

extension Drawing {
  /// The drawing as a Word package.
  public func word() throws(OfficeError) -> OfficePackage {
    try WordFile.package(wordBody, parts: [("numbering", Self.numbering)])
  }

  /// What `w:body` holds.
  public var wordBody: String { Self.word(blocks) }

  private static let columnWidth = 900

  private static let numbering = """
    <w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">\
    <w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>\
    </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    """

  private static func word(_ blocks: [Block], listed: Bool = false) -> String {
    var text = ""
    for (index, block) in blocks.enumerated() {
      switch block {
      case .paragraph(let line): text += paragraph(line, listed && index == 0 ? listing : "")
      case .heading(let line): text += paragraph(line, "<w:outlineLvl w:val=\"0\"/>")
      case .list(let items): text += items.map { word($0, listed: true) }.joined()
      case .container(let inner):
        text += "<w:sdt><w:sdtPr/><w:sdtContent>\(word(inner))</w:sdtContent></w:sdt>"
      case .table(let rows): text += table(rows)
      }
    }
    return text
  }

  private static let listing = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>"

  private static func paragraph(_ line: String, _ properties: String) -> String {
    let pPr = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    let runs = line.split(separator: "‖", omittingEmptySubsequences: false).enumerated().map { index, run in
      run.isEmpty
        ? ""
        : "<w:r>\(index % 2 == 1 ? "<w:rPr><w:b/></w:rPr>" : "")\(characters(run))</w:r>"
    }
    return "<w:p>\(pPr)\(runs.joined())</w:p>"
  }

  private static func characters(_ run: Substring) -> String {
    let lines = run.split(separator: "⏎", omittingEmptySubsequences: false).map { line in
      line.split(separator: "⇥", omittingEmptySubsequences: false).map {
        $0.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(escaped($0))</w:t>"
      }.joined(separator: "<w:tab/>")
    }
    return lines.joined(separator: "<w:br/>")
  }

  private static func table(_ rows: [[Cell]]) -> String {
    let count = rows.map { $0.reduce(0) { $0 + $1.columns } }.max() ?? 1
    let grid = String(repeating: "<w:gridCol w:w=\"\(columnWidth)\"/>", count: count)
    let body = rows.map { row in "<w:tr>\(row.map(cell).joined())</w:tr>" }.joined()
    return "<w:tbl><w:tblPr><w:tblW w:w=\"\(count * columnWidth)\" w:type=\"dxa\"/></w:tblPr>"
      + "<w:tblGrid>\(grid)</w:tblGrid>\(body)</w:tbl>"
  }

  private static func cell(_ cell: Cell) -> String {
    let span = cell.columns > 1 ? "<w:gridSpan w:val=\"\(cell.columns)\"/>" : ""
    let merge = cell.rows == 0 ? "<w:vMerge/>" : cell.rows > 1 ? "<w:vMerge w:val=\"restart\"/>" : ""
    let width = "<w:tcW w:w=\"\(cell.columns * columnWidth)\" w:type=\"dxa\"/>"
    // A cell ends with a paragraph (ISO/IEC 29500-1, 17.4.65).
    var end = "<w:p/>"
    if case .paragraph? = cell.blocks.last { end = "" }
    if case .list? = cell.blocks.last { end = "" }
    return "<w:tc><w:tcPr>\(width)\(span)\(merge)</w:tcPr>\(word(cell.blocks))\(end)</w:tc>"
  }
}
