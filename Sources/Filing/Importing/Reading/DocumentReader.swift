import DataFiles
import Diagnostics
import Forms

/// Reads a published report on one edition of the form.
struct DocumentReader {
  let definition: FormDefinition
  let file: String?
  var tables: TableReader
  private let headings: SectionHeadings
  private var state = State.front
  private var front: [Text] = []
  var title: TitleText?
  private var opening: [Text] = []
  var prose: [String: [Text]] = [:]
  private var seen: Set<Int> = []
  private var latest = 0
  private var followsBlank = false
  var findings: [Diagnostic] = []
  /// What the page says of its day of publication, which is not the report's date.
  var published: String?
  /// A row of a table written a cell a line, with nothing to tell its cells from paragraphs.
  var loose: [PublishedDocument.Cell] = []
  /// Words of a table's section that are not yet told: a label may be broken over lines.
  var pieces: [String] = []

  private enum State: Equatable {
    case front
    case opening
    case section(Int)
  }

  struct Text {
    var text: String
    var place: Place
    var followsBlank: Bool
  }

  init(_ definition: FormDefinition, file: String?) {
    self.definition = definition
    self.file = file
    tables = TableReader(definition)
    headings = SectionHeadings(definition)
  }

  /// The report, and what is to be said about it.
  mutating func read(_ document: PublishedDocument) -> (ReportDraft, [Diagnostic]) {
    for item in document.items {
      switch item.content {
      case .paragraph(let text): paragraph(text, at: item.place)
      case .row(let cells):
        flushLoose()
        row(cells, at: item.place)
      }
    }
    flushLoose()
    if title == nil, let name = document.name, let found = TitleText(name) {
      title = found
      findings.append(Diagnostic(.warning, .titleOfPage, at: Place(file: file)))
    }
    if document.joinedLines > 0 {
      findings.append(Diagnostic(.notice, .linesJoined(document.joinedLines), at: Place(file: file)))
    }
    return draft()
  }

  // MARK: Blocks

  private mutating func row(_ cells: [PublishedDocument.Cell], at place: Place) {
    // What stands in a table before the report begins is the page's.
    if state == .front, title == nil, cells.count(where: { !$0.isBlank }) == 1 {
      for cell in cells where !cell.isBlank { paragraph(cell.text, at: cell.place) }
      return
    }
    // Agencies that sign jointly stand side by side.
    if case .section(let index) = state, index == definition.sections.count - 1, areSignatures(cells) {
      for cell in cells where !cell.isBlank { paragraph(cell.text, at: cell.place) }
      return
    }
    tables.read(cells, at: place)
  }

  private mutating func paragraph(_ raw: String, at place: Place) {
    let text = unmarked(raw, at: place).withoutIndent
    if text.isEmpty {
      followsBlank = true
      return
    }
    defer { followsBlank = false }
    if title != nil || state != .front {
      if let section = headings.heading(text, from: latest) {
        begin(section)
        return
      }
      if state == .opening, let section = headings.sectionByPart(text, from: latest) {
        findings.append(
          Diagnostic(.warning, .sectionByPart(definition.sections[section].heading), at: place))
        begin(section)
      }
    }
    let paragraph = Text(text: text, place: place, followsBlank: followsBlank)
    switch state {
    case .front: frontText(paragraph)
    case .opening:
      if let again = TitleText(text), opening.isEmpty, again.year == title?.year {
        // A page says its title more than once; the last one is the report's.
        title = again
      } else if Self.isPortalLine(text) {
        notePublication(text)
        findings.append(Diagnostic(.notice, .portalLine, at: place))
      } else {
        opening.append(paragraph)
      }
    case .section(let index):
      let section = definition.sections[index]
      if section.table == nil {
        prose[section.id, default: []].append(paragraph)
      } else {
        tableText(paragraph)
      }
    }
  }

  private mutating func begin(_ section: Int) {
    flushLoose()
    pieces = []
    state = .section(section)
    latest = section
    seen.insert(section)
    if definition.sections[section].table == nil, prose[definition.sections[section].id] == nil {
      prose[definition.sections[section].id] = []
    }
    tables.begin(table: definition.sections[section].table)
  }

  private mutating func frontText(_ paragraph: Text) {
    let broken = titleInLines(endingWith: paragraph.text)
    if let found = TitleText(paragraph.text), !found.agency.isEmpty || broken == nil {
      title = found
    } else if let broken {
      title = broken.title
      front.removeLast(broken.lines)
    } else if headings.heading(paragraph.text, from: 0) == 0 {
      begin(0)
      return
    } else {
      front.append(paragraph)
      return
    }
    state = .opening
  }

  /// A title set in several lines, the last of them `text`, and how many of those before belong to it: as many as
  /// it takes to name the agency.
  private func titleInLines(endingWith text: String) -> (title: TitleText, lines: Int)? {
    var whole = text.trimmed
    var found: (title: TitleText, lines: Int)?
    for (count, line) in front.suffix(3).reversed().enumerated() {
      whole = line.text.trimmed + whole
      guard let title = TitleText(whole) else { continue }
      if found == nil { found = (title, count + 1) }
      if !title.agency.isEmpty { return (title, count + 1) }
    }
    return found
  }

  // MARK: Marks and lines that are not the report's

  /// Without marks such as [bookmark: _GoBack], which some programs leave in a text.
  private mutating func unmarked(_ text: String, at place: Place) -> String {
    guard let start = text.utf8.firstIndex(of: UInt8(ascii: "[")), text[start...].hasPrefix("[bookmark: "),
      let end = text[start...].utf8.firstIndex(of: UInt8(ascii: "]"))
    else { return text }
    findings.append(Diagnostic(.notice, .markRemoved, at: place))
    return String(text[..<start] + text[text.utf8.index(after: end)...])
  }

  private mutating func notePublication(_ text: String) {
    guard published == nil, ["发布日期", "发布时间", "发文日期"].contains(where: text.hasPrefix) else { return }
    published =
      DateText.date(String(text.unicodeScalars.drop { !("0"..."9").contains($0) }.prefix(10)))?.description
  }

  private static func isPortalLine(_ text: String) -> Bool {
    let starts = [
      "发布日期", "发布时间", "发文日期", "来源", "信息来源", "浏览次数", "阅读次数", "点击数", "字体", "字号", "打印", "分享", "索引号", "【字体",
    ]
    return text.unicodeScalars.count <= 80 && starts.contains { text.hasPrefix($0) }
  }
}

// MARK: The whole

extension DocumentReader {
  private mutating func draft() -> (ReportDraft, [Diagnostic]) {
    var draft = ReportDraft(on: definition)
    let (figures, figureFindings) = tables.figures()
    draft.figures = figures
    let signed = sign(&draft)
    if let title {
      if draft.agency == nil, !title.agency.isEmpty {
        draft.agency = title.agency
        if signed { findings.append(Diagnostic(.warning, .agencyFromTitle, at: Place(file: file))) }
      }
      draft.year = title.year
      if let agency = draft.agency, title.text != definition.title(agency: agency, year: title.year) {
        draft.title = title.text
      }
      if draft.agency == nil { findings.append(Diagnostic(.error, .noAgency, at: Place(file: file))) }
    } else {
      findings.append(Diagnostic(.error, .noTitle, at: Place(file: file)))
    }
    draft.opening = opening.map(\.text)
    if opening.isEmpty { findings.append(Diagnostic(.warning, .noOpening, at: Place(file: file))) }
    for (index, section) in definition.sections.enumerated() where section.table == nil {
      if let texts = prose[section.id] {
        draft.sections[section.id] = texts.map(\.text)
      } else if !seen.contains(index) {
        findings.append(Diagnostic(.error, .noSection(section.heading), at: Place(file: file)))
      }
    }
    if title != nil, let first = front.first {
      findings.insert(Diagnostic(.notice, .outside(front.count, before: true), at: first.place), at: 0)
    }
    return (draft, findings + tables.findings + figureFindings)
  }
}
