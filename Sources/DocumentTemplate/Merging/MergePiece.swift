import OfficeDocument
import XMLTree

/// A stretch of markup of a document that is merged into others.
enum MergePiece: Sendable, Hashable {
  /// Stays as it is.
  case literal([UInt8])
  /// Means something in its own document only, and is said anew in each document it comes into.
  case slot(MergeSlot)
}

/// What means something in its own document only.
enum MergeSlot: Sendable, Hashable {
  /// A relationship's id.
  case relationship(String)
  /// A style's id.
  case style(String)
  /// The name shown of the style with this id.
  case styleName(String)
  /// The style of a paragraph that names none; `hasProperties` says whether its `w:pPr` is open.
  case plainParagraph(hasProperties: Bool)
  /// The style that a list level belongs to, an element.
  case levelStyle(String)
  /// The id of a `w:num`.
  case numbering(String)
  /// The id of a `w:abstractNum`.
  case abstractNumbering(String)
  /// The id of a `w:numPicBullet`.
  case pictureBullet(String)
  /// The id of a footnote, an endnote or a comment.
  case note(NoteKind, String)
  /// A drawing's number.
  case drawing
  /// The number of a bookmark, a tracked change or a range.
  case identity(Identity)
  /// The name of a bookmark or a shape.
  case name(String)
  /// The instruction of a field, which may name bookmarks.
  case instruction(String)
  /// The section break with this number, which can stand on the page only.
  case section(Int)
  /// The name of an OpenDocument style of this family.
  case openDocumentStyle(String, family: String)
  /// A path in an OpenDocument package.
  case path(String)
}

/// The slots of a tree; a slot is known by its number.
struct SlotTable {
  static let target = "chengwen-slot"
  private(set) var slots: [MergeSlot] = []

  mutating func add(_ slot: MergeSlot) -> Int {
    slots.append(slot)
    return slots.count - 1
  }

  /// A node that stands for the slot.
  mutating func node(_ slot: MergeSlot, in tree: XMLTree) -> Node {
    tree.makeInstruction(target: Self.target, data: String(add(slot)))
  }

  /// The pieces of a node, which can stand anywhere.
  func pieces(of node: Node) -> [MergePiece] {
    var sink = PieceSink(slots: slots)
    node.serialize(standaloneInto: &sink)
    return sink.pieces
  }
}

/// Collects what a serializer writes as pieces.
private struct PieceSink: XMLSink {
  let slots: [MergeSlot]
  var pieces: [MergePiece] = []

  mutating func write(_ bytes: [UInt8]) {
    if case .literal(let before)? = pieces.last {
      pieces[pieces.count - 1] = .literal(before + bytes)
    } else {
      pieces.append(.literal(bytes))
    }
  }

  mutating func instruction(target: String, data: String) -> Bool {
    guard target == SlotTable.target || target == Mark.attributeTarget, let number = Int(data) else {
      return false
    }
    pieces.append(.slot(slots[number]))
    return true
  }
}
