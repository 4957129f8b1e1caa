import OfficeDocument
import TestSupport

/// Ways in which a report's document comes to look on its way through editors, web pages and printers.
enum Mangling: String, CaseIterable {
  /// Tables pasted from a web page: covered cells are empty cells, digits are wide, blanks stand around them.
  case mergesBlank
  /// Tables pasted from a web page: covered cells are not there.
  case mergesDropped
  /// The whole report in one cell of a table that only lays out the page.
  case layoutTable
  /// Every figure was corrected with changes tracked.
  case tracked
  /// Title, signature and date in text boxes.
  case textBoxes
  /// Numbers of headings and labels are the editor's, not text.
  case withoutNumbers
  /// No tables: every cell is a paragraph.
  case cellsAsParagraphs
  /// Text with upright strokes between cells.
  case strokes
  /// Text as printed: lines of a page's width, page numbers, columns by blanks.
  case printed
  /// The web page that a word processor saves.
  case webPage

  func file(of content: DocumentContent) throws -> (name: String, bytes: [UInt8]) {
    switch self {
    case .strokes, .printed:
      return ("r.txt", Array(MangledText(content, isPrinted: self == .printed).text.utf8))
    case .webPage: return ("r.html", Array(MangledPage(content).text.utf8))
    default:
      return ("r.docx", try WordFile.package(MangledBody(content, self).body).write(replacing: [:]))
    }
  }
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}

private func isFigure(_ text: String) -> Bool {
  text.utf8.contains { (0x30...0x39).contains($0) }
    && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x2B...0x2E).contains($0) }
}

/// The body of a Word document.
private struct MangledBody {
  private(set) var body = ""
  private let kind: Mangling

  init(_ content: DocumentContent, _ kind: Mangling) {
    self.kind = kind
    let last = content.blocks.count - 1
    for (index, block) in content.blocks.enumerated() {
      switch block {
      case .paragraph(let text):
        let isEdge = index == 0 || index > last - 4
        body += kind == .textBoxes && isEdge ? Self.box(text) : paragraph(text)
      case .table(let table): body += self.table(table)
      }
    }
    if kind == .layoutTable {
      body = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>\(body)<w:p/></w:tc></w:tr></w:tbl>"
    }
    body += "<w:sectPr/>"
  }

  private func paragraph(_ text: String) -> String {
    var text = text
    if kind == .withoutNumbers { text = Self.withoutNumber(text) }
    return "<w:p><w:r><w:t xml:space=\"preserve\">\(escaped(text))</w:t></w:r></w:p>"
  }

  /// 一、总体情况 → 总体情况, 1.重复申请 → 重复申请; （一） stays where it begins a text.
  private static func withoutNumber(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 2, scalars.count < 50, !text.contains("。"), scalars[1] == "、" || scalars[1] == "."
    else {
      return text
    }
    return String(String.UnicodeScalarView(scalars[2...]))
  }

  private static func box(_ text: String) -> String {
    """
    <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData>\
    <wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>\(escaped(text))</w:t></w:r></w:p></w:txbxContent></wps:txbx>\
    </wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>\
    <v:textbox><w:txbxContent><w:p><w:r><w:t>\(escaped(text))</w:t></w:r></w:p></w:txbxContent></v:textbox>\
    </v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
    """
  }

  private func table(_ table: DocumentContent.Table) -> String {
    var rows = ""
    for row in table.rows {
      let cells = row.filter { kind != .mergesDropped || !$0.isCovered }
      if kind == .cellsAsParagraphs {
        rows += row.filter { !$0.isCovered }.map { paragraph($0.text) + "<w:p/>" }.joined()
      } else {
        rows += "<w:tr>\(cells.map(cell).joined())</w:tr>"
      }
    }
    return kind == .cellsAsParagraphs ? rows : "<w:tbl><w:tblPr/><w:tblGrid/>\(rows)</w:tbl>"
  }

  private func cell(_ cell: DocumentContent.Cell) -> String {
    let loses = kind == .mergesBlank || kind == .mergesDropped
    let span = loses || cell.columns == 1 ? "" : "<w:gridSpan w:val=\"\(cell.columns)\"/>"
    let merge = cell.isCovered && !loses ? "<w:vMerge/>" : ""
    return "<w:tc><w:tcPr>\(span)\(merge)</w:tcPr>\(inner(cell.text))</w:tc>"
  }

  private func inner(_ text: String) -> String {
    guard isFigure(text) else { return paragraph(text) }
    switch kind {
    case .tracked:
      return """
        <w:p><w:del w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">\
        <w:r><w:t>\(text)</w:t></w:r></w:ins></w:p>
        """
    case .mergesBlank:
      let wide = String(
        String.UnicodeScalarView(
          text.unicodeScalars.map { Unicode.Scalar($0.value == 0x2E ? 0xFF0E : $0.value + 0xFEE0) ?? $0 }))
      return "<w:p/><w:p><w:r><w:t xml:space=\"preserve\">\u{A0} \(wide) </w:t></w:r></w:p>"
    default: return paragraph(text)
    }
  }
}

/// A web page as word processors save it.
private struct MangledPage {
  private(set) var text = """
    <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8"><title>x</title>
    <!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>p.MsoNormal{margin:0}</style></head><body>

    """

  init(_ content: DocumentContent) {
    for block in content.blocks {
      switch block {
      case .paragraph(let paragraph): text += Self.paragraph(paragraph)
      case .table(let table):
        text += "<table class=MsoTableGrid border=1>"
        for row in table.rows {
          text += "<tr style='height:1.0pt'>"
          for cell in row where !cell.isCovered {
            text += "<td colspan=\"\(cell.columns)\" valign=top>\(Self.paragraph(cell.text))</td>\n"
          }
          text += "</tr>"
        }
        text += "</table>"
      }
    }
    text += "</body></html>"
  }

  private static func paragraph(_ text: String) -> String {
    "<p class=MsoNormal><span\n  lang=EN-US style='font-family:\"a>b\"'>\(escaped(text))<o:p></o:p></span></p>\n"
  }
}

/// Plain text.
private struct MangledText {
  private(set) var text = ""
  private let isPrinted: Bool
  private var lines = 0

  init(_ content: DocumentContent, isPrinted: Bool) {
    self.isPrinted = isPrinted
    for block in content.blocks {
      switch block {
      case .paragraph(let paragraph): isPrinted ? print(paragraph) : add(paragraph)
      case .table(let table):
        for row in table.rows {
          let cells = row.map { $0.isCovered ? "" : $0.text }
          isPrinted ? print(cells) : add("| " + cells.joined(separator: " | ") + " |")
        }
      }
    }
  }

  private mutating func add(_ line: String) {
    text += line + "\n"
    lines += 1
    if isPrinted, lines % 22 == 0 { text += "\n— \(lines / 22) —\n\u{0C}" }
  }

  /// A row's labels in a narrow column, its figures beside the middle of the last.
  private mutating func print(_ cells: [String]) {
    let figures = cells.filter(isFigure)
    let labels = cells.filter { !isFigure($0) && !$0.isEmpty }
    guard !figures.isEmpty, let label = labels.last else { return add(cells.joined(separator: "   ")) }
    var pieces: [String] = []
    var rest = Array(label)[...]
    while !rest.isEmpty {
      pieces.append(String(rest.prefix(11)))
      rest = rest.dropFirst(11)
    }
    let front = labels.dropLast().map { $0 + "   " }.joined()
    for (index, piece) in pieces.enumerated() {
      let isMiddle = index * 2 + 1 == pieces.count
      if index * 2 == pieces.count { add("        " + figures.joined(separator: "   ")) }
      add((index == 0 ? front : "   ") + piece + (isMiddle ? "   " + figures.joined(separator: "   ") : ""))
    }
  }

  /// Lines of twenty-eight characters, two digits being as wide as one.
  private mutating func print(_ paragraph: String) {
    var line = ""
    var width = 0
    for character in paragraph {
      let columns = character.isASCII ? 1 : 2
      if width + columns > 56 {
        add(line)
        line = ""
        width = 0
      }
      line.append(character)
      width += columns
    }
    add(line)
  }
}
