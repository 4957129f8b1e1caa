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
  fileprivate static let markerName = Name("", "chengwen-tag")

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
  /// The spots of texts with tags or faults, in the order of the document.
  private(set) var order: [DocumentSpot] = []
  /// The spots of all texts, made when an attribute's place is asked for.
  private var spots: [Node: DocumentSpot]?
  let delimiters: Delimiters
  private var scanner: TagScanner
  private var lastRaw: TagRecord?

  init(tree: XMLTree, dialect: Dialect, part: WrittenPart, _ delimiters: Delimiters, file: String?) {
    self.delimiters = delimiters
    scanner = TagScanner(delimiters)
    self.tree = tree
    self.dialect = dialect
    self.part = part
    self.file = file
  }

  mutating func scan() {
    TextWalk.run(tree, part, dialect) { replaceTags(of: $0.text, spot: $0.spot) }
    if scanner.isInRaw, let lastRaw { diagnostics.append(lastRaw.diagnostic(.unclosedRaw, file: file)) }
    if part.content == .text { scanAttributes() }
  }

  private mutating func replaceTags(of text: ParagraphText, spot: DocumentSpot) {
    guard TagScanner.mayHoldTags(text.bytes, delimiters) || scanner.isInRaw else { return }
    let (tags, faults) = scanner.scan(text.bytes)
    guard !tags.isEmpty || !faults.isEmpty else { return }
    follow(spot)
    report(faults, in: text.bytes, spot: spot)
    let shown = String(decoding: text.bytes, as: UTF8.self)
    var replacements: [Replacement] = []
    for tag in tags {
      switch tag.kind {
      case .escape(let text):
        replacements.append(Replacement(range: tag.range, by: .text(text)))
      case .raw:
        lastRaw = TagRecord(tag: tag, spot: spot, paragraph: shown)
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

  /// The spot of the paragraph around `element`.
  mutating func spot(around element: Node) -> DocumentSpot {
    let known = spots ?? TextWalk.spots(tree, part, dialect)
    spots = known
    var current: Node? = element
    while let node = current {
      if let spot = known[node] { return spot }
      current = node.parent
    }
    return DocumentSpot(part: part.part)
  }

  /// Notes that `spot` is the next in the document.
  mutating func follow(_ spot: DocumentSpot) { order.append(spot) }

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
      record.parsed = StandIn.tag(for: tag, in: text, origin: records.count)
    }
    records.append(record)
    return records.count - 1
  }
}

extension Node {
  /// The number of the tag whose marker the node is; nil for anything else.
  var markedTag: Int? { instructionNumber(for: PartScanner.markerName) }
}
