import OfficeDocument
import TemplateLanguage

extension WordMerger {
  /// The id under which a style of the source is in the document.
  func styleID(for id: String) -> String {
    if let known = styleIDs[id] { return known }
    guard let style = source.styles.styles[id] else { return id }
    let new: String
    if let there = reused(style) {
      new = there
    } else {
      new = freeID(like: id)
      broughtStyles.insert(id)
      pendingStyles.append(style)
    }
    styleIDs[id] = new
    return new
  }

  /// The style of the template that is taken for one of the source's.
  private func reused(_ style: WordStyleSheet.Style) -> String? {
    switch rule {
    case .template: target.styles.id(named: style.name, type: style.type)
    case .own: isSame(style.id) ? style.id : nil
    }
  }

  /// Whether the template has the style with all it depends on, to the letter.
  private func isSame(_ id: String) -> Bool {
    guard source.styles.defaults == target.styles.defaults else { return false }
    var seen: Set<String> = []
    var pending = [id]
    while let next = pending.popLast() {
      guard seen.insert(next).inserted else { continue }
      guard let own = source.styles.styles[next], let there = target.styles.styles[next],
        own.pieces == there.pieces, !own.hasNumbering
      else { return false }
      pending += own.references
    }
    return true
  }

  private func freeID(like id: String) -> String {
    var candidate = id
    var number = 2
    while !usedStyleIDs.insert(candidate.lowercased()).inserted {
      candidate = "\(id)\(number)"
      number += 1
    }
    return candidate
  }

  /// The name that a style brought along is shown under; names are one style's only.
  func styleName(of id: String) -> String {
    let name = source.styles.styles[id]?.name ?? id
    guard target.styles.isTaken(name: name) else { return changes.uniqueStyleName(name, isTaken: false) }
    return changes.uniqueStyleName(name, isTaken: true)
  }

  /// Writes the definitions of the styles brought along, and of those they bring along in turn.
  func writeStyles() throws(ValueError) {
    while let style = pendingStyles.popLast() {
      let entry = source.entries[.styles] ?? source.main
      let way = Way(from: entry, to: entry, isDefinition: true)
      let markup = try resolve(rule == .own ? style.standalone : style.pieces, way)
      try Self.reading { () throws(OfficeError) in try changes.append(markup, to: .styles, at: .end) }
    }
  }

  /// A paragraph without a style has the default one of its own document.
  func plainParagraphStyle(_ hasProperties: Bool) -> [UInt8] {
    guard rule == .own, let own = source.styles.defaultParagraph else { return [] }
    let id = styleID(for: own)
    guard id != target.styles.defaultParagraph else { return [] }
    let style = Self.element("pStyle", escaped(id))
    guard !hasProperties else { return style }
    return Array("<w:pPr xmlns:w=\"\(Namespace.wordprocessing)\">".utf8) + style + Array("</w:pPr>".utf8)
  }

  /// A list level belongs to a style that came along; one that the template has numbers as it does there.
  func levelStyle(_ id: String) -> [UInt8] {
    let new = styleID(for: id)
    return broughtStyles.contains(id) ? Self.element("pStyle", escaped(new)) : []
  }

  private static func element(_ name: String, _ value: [UInt8]) -> [UInt8] {
    Array("<w:\(name) xmlns:w=\"\(Namespace.wordprocessing)\" w:val=\"".utf8) + value + Array("\"/>".utf8)
  }
}
