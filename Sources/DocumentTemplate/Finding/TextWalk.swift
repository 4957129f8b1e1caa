import Diagnostics
import OfficeDocument
import XMLTree

/// Goes through the texts of a part in the order of the document and says where each stands, the way a person counts.
struct TextWalk {
  /// A text: that of a paragraph, or of an element that holds text by itself.
  struct Found {
    let text: ParagraphText
    let spot: DocumentSpot
    let node: Node
  }

  let dialect: Dialect
  private let part: WrittenPart
  private let body: (Found) -> Void
  private var place: DocumentPart
  private var footnotes = 0
  private var endnotes = 0
  private var comments = 0
  /// The page style whose header or footer is being gone through.
  private var pageStyle = ""

  private init(_ part: WrittenPart, _ dialect: Dialect, _ body: @escaping (Found) -> Void) {
    self.part = part
    self.dialect = dialect
    self.body = body
    place = part.part
  }

  /// Calls `body` with each text of `tree`. It may change what is below the text's paragraph, but not the stories in it.
  static func run(
    _ tree: XMLTree, _ part: WrittenPart, _ dialect: Dialect, _ body: (Found) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      var walk = TextWalk(part, dialect, body)
      switch part.content {
      case .text: walk.story(tree.root, steps: [])
      case .properties: walk.properties(tree.root)
      }
    }
  }

  /// The spots of a part's texts by the elements they stand in.
  static func spots(_ tree: XMLTree, _ part: WrittenPart, _ dialect: Dialect) -> [Node: DocumentSpot] {
    var spots: [Node: DocumentSpot] = [:]
    run(tree, part, dialect) { spots[$0.node] = $0.spot }
    return spots
  }

  private mutating func story(_ container: Node, steps: [DocumentSpot.Step]) {
    var counts = Counts()
    for child in container.children { visit(child, steps: steps, counts: &counts) }
  }

  /// How many of each thing were met in a story so far.
  private struct Counts {
    var paragraphs = 0
    var tables = 0
    var textBoxes = 0
  }

  private mutating func visit(_ node: Node, steps: [DocumentSpot.Step], counts: inout Counts) {
    guard let role = dialect.role(of: node) else { return }
    switch role {
    case .paragraph:
      counts.paragraphs += 1
      paragraph(node, steps: steps + [.paragraph(counts.paragraphs)])
    case .table:
      counts.tables += 1
      var row = 0
      rows(of: node, steps: steps + [.table(counts.tables)], row: &row)
    case .story where note(node) != nil: noteStory(node)
    case .story where node.is(ODFDraw.textBox):
      counts.textBoxes += 1
      story(node, steps: steps + [.textBox(counts.textBoxes)])
    case .plainText:
      body(
        Found(text: ParagraphText(plain: node), spot: DocumentSpot(part: place, steps: steps), node: node))
    case .silent, .rangeMark: return
    default:
      let outer = (place, pageStyle)
      enter(node)
      if place == outer.0 {
        for child in node.children { visit(child, steps: steps, counts: &counts) }
      } else {
        story(node, steps: [])
      }
      (place, pageStyle) = outer
    }
  }

  // MARK: Headers, footers, notes

  /// Notes the page style or the header or footer that `node` is (ODF 1.3 part 3, 16.9 and 16.10).
  private mutating func enter(_ node: Node) {
    guard dialect.format == .odt, node.namespace == Namespace.style.description else { return }
    switch node.localName {
    case "master-page":
      pageStyle = node.attribute(ODFStyle.displayName) ?? node.attribute(ODFStyle.name) ?? ""
    case "header": place = .header(PageScope(.pageStyle(pageStyle)))
    case "header-left": place = .header(PageScope(.pageStyle(pageStyle), .even))
    case "header-first": place = .header(PageScope(.pageStyle(pageStyle), .first))
    case "footer": place = .footer(PageScope(.pageStyle(pageStyle)))
    case "footer-left": place = .footer(PageScope(.pageStyle(pageStyle), .even))
    case "footer-first": place = .footer(PageScope(.pageStyle(pageStyle), .first))
    default: return
    }
  }

  private enum Note {
    case footnote
    case endnote
    case comment
    /// The line above Word's notes, and the like, which no number counts.
    case separator
  }

  private func note(_ node: Node) -> Note? {
    if node.is(W.footnote) || node.is(W.endnote) {
      guard [nil, "normal"].contains(node.attribute(W.type)) else { return .separator }
      return node.is(W.footnote) ? .footnote : .endnote
    }
    if node.is(W.comment) || node.is(ODFOffice.annotation) { return .comment }
    guard node.is(ODFText.noteBody) else { return nil }
    return node.parent?.attribute(ODFText.noteClass) == "endnote" ? .endnote : .footnote
  }

  private mutating func noteStory(_ node: Node) {
    let outer = place
    var number: Int?
    switch note(node) {
    case .footnote?:
      footnotes += 1
      (place, number) = (.footnotes, footnotes)
    case .endnote?:
      endnotes += 1
      (place, number) = (.endnotes, endnotes)
    case .comment?:
      comments += 1
      (place, number) = (.comments, comments)
    case .separator?, nil: break
    }
    story(node, steps: number.map { [.note($0)] } ?? [])
    place = outer
  }

  // MARK: Tables

  private mutating func rows(of node: Node, steps: [DocumentSpot.Step], row: inout Int) {
    for child in node.children {
      switch dialect.role(of: child) {
      case .row?:
        row += 1
        var cell = 0
        cells(of: child, steps: steps + [.row(row)], cell: &cell)
        row += repetitions(child, ODFTable.numberRowsRepeated)
      case .silent?, .rangeMark?, nil: continue
      default: rows(of: child, steps: steps, row: &row)
      }
    }
  }

  private mutating func cells(of node: Node, steps: [DocumentSpot.Step], cell: inout Int) {
    for child in node.children {
      switch dialect.role(of: child) {
      case .cell?:
        cell += 1
        story(child, steps: steps + [.cell(cell)])
        cell += repetitions(child, ODFTable.numberColumnsRepeated)
      case .silent?, .rangeMark?, nil: continue
      default: cells(of: child, steps: steps, cell: &cell)
      }
    }
  }

  /// How many more of a row or cell there are than the one element.
  private func repetitions(_ node: Node, _ name: Name) -> Int {
    guard dialect.format == .odt, let count = node.attribute(name).flatMap({ Int($0) }) else { return 0 }
    return min(max(count - 1, 0), 1_000_000)
  }

  // MARK: Paragraphs

  private mutating func paragraph(_ node: Node, steps: [DocumentSpot.Step]) {
    let text = ParagraphText(node, dialect)
    body(Found(text: text, spot: DocumentSpot(part: place, steps: steps), node: node))
    var counts = Counts()
    var textBoxes = 0
    var fallbacks = 0
    for inner in text.stories {
      guard dialect.role(of: inner) == .story else {
        visit(inner, steps: steps, counts: &counts)
        continue
      }
      if note(inner) != nil {
        noteStory(inner)
      } else if inner.ancestor(MC.fallback) != nil {
        // The same box again, for programs that don't know the newer one.
        fallbacks += 1
        story(inner, steps: steps + [.textBox(fallbacks)])
      } else {
        textBoxes += 1
        story(inner, steps: steps + [.textBox(textBoxes)])
      }
    }
  }

  private mutating func properties(_ root: Node) {
    for element in Array(root.descendants) where element.kind == .element {
      // Custom properties say their names in an attribute (ISO/IEC 29500-1, 22.3.2.2; ODF 1.3 part 3, 4.3.3).
      let holder = element.namespace.hasSuffix("docPropsVTypes") ? element.parent ?? element : element
      let name =
        holder.attribute(Name("", "name")) ?? holder.attribute(Name(Namespace.meta, "name"))
        ?? holder.localName
      let own: DocumentPart = if case .properties = place { .properties(name) } else { place }
      body(Found(text: ParagraphText(plain: element), spot: DocumentSpot(part: own), node: element))
    }
  }
}
