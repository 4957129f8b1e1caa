import OfficeDocument
import XMLTree

/// Adds annotations to an OpenDocument text (ODF 1.3 part 3, 14.1).
struct Annotations {
  private let document: XMLTree
  private var used: Set<String>
  private var last = 0

  init(_ document: XMLTree) {
    self.document = document
    used = Set(
      document.root.descendants.filter { $0.is(ODFOffice.annotation) }
        .compactMap { $0.attribute(ODFOffice.name) })
  }

  /// Puts the comments of a paragraph into the document.
  mutating func insert(_ marks: ParagraphMarks, _ dialect: Dialect) {
    var cuts: [StretchMarker.Cut] = []
    // About the paragraph as a whole.
    var whole: [Node] = []
    for comment in marks.comments {
      guard let range = comment.range, !range.isEmpty, !marks.text.stretches.isEmpty else {
        whole.append(annotation(comment.lines, name: nil))
        continue
      }
      repeat { last += 1 } while !used.insert("chengwen-\(last)").inserted
      let name = "chengwen-\(last)"
      let end = document.makeElement(ODFOffice.annotationEnd)
      end.setAttribute(ODFOffice.name, name)
      cuts.append(
        StretchMarker.Cut(
          offset: range.lowerBound, begins: true, nodes: [annotation(comment.lines, name: name)]))
      cuts.append(StretchMarker.Cut(offset: range.upperBound, begins: false, nodes: [end]))
    }
    StretchMarker(dialect: dialect).insert(cuts, into: marks.text)
    for one in whole.reversed() { marks.node.prepend(one) }
  }

  private func annotation(_ lines: [String], name: String?) -> Node {
    let annotation = document.makeElement(ODFOffice.annotation)
    if let name { annotation.setAttribute(ODFOffice.name, name) }
    let creator = document.makeElement(ODFOffice.creator)
    creator.append(document.makeText(MarkedTemplate.author))
    annotation.append(creator)
    for line in lines {
      let paragraph = document.makeElement(ODFText.p)
      for piece in OpenDocumentBlanks.nodes(for: line, in: document) { paragraph.append(piece) }
      annotation.append(paragraph)
    }
    return annotation
  }
}

/// Text as OpenDocument holds it, which folds blanks (ODF 1.3 part 3, 6.1.2).
enum OpenDocumentBlanks {
  /// The line with each blank that would be lost as an element.
  static func nodes(for line: String, in tree: XMLTree) -> [Node] {
    var nodes: [Node] = []
    var text: [UInt8] = []
    for byte in line.utf8 {
      if byte == 0x20, text.isEmpty || text.last == 0x20 {
        if !text.isEmpty {
          nodes.append(tree.makeText(text))
          text = []
        }
        nodes.append(tree.makeElement(ODFText.s))
      } else {
        text.append(byte)
      }
    }
    if !text.isEmpty { nodes.append(tree.makeText(text)) }
    return nodes
  }
}
