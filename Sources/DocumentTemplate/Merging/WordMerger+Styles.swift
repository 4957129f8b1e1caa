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
      new = changes.freeStyleID(like: id, besides: target.styleIDs)
      broughtStyles.insert(id)
      pendingStyles.append(style)
      changes.bring(style, of: source.styles, as: new)
    }
    styleIDs[id] = new
    return new
  }

  /// The style of the template, or of a document merged before, that is taken for one of the source's.
  private func reused(_ style: WordStyleSheet.Style) -> String? {
    let brought = changes.broughtStyle(type: style.type, name: style.name)
    switch rule {
    case .template: return target.styles.id(named: style.name, type: style.type) ?? brought?.id
    case .own:
      if source.styles.hasSame(style.id, as: target.styles) { return style.id }
      guard let brought, brought.sourceID == style.id, source.styles.hasSame(style.id, as: brought.sheet)
      else { return nil }
      return brought.id
    }
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
