import OfficeDocument
import XMLTree

/// The styles of a Word document (ISO/IEC 29500-1, 17.7).
struct WordStyleSheet: Sendable {
  struct Style: Sendable {
    let id: String
    /// `paragraph`, `character`, `table` or `numbering`.
    let type: String
    let name: String
    /// The definition, without what makes it the default.
    let pieces: [MergePiece]
    /// The same for a document whose defaults are others: what the own document's defaults say is in it.
    let standalone: [MergePiece]
    /// The styles it refers to.
    let references: [String]
    let hasNumbering: Bool
  }

  private(set) var styles: [String: Style] = [:]
  private(set) var defaultParagraph: String?
  /// What every paragraph and run begins with.
  let defaults: [MergePiece]
  private var ids: [Key: String] = [:]

  private struct Key: Hashable {
    let type: String
    let name: String
  }

  private static let docDefaults = Name(Namespace.wordprocessing, "docDefaults")
  private static let isDefault = Name(Namespace.wordprocessing, "default")
  private static let basedOn = Name(Namespace.wordprocessing, "basedOn")

  init() { defaults = [] }

  init(_ root: Node) {
    let common = root.firstElement(Self.docDefaults)
    defaults = common.map { SlotTable().pieces(of: $0) } ?? []
    for element in root.elements(W.style) {
      guard let id = element.attribute(W.styleID) else { continue }
      let type = element.attribute(W.type) ?? "paragraph"
      let name = element.firstElement(W.name)?.attribute(W.val) ?? id
      if ids[Key(type: type, name: Self.folded(name))] == nil {
        ids[Key(type: type, name: Self.folded(name))] = id
      }
      let isDefault = element.attribute(Self.isDefault).map { $0 != "0" && $0 != "false" } ?? false
      if isDefault, type == "paragraph" { defaultParagraph = id }
      element.removeAttribute(Self.isDefault)
      var standalone: [MergePiece]?
      if type == "paragraph", element.firstElement(Self.basedOn) == nil, let common {
        standalone = Self.pieces(of: StyleDefaults.merged(common, into: element.copyDeep())).pieces
      }
      let own = Self.pieces(of: element)
      styles[id] = Style(
        id: id, type: type, name: name, pieces: own.pieces, standalone: standalone ?? own.pieces,
        references: own.references, hasNumbering: own.hasNumbering)
    }
  }

  /// The style of this type that is called so.
  func id(named name: String, type: String) -> String? { ids[Key(type: type, name: Self.folded(name))] }

  /// Whether another document has a style with all it depends on, to the letter.
  func hasSame(_ id: String, as other: WordStyleSheet) -> Bool {
    guard defaults == other.defaults else { return false }
    var seen: Set<String> = []
    var pending = [id]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let own = styles[next], let there = other.styles[next], own.pieces == there.pieces,
        !own.hasNumbering
      else { return false }
      pending += own.references
    }
    return true
  }

  /// Whether any style, of whatever type, is called so.
  func isTaken(name: String) -> Bool {
    ["paragraph", "character", "table", "numbering"].contains { id(named: name, type: $0) != nil }
  }

  /// Word tells the names of styles apart without regard to capitals.
  private static func folded(_ name: String) -> String { name.lowercased() }

  private static func pieces(
    of element: Node
  ) -> (pieces: [MergePiece], references: [String], hasNumbering: Bool) {
    var marker = WordReferences(bookmarks: [])
    let id = element.attribute(W.styleID) ?? ""
    marker.mark(definition: element, [(W.styleID, .style(id))])
    if let name = element.firstElement(W.name) { marker.mark(definition: name, [(W.val, .styleName(id))]) }
    marker.mark(element)
    MarkupCompatibility(of: element.tree.root).complete(element)
    let pieces = marker.pieces(of: element)
    var references: [String] = []
    var hasNumbering = false
    for case .slot(let slot) in pieces {
      switch slot {
      case .style(let other) where other != id: references.append(other)
      case .numbering: hasNumbering = true
      default: continue
      }
    }
    return (pieces, references, hasNumbering)
  }
}
