import OfficeDocument
import XMLTree

/// The lists of a Word document (ISO/IEC 29500-1, 17.9).
struct WordLists: Sendable {
  /// A list: what its paragraphs name.
  struct List: Sendable {
    let abstract: String
    let pieces: [MergePiece]
    /// The levels of which it says something of its own.
    let overridden: Set<Int>
  }

  /// How a list looks: a `w:abstractNum`.
  struct Design: Sendable {
    let pieces: [MergePiece]
    /// The number each level begins at.
    let starts: [Int]
  }

  private(set) var lists: [String: List] = [:]
  private(set) var designs: [String: Design] = [:]
  private(set) var bullets: [String: [MergePiece]] = [:]
  private(set) var greatestID = 0

  static let num = Name(Namespace.wordprocessing, "num")
  static let abstractNum = Name(Namespace.wordprocessing, "abstractNum")
  static let picture = Name(Namespace.wordprocessing, "numPicBullet")
  private static let numID = Name(Namespace.wordprocessing, "numId")
  private static let abstractNumID = Name(Namespace.wordprocessing, "abstractNumId")
  private static let pictureID = Name(Namespace.wordprocessing, "numPicBulletId")
  private static let override = Name(Namespace.wordprocessing, "lvlOverride")
  private static let level = Name(Namespace.wordprocessing, "lvl")
  private static let levelNumber = Name(Namespace.wordprocessing, "ilvl")
  private static let start = Name(Namespace.wordprocessing, "start")

  init() {}

  init(_ root: Node) {
    let compatibility = MarkupCompatibility(of: root)
    for element in root.elements {
      var marker = WordReferences(bookmarks: [])
      if element.is(Self.num), let id = element.attribute(Self.numID),
        let abstract = element.firstElement(Self.abstractNumID), let design = abstract.attribute(W.val)
      {
        note(id)
        marker.mark(definition: element, [(Self.numID, .numbering(id))])
        marker.mark(definition: abstract, [(W.val, .abstractNumbering(design))])
        let overridden = element.elements(Self.override)
          .compactMap { $0.attribute(Self.levelNumber).flatMap { Int($0) } }
        finish(element, &marker, compatibility)
        lists[id] = List(
          abstract: design, pieces: marker.pieces(of: element), overridden: Set(overridden))
      } else if element.is(Self.abstractNum), let id = element.attribute(Self.abstractNumID) {
        note(id)
        let starts = element.elements(Self.level).map {
          $0.firstElement(Self.start)?.attribute(W.val).flatMap { Int($0) } ?? 0
        }
        // Word takes lists with these two the same for one list.
        for child in element.elements where ["nsid", "tmpl"].contains(child.localName) { child.remove() }
        marker.mark(definition: element, [(Self.abstractNumID, .abstractNumbering(id))])
        finish(element, &marker, compatibility)
        designs[id] = Design(pieces: marker.pieces(of: element), starts: starts)
      } else if element.is(Self.picture), let id = element.attribute(Self.pictureID) {
        note(id)
        marker.mark(definition: element, [(Self.pictureID, .pictureBullet(id))])
        finish(element, &marker, compatibility)
        bullets[id] = marker.pieces(of: element)
      }
    }
  }

  private mutating func note(_ id: String) { greatestID = max(greatestID, Int(id) ?? 0) }

  private func finish(
    _ element: Node, _ marker: inout WordReferences, _ compatibility: MarkupCompatibility
  ) {
    marker.mark(element)
    compatibility.complete(element)
  }
}
