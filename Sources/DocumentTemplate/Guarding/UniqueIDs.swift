import OfficeDocument
import TemplateLanguage
import XMLTree

/// Makes what must be unique in a package unique where a block repeats it: drawing ids, bookmarks, names.
struct UniqueIDs {
  let dialect: Dialect
  let records: [TagRecord]
  private(set) var marks: MarkTable
  /// The greatest drawing id met.
  private(set) var greatestDrawingID = 0
  /// The greatest bookmark id met.
  private(set) var greatestBookmarkID = 0
  /// The names met outside of blocks that repeat.
  private(set) var fixedNames: Set<String> = []

  private static let drawingProperties = Name(Namespace.wordprocessingDrawing, "docPr")
  private static let plainID = Name("", "id")
  private static let xmlID = Name(Namespace.xml, "id")
  static let volatile = [
    Name(Namespace.word2010, "paraId"), Name(Namespace.word2010, "textId"),
  ]
  private static let openDocumentNames = [
    ODFDraw.name, ODFTable.name, Name(Namespace.text, "id"), Name(Namespace.text, "name"), xmlID,
  ]
  private static let namedInOpenDocument = [
    ODFText.section, ODFText.bookmark, ODFText.note, ODFDraw.frame, ODFTable.table,
  ]

  init(dialect: Dialect, records: [TagRecord], marks: MarkTable) {
    self.dialect = dialect
    self.records = records
    self.marks = marks
  }

  mutating func run(_ root: Node) {
    visit(root, repeats: 0)
  }

  private mutating func visit(_ node: Node, repeats: Int) {
    var depth = repeats
    for child in node.children {
      switch child.kind {
      case .element:
        note(child)
        if depth == 0 {
          noteNames(child)
        } else if dialect.format == .docx {
          makeUniqueWord(child)
        } else {
          makeUniqueOpenDocument(child)
        }
        visit(child, repeats: depth)
      case .instruction: depth += repeatStep(child)
      default: continue
      }
    }
  }

  private mutating func note(_ element: Node) {
    if element.is(Self.drawingProperties), let id = element.attribute(Self.plainID).flatMap({ Int($0) }) {
      greatestDrawingID = max(greatestDrawingID, id)
    } else if element.is(W.bookmarkStart), let id = element.attribute(W.id).flatMap({ Int($0) }) {
      greatestBookmarkID = max(greatestBookmarkID, id)
    }
  }

  private mutating func noteNames(_ element: Node) {
    if dialect.format == .docx {
      if element.is(W.bookmarkStart), let name = element.attribute(W.name) { fixedNames.insert(name) }
      return
    }
    for name in uniqueAttributes(of: element) {
      if let value = element.attribute(name) { fixedNames.insert(value) }
    }
  }

  private func uniqueAttributes(of element: Node) -> [Name] {
    let isNamed = Self.namedInOpenDocument.contains { element.is($0) }
    return isNamed ? Self.openDocumentNames : [Self.xmlID]
  }

  private mutating func makeUniqueWord(_ element: Node) {
    if element.is(Self.drawingProperties) {
      element.setAttribute(Self.plainID, marker: marks.add(.drawingID))
    } else if element.is(W.bookmarkStart), let id = element.attribute(W.id) {
      element.setAttribute(W.id, marker: marks.add(.bookmarkStart(id)))
      let name = element.attribute(W.name) ?? "bookmark"
      element.setAttribute(W.name, marker: marks.add(.uniqueName(name)))
    } else if element.is(W.bookmarkEnd), let id = element.attribute(W.id) {
      element.setAttribute(W.id, marker: marks.add(.bookmarkEnd(id)))
    } else if element.is(W.sdtPr) {
      element.firstElement(W.id)?.remove()
    } else {
      for name in Self.volatile where element.attribute(name) != nil { element.removeAttribute(name) }
    }
  }

  private mutating func makeUniqueOpenDocument(_ element: Node) {
    for name in uniqueAttributes(of: element) {
      guard let value = element.attribute(name) else { continue }
      element.setAttribute(name, marker: marks.add(.uniqueName(value)))
    }
  }

  private func repeatStep(_ node: Node) -> Int {
    guard node.instructionTarget == PartScanner.markerTarget, let origin = Int(node.text) else { return 0 }
    switch records[origin].parsed?.role {
    case .opens("for")?, .opens("macro")?, .opens("call")?: return 1
    case .closes("for")?, .closes("macro")?, .closes("call")?: return -1
    default: return 0
    }
  }
}
