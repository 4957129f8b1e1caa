import OfficeDocument
import TemplateLanguage

extension WordMerger {
  /// The number under which a list is in the document. A list begins anew each time its document is printed.
  func list(_ id: String, _ printing: inout Printing, _ way: Way) throws(ValueError) -> String {
    if let known = way.isDefinition ? styleLists[id] : printing.lists[id] { return String(known) }
    guard let list = source.lists.lists[id], source.lists.designs[list.abstract] != nil else { return "0" }
    let number = try newListID()
    if way.isDefinition {
      styleLists[id] = number
    } else {
      printing.lists[id] = number
      if styleLists[id] == nil { styleLists[id] = number }
    }
    try bring(design: list.abstract)
    var markup: [UInt8] = []
    for piece in list.pieces {
      markup += piece == .slot(.numbering(id)) ? escaped(String(number)) : try resolve([piece], definitions)
    }
    if !printedLists.insert(id).inserted { restart(&markup, list) }
    try append(markup, at: .numberings)
    return String(number)
  }

  private var definitions: Way {
    let entry = source.entries[.numbering] ?? source.main
    return Way(from: entry, to: entry, isDefinition: true)
  }

  private func bring(design id: String) throws(ValueError) {
    guard designs[id] == nil, let design = source.lists.designs[id] else { return }
    designs[id] = try newListID()
    try append(try resolve(design.pieces, definitions), at: .abstractNumberings)
  }

  /// Makes each level begin at its first number again (ISO/IEC 29500-1, 17.9.26).
  private func restart(_ markup: inout [UInt8], _ list: WordLists.List) {
    guard let end = markup.lastIndex(of: UInt8(ascii: "<")) else { return }
    let starts = source.lists.designs[list.abstract]?.starts ?? []
    var overrides = ""
    for (level, start) in starts.enumerated() where !list.overridden.contains(level) {
      overrides +=
        "<w:lvlOverride xmlns:w=\"\(Namespace.wordprocessing)\" w:ilvl=\"\(level)\">"
        + "<w:startOverride w:val=\"\(start)\"/></w:lvlOverride>"
    }
    markup.insert(contentsOf: overrides.utf8, at: end)
  }

  func bullet(_ id: String) throws(ValueError) -> String {
    if let known = bullets[id] { return String(known) }
    let number = try newListID()
    bullets[id] = number
    let from = source.entries[.numbering] ?? source.main
    let to = try Self.reading { () throws(OfficeError) in try changes.entry(of: .numbering) }
    if let pieces = source.lists.bullets[id] {
      try append(try resolve(pieces, Way(from: from, to: to, isDefinition: true)), at: .pictureBullets)
    }
    return String(number)
  }

  private func newListID() throws(ValueError) -> Int {
    try Self.reading { () throws(OfficeError) in try changes.newListID() }
  }

  private func append(_ markup: [UInt8], at place: Appendix.Place) throws(ValueError) {
    try Self.reading { () throws(OfficeError) in try changes.append(markup, to: .numbering, at: place) }
  }
}
