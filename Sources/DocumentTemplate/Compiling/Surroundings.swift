import OfficeDocument
import XMLTree

/// The start and end tags around a place in a paragraph, formatting included.
struct Surroundings: Sendable, Hashable {
  /// `<w:p><w:pPr>…</w:pPr>`; for OpenDocument `<text:p …>`.
  var paragraph = Wrap()
  /// Links and the like between the paragraph and the run.
  var wrappers = Wrap()
  /// `<w:r><w:rPr>…</w:rPr>`; for OpenDocument the spans.
  var run = Wrap()
  /// `<w:t xml:space="preserve">`; nothing for OpenDocument.
  var text = Wrap()
  /// What of `wrappers` is open inside a link, the link included; nil outside of links.
  var link: Wrap?
  /// What of `wrappers` is open outside of that link.
  var outsideLink = Wrap()
  /// The formatting of a Word run: what its `w:rPr` holds.
  var formatting: [RunProperty] = []
  /// Whether something between the paragraph and the place, such as a content control, can't be cut in two.
  var isUncuttable = false
  /// The paragraph's style in OpenDocument.
  var paragraphStyle: String?
  /// How an OpenDocument paragraph breaks the page.
  var pageBreaks: PageBreakStyles?
  /// The prefix of the names written: `w:` or `text:`.
  let prefix: String
  let format: OfficeFormat

  /// What is open from the paragraph to the characters, the paragraph not included.
  var inParagraph: Wrap { wrappers.around(run).around(text) }

  /// A paragraph and nothing in it.
  init(paragraph: Wrap, format: OfficeFormat, prefix: String) {
    self.paragraph = paragraph
    self.format = format
    self.prefix = prefix
    if format == .docx { text = Wrap("<\(prefix)t xml:space=\"preserve\">", "</\(prefix)t>") }
  }

  /// Whether the text is DrawingML's, whose `a:t` has no attributes and whose `a:br` stands between runs.
  var isDrawing = false

  /// Reads what is open around `node`.
  init(of node: Node, _ dialect: Dialect) {
    format = dialect.format
    prefix = dialect.format == .odt ? "text:" : (node.parent?.prefix).map { "\($0):" } ?? ""
    if dialect.format == .docx {
      isDrawing = node.parent?.namespace == A.t.namespace
      let space = isDrawing ? "" : " xml:space=\"preserve\""
      text = Wrap("<\(prefix)t\(space)>", "</\(prefix)t>")
      run = Wrap("<\(prefix)r>", "</\(prefix)r>")
      paragraph = Wrap("<\(prefix)p>", "</\(prefix)p>")
    } else {
      paragraph = Wrap("<text:p>", "</text:p>")
    }
    var current = node.parent
    while let element = current {
      let role = dialect.role(of: element)
      if role == .paragraph {
        paragraph = Wrap(Self.start(of: element, with: W.pPr), element.endTag())
        paragraphStyle = element.attribute(ODFText.styleName)
        return
      }
      if role == .cell || role == .story || role == .shape { return }
      if element.is(W.r) {
        readRun(element)
        current = element.parent
        continue
      }
      let wrap = Wrap(Self.start(of: element, with: W.rPr), element.endTag())
      if role == .inline, element.is(ODFText.span), wrappers == Wrap() {
        run = wrap.around(run)
      } else if role == .inline {
        wrappers = wrap.around(wrappers)
        outsideLink = wrap.around(outsideLink)
        if element.is(W.hyperlink) || element.is(ODFText.a) {
          link = wrappers
          outsideLink = Wrap()
        }
      } else if role != .characters {
        isUncuttable = true
      }
      current = element.parent
    }
  }

  /// What tells places with the same surroundings: all that ``init(of:_:)`` reads.
  static func fingerprint(of node: Node, _ dialect: Dialect) -> Fingerprint {
    var fingerprint = Fingerprint()
    fingerprint.add(declarationsAround: node)
    var current = node.parent
    while let element = current {
      let role = dialect.role(of: element)
      fingerprint.add(startTagOf: element, without: ids)
      if role == .cell || role == .story || role == .shape { break }
      for properties in [W.pPr, W.rPr] {
        if let found = element.firstElement(properties) { fingerprint.add(found) }
      }
      if role == .paragraph { break }
      current = element.parent
    }
    return fingerprint
  }

  private mutating func readRun(_ element: Node) {
    let properties = element.firstElement(W.rPr)
    guard let properties, properties.firstElement(W.sectPr) == nil else {
      run = Wrap(Self.start(of: element, with: W.rPr), element.endTag())
      formatting = RunProperty.all(in: properties)
      return
    }
    let (all, pieces) = properties.serializeInPieces()
    run = Wrap(Self.start(of: element) + all, element.endTag())
    formatting = RunProperty.all(in: properties, pieces)
  }

  private static let ids = UniqueIDs.volatile + [Name(Namespace.xml, "id")]

  /// The start tag without ids.
  private static func start(of element: Node) -> [UInt8] { element.startTag(without: ids) }

  /// The start tag without ids, and the properties without a section break.
  private static func start(of element: Node, with properties: Name) -> [UInt8] {
    var bytes = start(of: element)
    if let found = element.firstElement(properties) {
      if found.firstElement(W.sectPr) == nil {
        bytes += found.serialize()
      } else {
        let kept = found.copyDeep()
        kept.firstElement(W.sectPr)?.remove()
        bytes += kept.serialize()
      }
    }
    return bytes
  }
}

/// What is written before and after something.
struct Wrap: Sendable, Hashable {
  var before: [UInt8] = []
  var after: [UInt8] = []

  init() {}

  init(_ before: String, _ after: String) {
    self.init(Array(before.utf8), Array(after.utf8))
  }

  init(_ before: [UInt8], _ after: [UInt8]) {
    self.before = before
    self.after = after
  }

  /// Lengths tell wraps apart well enough; to go through their bytes was the larger part of numbering sites.
  func hash(into hasher: inout Hasher) {
    hasher.combine(before.count)
    hasher.combine(after.count)
  }

  /// This wrap with `inner` inside it.
  func around(_ inner: Wrap) -> Wrap {
    Wrap(before + inner.before, inner.after + after)
  }

  /// Closes what this wrap opens, and opens it again.
  var interrupted: Wrap { Wrap(after, before) }
}
