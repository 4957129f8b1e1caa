import OfficeDocument
import XMLTree

/// Finds what means something in its own document only, and puts slots in its place.
struct WordReferences {
  /// The names of the document's bookmarks.
  let bookmarks: Set<String>
  private(set) var slots = SlotTable()
  /// The section breaks taken out, by number.
  private(set) var sections: [[MergePiece]] = []

  private static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let office = "urn:schemas-microsoft-com:office:office"
  private static let vector = "urn:schemas-microsoft-com:vml"
  private static let main = W.p.namespace
  /// Attributes that tell editing sessions and paragraphs apart; what comes from elsewhere has none.
  private static let sessions: Set<String> = ["paraId", "textId", "anchorId", "editId"]

  init(bookmarks: Set<String>) {
    self.bookmarks = bookmarks
  }

  /// Puts slots in the place of what is below `top`, and of its own attributes.
  mutating func mark(_ top: Node) {
    var breaks: [Node] = []
    for element in [top] + top.descendants.filter({ $0.kind == .element }) {
      if element.is(W.sectPr) { breaks.append(element) }
      element.removeAttributes {
        $0.namespace == Self.main && $0.localName.hasPrefix("rsid")
          || !$0.namespace.isEmpty && Self.sessions.contains($0.localName)
      }
      markRelationships(element)
      if element.namespace == Self.main {
        markWord(element)
      } else {
        markDrawing(element)
      }
    }
    for section in breaks where section != top { cut(section: section) }
  }

  /// Puts slots in the place of attributes that say what an element itself is.
  mutating func mark(definition element: Node, _ attributes: [(name: Name, slot: MergeSlot)]) {
    for (name, slot) in attributes { element.setAttribute(name, marker: slots.add(slot)) }
  }

  /// The pieces of a node whose references are marked.
  func pieces(of node: Node) -> [MergePiece] { slots.pieces(of: node) }

  private mutating func mark(_ element: Node, _ name: Name, _ slot: (String) -> MergeSlot?) {
    guard let value = element.attribute(name), let slot = slot(value) else { return }
    element.setAttribute(name, marker: slots.add(slot))
  }

  private mutating func markRelationships(_ element: Node) {
    var table = slots
    element.markAttributes {
      let isID =
        $0.namespace == Self.relationships || $0.namespace == Self.office && $0.localName == "relid"
      return isID && !$0.value.isEmpty ? table.add(.relationship($0.value)) : nil
    }
    slots = table
  }

  private mutating func markWord(_ element: Node) {
    switch element.localName {
    case "p": markPlain(element)
    case "pStyle", "rStyle", "tblStyle", "basedOn", "link", "next", "styleLink", "numStyleLink":
      if element.localName == "pStyle", element.parent?.is(Self.level) == true,
        let id = element.attribute(W.val)
      {
        element.replace(with: [slots.node(.levelStyle(id), in: element.tree)])
      } else {
        mark(element, W.val) { .style($0) }
      }
    case "numId": mark(element, W.val) { $0 == "0" ? nil : .numbering($0) }
    case "lvlPicBulletId": mark(element, W.val) { .pictureBullet($0) }
    case "footnoteReference": mark(element, W.id) { .note(.footnote, $0) }
    case "endnoteReference": mark(element, W.id) { .note(.endnote, $0) }
    case "commentReference", "commentRangeStart", "commentRangeEnd":
      mark(element, W.id) { .note(.comment, $0) }
    case "bookmarkStart":
      mark(element, W.name) { .name($0) }
      mark(element, W.id) { .identity(Identity(space: .bookmark, text: $0)) }
    case "bookmarkEnd": mark(element, W.id) { .identity(Identity(space: .bookmark, text: $0)) }
    case "permStart", "permEnd": mark(element, W.id) { .identity(Identity(space: .permission, text: $0)) }
    case "hyperlink":
      let bookmarks = bookmarks
      mark(element, Self.anchor) { bookmarks.contains($0) ? .name($0) : nil }
    case "instrText": markInstruction(element)
    case "fldSimple":
      let names = bookmarks
      mark(element, Self.instr) { FieldInstruction.mentions(names, $0) ? .instruction($0) : nil }
    case "sdtPr": release(control: element)
    case "control": element.remove()
    case "footnote", "endnote", "comment": break
    default: mark(element, W.id) { .identity(Identity(space: .change, text: $0)) }
    }
  }

  private static let level = Name(Namespace.wordprocessing, "lvl")
  private static let anchor = Name(Namespace.wordprocessing, "anchor")
  private static let instr = Name(Namespace.wordprocessing, "instr")
  private static let identifier = Name("", "id")

  private mutating func markPlain(_ paragraph: Node) {
    guard let properties = paragraph.firstElement(W.pPr) else {
      return paragraph.prepend(slots.node(.plainParagraph(hasProperties: false), in: paragraph.tree))
    }
    guard properties.firstElement(Self.paragraphStyle) == nil else { return }
    properties.prepend(slots.node(.plainParagraph(hasProperties: true), in: paragraph.tree))
  }

  private static let paragraphStyle = Name(Namespace.wordprocessing, "pStyle")

  private mutating func markInstruction(_ element: Node) {
    let text = element.text
    guard FieldInstruction.mentions(bookmarks, text) else { return }
    for child in element.children { child.remove() }
    element.append(slots.node(.instruction(text), in: element.tree))
  }

  /// A section keeps its page, but has the headers and footers of where it comes into.
  private mutating func cut(section: Node) {
    for child in section.elements where ["headerReference", "footerReference"].contains(child.localName) {
      child.remove()
    }
    let slot = slots.node(.section(sections.count), in: section.tree)
    section.replace(with: [slot])
    sections.append(slots.pieces(of: section))
  }

  /// A content control leaves its number, its data and its placeholder behind.
  private func release(control properties: Node) {
    for child in properties.elements
    where ["id", "dataBinding", "placeholder", "showingPlcHdr"].contains(child.localName) {
      child.remove()
    }
  }

  private mutating func markDrawing(_ element: Node) {
    switch (element.namespace, element.localName) {
    case (Namespace.wordprocessingDrawing.description, "docPr"):
      element.setAttribute(Self.identifier, marker: slots.add(.drawing))
    case (Self.vector, "shapetype"): break
    case (Self.vector, _): mark(element, Self.identifier) { .name($0) }
    case (Self.office, "OLEObject"): mark(element, Name("", "ShapeID")) { .name($0) }
    default: break
    }
  }
}
