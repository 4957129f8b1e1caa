import Diagnostics
import OfficeDocument
import XMLTree

/// A Word document taken apart, to be merged into others: read once, merged any number of times.
final class WordSource: Sendable {
  let package: OfficePackage
  /// The entry that the text stands in.
  let main: String
  /// The text without the last section's page.
  let body: [MergePiece]
  /// Whether the text ends with a paragraph.
  let endsWithParagraph: Bool
  let sections: [[MergePiece]]
  let styles: WordStyleSheet
  let lists: WordLists
  /// The notes and comments, by kind and id.
  let notes: [NoteKind: [String: [MergePiece]]]
  /// The entries that notes and lists stand in.
  let entries: [SupportingPart: String]
  let bookmarks: [String]

  private static let blocks: Set<String> = [
    "p", "tbl", "sdt", "customXml", "bookmarkStart", "bookmarkEnd", "altChunk", "commentRangeStart",
    "commentRangeEnd", "permStart", "permEnd", "ins", "del", "moveFrom", "moveTo", "oMathPara", "oMath",
  ]

  /// - Throws: `OfficeError` if a part can't be read.
  init(_ package: OfficePackage) throws(OfficeError) {
    guard let main = try package.relationships(of: "").of(.officeDocument).first?.partName else {
      throw OfficeError(.noText)
    }
    self.package = package
    self.main = main
    entries = try SupportingPart.entries(of: package, main: main)
    let tree = try OfficePackage.parse(try package.bytes(of: main), of: main)
    guard let text = tree.root.firstElement(W.body) else { throw OfficeError(part: main, .noText) }
    let bookmarks = tree.root.descendants.filter { $0.is(W.bookmarkStart) }
      .compactMap { $0.attribute(W.name) }.filter { $0 != "_GoBack" }
    self.bookmarks = bookmarks
    var marker = WordReferences(bookmarks: Set(bookmarks))
    let compatibility = MarkupCompatibility(of: tree.root)
    let children = text.elements.filter {
      Self.blocks.contains($0.localName) || $0.is(MC.alternateContent)
    }
    Self.dropWordsOwnBookmark(in: text)
    for child in children where child.parent == text {
      marker.mark(child)
      compatibility.complete(child)
    }
    let kept = children.filter { $0.parent == text }
    body = kept.flatMap { marker.pieces(of: $0) }
    endsWithParagraph = kept.last { $0.is(W.p) || $0.is(W.tbl) || $0.is(W.sdt) }?.is(W.p) ?? true
    sections = marker.sections
    var lists = WordLists()
    var styles = WordStyleSheet()
    var notes: [NoteKind: [String: [MergePiece]]] = [:]
    for (part, entry) in entries {
      let tree = try OfficePackage.parse(try package.bytes(of: entry), of: entry)
      switch part {
      case .styles: styles = WordStyleSheet(tree.root)
      case .numbering: lists = WordLists(tree.root)
      case .footnotes: notes[.footnote] = Self.notes(tree.root, Set(bookmarks))
      case .endnotes: notes[.endnote] = Self.notes(tree.root, Set(bookmarks))
      case .comments: notes[.comment] = Self.notes(tree.root, Set(bookmarks))
      }
    }
    self.lists = lists
    self.styles = styles
    self.notes = notes
  }

  /// The bookmark of the last place that was edited.
  private static func dropWordsOwnBookmark(in text: Node) {
    let starts = text.descendants.filter { $0.is(W.bookmarkStart) && $0.attribute(W.name) == "_GoBack" }
    let ids = Set(starts.compactMap { $0.attribute(W.id) })
    guard !ids.isEmpty else { return }
    let ends = text.descendants.filter { $0.is(W.bookmarkEnd) && ids.contains($0.attribute(W.id) ?? "") }
    for node in starts + ends { node.remove() }
  }

  private static func notes(_ root: Node, _ bookmarks: Set<String>) -> [String: [MergePiece]] {
    var notes: [String: [MergePiece]] = [:]
    let compatibility = MarkupCompatibility(of: root)
    for note in root.elements {
      // What stands for the line above the notes is each document's own.
      guard let id = note.attribute(W.id), ["normal", nil].contains(note.attribute(W.type)) else { continue }
      var marker = WordReferences(bookmarks: bookmarks)
      let kind: NoteKind =
        note.is(W.comment) ? .comment : note.is(W.endnote) ? .endnote : .footnote
      marker.mark(definition: note, [(W.id, .note(kind, id))])
      marker.mark(note)
      compatibility.complete(note)
      notes[id] = marker.pieces(of: note)
    }
    return notes
  }
}

extension SupportingPart {
  /// The entries of a document's supporting parts.
  static func entries(
    of package: OfficePackage, main: String
  ) throws(OfficeError) -> [SupportingPart: String] {
    let relationships = try package.relationships(of: main)
    var entries: [SupportingPart: String] = [:]
    for part in SupportingPart.allCases {
      guard let entry = relationships.of(part.kind).first?.partName, package.contains(entry) else { continue }
      entries[part] = entry
    }
    return entries
  }
}
