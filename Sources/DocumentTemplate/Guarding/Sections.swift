import OfficeDocument
import TemplateLanguage
import XMLTree

/// Lets every section keep its headers and footers where blocks repeat or leave out sections: a section without a
/// header of its own has that of the section before it (ISO/IEC 29500-1, 17.10.5), which may be another one then, so
/// that each names those it has.
struct Sections {
  let records: [TagRecord]

  private static let section = NameNote(among: [W.sectPr])
  private static let type = Name(Namespace.wordprocessing, "type")

  func nameHeaders(in tree: XMLTree) {
    var depth = 0
    var isConditional = false
    var sections: [Node] = []
    for node in tree.root.descendants(noted: Self.section, instructions: true) {
      if node.kind == .element {
        guard node.parent?.is(W.pPrChange) == false else { continue }
        sections.append(node)
        isConditional = isConditional || depth > 0
      } else if let origin = node.markedTag {
        switch records[origin].parsed?.role {
        case .opens?: depth += 1
        case .closes?: depth -= 1
        default: continue
        }
      }
    }
    guard isConditional else { return }
    var inherited: [String: Node] = [:]
    for section in sections {
      let own = section.elements.filter { Self.isReference($0) }
      for reference in own { inherited[Self.key(of: reference)] = reference }
      let names = Set(own.map(Self.key))
      for key in inherited.keys.sorted().reversed() where !names.contains(key) {
        if let reference = inherited[key] { section.prepend(reference.copyDeep()) }
      }
    }
  }

  private static func isReference(_ element: Node) -> Bool {
    element.localName == "headerReference" || element.localName == "footerReference"
  }

  private static func key(of reference: Node) -> String {
    "\(reference.localName) \(reference.attribute(type) ?? "default")"
  }
}
