import Diagnostics
import OfficeDocument
import XMLTree

/// Finds the places in a body at which comments about diagnostics can stand.
struct MarkPlaces {
  private let dialect: Dialect
  /// The body's own texts, those of its tables included, in order.
  private var texts: [TextWalk.Found] = []
  private var numbers: [DocumentSpot: Int] = [:]
  private var numbersByNode: [Node: Int] = [:]
  /// The paragraphs that hold the notes, in the order of their numbers.
  private var noteHolders: [DocumentPart: [Node]] = [:]

  init(_ tree: XMLTree, _ part: WrittenPart, _ dialect: Dialect) {
    self.dialect = dialect
    var texts: [TextWalk.Found] = []
    TextWalk.run(tree, part, dialect) { found in
      let isInBox = found.spot.steps.contains { if case .textBox = $0 { true } else { false } }
      if found.spot.part == .body, !isInBox, !found.text.isPlain { texts.append(found) }
    }
    self.texts = texts
    for (number, found) in texts.enumerated() {
      numbers[found.spot] = number
      numbersByNode[found.node] = number
    }
    for node in tree.root.descendants where node.kind == .element {
      if let note = notePart(node), let holder = holder(of: node) {
        noteHolders[note, default: []].append(holder)
      }
    }
  }

  /// What notes an element of the body stands for.
  private func notePart(_ node: Node) -> DocumentPart? {
    if node.is(W.footnoteReference) { return .footnotes }
    if node.is(W.endnoteReference) { return .endnotes }
    if node.is(W.commentReference) || node.is(ODFOffice.annotation) { return .comments }
    guard node.is(ODFText.note) else { return nil }
    return node.attribute(ODFText.noteClass) == "endnote" ? .endnotes : .footnotes
  }

  /// The paragraph of the body around a node.
  private func holder(of node: Node) -> Node? {
    var current = node.parent
    while let element = current {
      if numbersByNode[element] != nil { return element }
      current = element.parent
    }
    return nil
  }

  /// The comments for diagnostics, by paragraph, in the order of the document.
  func marks(for diagnostics: [Diagnostic], in language: Language) -> [ParagraphMarks] {
    guard !texts.isEmpty else { return [] }
    var marks: [Int: ParagraphMarks] = [:]
    for diagnostic in diagnostics {
      let (number, range) = place(of: diagnostic)
      var said = diagnostic
      said.place.file = nil
      if range != nil {
        said.place = Place()
        said.excerpt = nil
      }
      let lines = said.text(in: language).split(separator: "\n").compactMap { Self.line(String($0)) }
      let found = texts[number]
      marks[number, default: ParagraphMarks(text: found.text, node: found.node)].comments.append(
        ParagraphMarks.Comment(range: range, lines: lines))
    }
    return marks.keys.sorted().compactMap { marks[$0] }
  }

  /// The number of the text to mark, and the stretch in it if that is where the diagnostic points.
  private func place(of diagnostic: Diagnostic) -> (number: Int, range: Range<Int>?) {
    guard case .document(let spot) = diagnostic.place.spot else { return (0, nil) }
    if let number = numbers[spot] {
      return (number, diagnostic.excerpt.flatMap { stretch($0, of: texts[number].text) })
    }
    if case .note(let note)? = spot.steps.first, let holders = noteHolders[spot.part],
      holders.indices.contains(note - 1), let number = numbersByNode[holders[note - 1]]
    {
      return (number, nil)
    }
    guard spot.part == .body else { return (0, nil) }
    var outer = spot
    while outer.steps.popLast() != nil {
      if let number = numbers[outer] { return (number, nil) }
    }
    return (0, nil)
  }

  /// The stretch that an excerpt marks; nil if the excerpt is of another text, such as a link's address.
  private func stretch(_ excerpt: Excerpt, of text: ParagraphText) -> Range<Int>? {
    let end = excerpt.offset + max(excerpt.marked.count, 1)
    guard end <= text.bytes.count else { return nil }
    let shown = Array(excerpt.text.utf8)
    let start = excerpt.offset - excerpt.marked.lowerBound
    guard start >= 0, start + shown.count <= text.bytes.count else { return nil }
    for (index, byte) in shown.enumerated() where byte != 0x20 {
      guard text.bytes[start + index] == byte else { return nil }
    }
    guard excerpt.marked.isEmpty else { return excerpt.offset..<end }
    // Something is missing: the character before is marked.
    var lower = max(excerpt.offset - 1, 0)
    while lower > 0, text.bytes[lower] & 0xC0 == 0x80 { lower -= 1 }
    return lower < excerpt.offset ? lower..<excerpt.offset : nil
  }

  /// A line as a comment shows it, without what only a terminal lines up.
  private static func line(_ line: String) -> String? {
    let text = String(line.drop { $0 == " " })
    return text.allSatisfy { $0 == "^" } ? nil : cleaned(text)
  }

  /// The line without characters that XML can't hold; names in the data may have some.
  private static func cleaned(_ line: String) -> String {
    guard XMLCharacters.firstForbidden(in: Array(line.utf8)) != nil else { return line }
    let kept = line.unicodeScalars.filter {
      $0.value >= 0x20 && XMLCharacters.firstForbidden(in: Array(String($0).utf8)) == nil
    }
    return String(String.UnicodeScalarView(kept))
  }
}
