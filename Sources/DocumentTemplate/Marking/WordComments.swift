import OfficeDocument
import XMLTree

/// The comments of a Word document (ISO/IEC 29500-1, 17.13.4), to which some are added.
struct WordComments {
  private static let type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

  private let main: String
  private let entry: String
  private let isNew: Bool
  /// The relationships of the main part.
  private let links: Relationships
  private let document: XMLTree
  private let comments: XMLTree
  private var nextID: Int

  /// - Parameters:
  ///   - main: the main part's name.
  ///   - document: the main part.
  init(of package: OfficePackage, main: String, _ document: XMLTree) throws(OfficeError) {
    self.main = main
    self.document = document
    links = try package.relationships(of: main)
    let known = links.of(.comments).first { $0.partName.map(package.contains) ?? false }?.partName
    isNew = known == nil
    let folder = main.utf8.lastIndex(of: UInt8(ascii: "/")).map { main[...$0] } ?? ""
    let names = ["comments.xml"] + (1...1000).map { "comments\($0).xml" }
    entry = known ?? names.map { folder + $0 }.first { !package.contains($0) } ?? folder + "comments0.xml"
    let empty = "<w:comments xmlns:w=\"\(Namespace.wordprocessing)\"/>"
    comments = try OfficePackage.parse(
      known == nil ? Array(empty.utf8) : try package.bytes(of: entry), of: entry)
    let used =
      (document.root.descendants.filter { $0.is(W.commentReference) } + comments.root.elements(W.comment))
      .compactMap { $0.attribute(W.id).flatMap { Int($0) } }
    nextID = (used.filter { (0..<1_000_000_000).contains($0) }.max() ?? -1) + 1
  }

  /// Puts the comments of a paragraph into the document.
  mutating func insert(_ marks: ParagraphMarks, _ dialect: Dialect) {
    var cuts: [StretchMarker.Cut] = []
    for comment in marks.comments {
      let id = String(nextID)
      nextID += 1
      add(comment.lines, id)
      let start = mark(W.commentRangeStart, id)
      let end = mark(W.commentRangeEnd, id)
      let run = document.makeElement(W.r)
      run.append(mark(W.commentReference, id))
      let range = comment.range ?? 0..<marks.text.bytes.count
      if range.isEmpty || marks.text.stretches.isEmpty {
        for node in [run, end, start] { prepend(node, to: marks.node) }
      } else {
        cuts.append(StretchMarker.Cut(offset: range.lowerBound, begins: true, nodes: [start]))
        cuts.append(StretchMarker.Cut(offset: range.upperBound, begins: false, nodes: [end, run]))
      }
    }
    StretchMarker(dialect: dialect).insert(cuts, into: marks.text)
  }

  private func mark(_ name: Name, _ id: String) -> Node {
    let element = document.makeElement(name)
    element.setAttribute(W.id, id)
    return element
  }

  private func prepend(_ node: Node, to paragraph: Node) {
    if let properties = paragraph.firstElement(W.pPr) {
      properties.insertAfter(node)
    } else {
      paragraph.prepend(node)
    }
  }

  private func add(_ lines: [String], _ id: String) {
    let comment = comments.makeElement(W.comment)
    comment.setAttribute(W.id, id)
    comment.setAttribute(W.author, MarkedTemplate.author)
    comment.setAttribute(W.initials, "成文")
    for line in lines {
      let paragraph = comments.makeElement(W.p)
      let run = comments.makeElement(W.r)
      let text = comments.makeElement(W.t)
      text.setAttribute(Name(Namespace.xml, "space"), "preserve")
      text.append(comments.makeText(line))
      run.append(text)
      paragraph.append(run)
      comment.append(paragraph)
    }
    comments.root.append(comment)
  }

  /// Writes the comments, as a part of the package that is changed or new.
  func write(
    _ changed: inout [String: CompressedPart], _ additions: inout PackageAdditions
  ) throws(OfficeError) {
    let data = try OfficePackage.compress(comments.serialize(), as: entry)
    guard isNew else {
      changed[entry] = data
      return
    }
    additions.entries.append(PackageAdditions.Entry(name: entry, data: data, mediaType: Self.type))
    let used = Set(links.all.map(\.id))
    var number = 1
    while used.contains("rId\(number)") { number += 1 }
    additions.relationships[main] = [
      Relationships.Relationship(id: "rId\(number)", type: .comments, target: "/" + entry, partName: entry)
    ]
  }
}
