import Forms

/// About where the lines of a report stand on its pages: as the built-in templates set them, with faces whose
/// Chinese characters are as wide as they are high. What an editor makes of it may differ by a line.
struct ReportFlow {
  /// What stands up to the end of the last table, each on pages of its own or behind what is before it.
  private var front: [(pieces: [PageFlow.Piece], hasOwnPages: Bool)] = []
  /// What follows: headings, and lines of running text, whose height can be another.
  private var closing: [(piece: PageFlow.Piece, isText: Bool)] = []

  /// Breaks a report into lines and rows.
  init(_ report: Report) {
    front.append((Self.title(of: report) + Self.prose(report.opening), false))
    let sections = report.definition.sections
    let tablesEnd = (sections.lastIndex { $0.table != nil } ?? -1) + 1
    for section in sections[..<tablesEnd] {
      guard let table = section.table.flatMap(report.definition.table) else {
        front.append(([Self.heading] + Self.prose(report.sections[section.id] ?? []), false))
        continue
      }
      let isTurned = report.layout.landscape.contains(table.id)
      front.append(([Self.heading] + TableFlow(table: table).pieces, isTurned))
    }
    for section in sections[tablesEnd...] {
      let isLast = section.id == sections.last?.id
      closing.append((Self.heading, false))
      closing += Self.prose(report.sections[section.id] ?? [], isClosing: isLast).map { ($0, true) }
    }
  }

  /// How many pages the report takes.
  ///
  /// - Parameters:
  ///   - pageHeight: how high a page's text block is taken to be, in points.
  ///   - line: the height of lines of running text behind the last table, in points.
  ///   - ending: the height of the signature.
  func pageCount(pageHeight: Double, line: Double, ending: Double) -> Int {
    var flow = PageFlow(pageHeight: pageHeight)
    for stretch in front {
      if stretch.hasOwnPages { flow.breakPage() }
      flow.add(stretch.pieces)
      if stretch.hasOwnPages { flow.breakPage() }
    }
    let pieces = closing.map { item in
      var piece = item.piece
      if item.isText { piece.height = line }
      return piece
    }
    flow.add(pieces + [PageFlow.Piece(height: ending)])
    return flow.page
  }

  private static func title(of report: Report) -> [PageFlow.Piece] {
    // An empty line follows.
    let count = TitleLayout(report: report).lines.count + 1
    return Array(repeating: heading, count: count)
  }

  private static let heading = PageFlow.Piece(height: PageGrid.line, keepsWithNext: true)

  private static func prose(_ texts: [String], isClosing: Bool = false) -> [PageFlow.Piece] {
    let paragraphs = texts.map(ProseParagraph.init)
    let closing = isClosing ? ProseLayout.closingCount(of: paragraphs) : 0
    return paragraphs.enumerated().flatMap { index, paragraph in
      let keeps = paragraph.isHeading || index >= paragraphs.count - closing
      return Array(
        repeating: PageFlow.Piece(height: PageGrid.line, keepsWithNext: keeps), count: paragraph.lineCount)
    }
  }
}

extension ProseParagraph {
  /// The width of a line of running text in its own characters, which are set a quarter of a point narrower.
  private static let lineWidth = PageGrid.textWidth / (PageGrid.character - 0.25)

  /// How many lines it takes, the first in by two characters.
  fileprivate var lineCount: Int {
    let text = (lead + rest).unicodeScalars.drop { $0 == " " || $0 == "\u{3000}" }
    return LineBreaking.ends(of: ["\u{3000}", "\u{3000}"] + text, width: Self.lineWidth).count
  }
}
