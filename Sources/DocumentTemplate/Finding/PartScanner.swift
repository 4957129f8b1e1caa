import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Finds the tags of a part and puts a marker into the tree in the place of each.
///
/// A marker is a processing instruction whose data is the tag's number. The text of a tag goes; what stood
/// between its pieces (bookmarks, spelling marks) stays.
struct PartScanner {
  static let markerTarget = "chengwen-tag"

  let tree: XMLTree
  let dialect: Dialect
  let part: WrittenPart
  let file: String?
  private(set) var records: [TagRecord] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether there was anything to replace.
  var hasChanged = false
  /// The attributes that hold tags.
  var attributes: [WrittenAttribute] = []
  /// The spots of texts with tags or faults, each with its rank in the document.
  private(set) var ranks: [DocumentSpot: Int] = [:]
  private var scanner = TagScanner()
  private var place: DocumentPart
  private var noteCounts: [NoteKind: Int] = [:]
  private var headers = 0
  private var footers = 0

  init(tree: XMLTree, dialect: Dialect, part: WrittenPart, file: String?) {
    self.tree = tree
    self.dialect = dialect
    self.part = part
    self.file = file
    place = part.part
  }

  mutating func scan() {
    switch part.content {
    case .text:
      scanStory(tree.root, steps: [])
      scanAttributes()
    case .properties: scanProperties()
    }
  }

  private mutating func scanStory(_ container: Node, steps: [DocumentSpot.Step]) {
    var counts = Counts()
    for child in container.children { visit(child, steps: steps, counts: &counts) }
  }

  /// How many of each thing were met in a story so far.
  private struct Counts {
    var paragraphs = 0
    var tables = 0
    var notes = 0
  }

  private mutating func visit(_ node: Node, steps: [DocumentSpot.Step], counts: inout Counts) {
    guard let role = dialect.role(of: node) else { return }
    switch role {
    case .paragraph:
      counts.paragraphs += 1
      scanParagraph(node, steps: steps, number: counts.paragraphs)
    case .table:
      counts.tables += 1
      var row = 0
      scanRows(of: node, steps: steps + [.table(counts.tables)], row: &row)
    case .story where node.is(W.footnote) || node.is(W.endnote) || node.is(W.comment):
      counts.notes += 1
      scanStory(node, steps: steps + [.note(counts.notes)])
    case .plainText:
      replaceTags(of: ParagraphText(plain: node), spot: DocumentSpot(part: place, steps: steps))
    case .silent, .rangeMark: return
    default:
      let outer = place
      place = pagePart(node) ?? place
      for child in node.children { visit(child, steps: steps, counts: &counts) }
      place = outer
    }
  }

  /// The header or footer that an element of a master page is (ODF 1.3 part 3, 16.10).
  private mutating func pagePart(_ node: Node) -> DocumentPart? {
    guard dialect.format == .odt, node.namespace == Namespace.style.description else { return nil }
    switch node.localName {
    case "header", "header-left", "header-first":
      headers += 1
      return .header(headers)
    case "footer", "footer-left", "footer-first":
      footers += 1
      return .footer(footers)
    default: return nil
    }
  }

  private mutating func scanRows(of node: Node, steps: [DocumentSpot.Step], row: inout Int) {
    for child in node.children {
      switch dialect.role(of: child) {
      case .row?:
        row += 1
        var cell = 0
        scanCells(of: child, steps: steps + [.row(row)], cell: &cell)
      case .silent?, .rangeMark?, nil: continue
      default: scanRows(of: child, steps: steps, row: &row)
      }
    }
  }

  private mutating func scanCells(of node: Node, steps: [DocumentSpot.Step], cell: inout Int) {
    for child in node.children {
      switch dialect.role(of: child) {
      case .cell?:
        cell += 1
        scanStory(child, steps: steps + [.cell(cell)])
      case .silent?, .rangeMark?, nil: continue
      default: scanCells(of: child, steps: steps, cell: &cell)
      }
    }
  }

  private mutating func scanParagraph(_ node: Node, steps: [DocumentSpot.Step], number: Int) {
    let text = ParagraphText(node, dialect)
    replaceTags(of: text, spot: DocumentSpot(part: place, steps: steps + [.paragraph(number)]))
    var counts = Counts()
    for (index, story) in text.stories.enumerated() {
      if let kind = NoteKind(story) {
        scanNote(story, kind)
        continue
      }
      let step: DocumentSpot.Step = story.is(ODFText.noteBody) ? .note(index + 1) : .textBox(index + 1)
      let inside = steps + [.paragraph(number), step]
      if dialect.role(of: story) == .story {
        scanStory(story, steps: inside)
      } else {
        visit(story, steps: inside, counts: &counts)
      }
    }
  }

  /// A note that stands in the body while it is compiled.
  private mutating func scanNote(_ note: Node, _ kind: NoteKind) {
    let outer = place
    place = kind.part
    noteCounts[kind, default: 0] += 1
    scanStory(note, steps: [.note(noteCounts[kind, default: 0])])
    place = outer
  }

  private mutating func scanProperties() {
    for element in Array(tree.root.descendants) where element.kind == .element {
      let text = ParagraphText(plain: element)
      replaceTags(of: text, spot: DocumentSpot(part: .properties(element.localName)))
    }
  }

  private mutating func replaceTags(of text: ParagraphText, spot: DocumentSpot) {
    guard TagScanner.mayHoldTags(text.bytes) || scanner.isInRaw else { return }
    let (tags, faults) = scanner.scan(text.bytes)
    guard !tags.isEmpty || !faults.isEmpty else { return }
    rank(spot)
    report(faults, in: text.bytes, spot: spot)
    let shown = String(decoding: text.bytes, as: UTF8.self)
    var replacements: [Replacement] = []
    for tag in tags {
      switch tag.kind {
      case .escape(let text):
        replacements.append(Replacement(range: tag.range, by: .text(text)))
      case .raw:
        replacements.append(Replacement(range: tag.range, by: .nothing))
      case .comment where tag.carrier == nil:
        replacements.append(Replacement(range: tag.range, by: .nothing))
      case .comment:
        replacements.append(Replacement(range: tag.range, by: .marker(records.count)))
        records.append(TagRecord(tag: tag, spot: spot, paragraph: shown))
      case .output, .statement:
        replacements.append(
          Replacement(range: tag.range, by: .marker(record(tag, in: text.bytes, spot: spot))))
      }
    }
    hasChanged = hasChanged || !replacements.isEmpty
    text.replace(replacements, in: tree, dialect)
  }

  /// Notes that `spot` is the next in the document.
  mutating func rank(_ spot: DocumentSpot) {
    if ranks[spot] == nil { ranks[spot] = ranks.count }
  }

  /// Notes what is wrong with the tags of a text as a whole.
  mutating func report(
    _ faults: [(range: Range<Int>, message: Message)], in text: [UInt8], spot: DocumentSpot
  ) {
    for fault in faults {
      diagnostics.append(
        Diagnostic(
          .error, fault.message, at: Place(file: file, .document(spot)),
          excerpt: Excerpt(of: String(decoding: text, as: UTF8.self), marked: fault.range)))
    }
  }

  /// Parses a tag and returns its number. One that is wrong is reported and replaced by the plainest tag of its
  /// kind, so that the blocks around it still pair up and nothing else is reported because of it.
  mutating func record(_ tag: ScannedTag, in text: [UInt8], spot: DocumentSpot) -> Int {
    var record = TagRecord(tag: tag, spot: spot, paragraph: String(decoding: text, as: UTF8.self))
    switch ParsedTag.parse(text, tag, origin: records.count) {
    case .success(let parsed):
      record.parsed = parsed
    case .failure(let list):
      for fault in list.faults {
        diagnostics.append(record.diagnostic(fault.message, range: fault.range, file: file))
      }
      record.parsed = StandIn.tag(for: text[tag.body], origin: records.count)
    }
    records.append(record)
    return records.count - 1
  }
}
