import OfficeDocument
import TemplateLanguage
import XMLTree

/// What a document gains in parts that its values do not stand in: styles, lists, notes.
struct Supplements {
  fileprivate(set) var appendices: [String: Appendix] = [:]
  fileprivate var made: [SupportingPart: String] = [:]
  fileprivate var lastNoteIDs: [NoteKind: Int] = [:]
  var listDesigns: [DocumentList.Marks: Int] = [:]
  fileprivate var styleNames: Set<String> = []
  fileprivate var styleIDs: Set<String> = []
  fileprivate var broughtStyles: [String: BroughtStyle] = [:]
  /// The common styles that merged documents brought into an OpenDocument file, under their new names.
  var openDocumentStyles: [OpenDocumentStyleSheet.Key: [MergePiece]] = [:]
  fileprivate var mergers: [WordMerger] = []
  fileprivate var openDocumentMergers: [OpenDocumentMerger] = []
}

/// A style that a merged document brought along, which those merged after it share.
struct BroughtStyle {
  /// Its id in the document.
  let id: String
  let sourceID: String
  let sheet: WordStyleSheet
}

extension PackageChanges {
  /// The first style of this type and name that a merged document brought along.
  func broughtStyle(type: String, name: String) -> BroughtStyle? {
    supplements.broughtStyles["\(type) \(name.lowercased())"]
  }

  /// Notes that a style comes along.
  func bring(_ style: WordStyleSheet.Style, of sheet: WordStyleSheet, as id: String) {
    let key = "\(style.type) \(style.name.lowercased())"
    if supplements.broughtStyles[key] == nil {
      supplements.broughtStyles[key] = BroughtStyle(id: id, sourceID: style.id, sheet: sheet)
    }
  }

  /// `id` or one like it that no style has.
  func freeStyleID(like id: String, besides taken: Set<String>) -> String {
    var candidate = id
    var number = 2
    while taken.contains(candidate.lowercased())
      || !supplements.styleIDs.insert(candidate.lowercased()).inserted
    {
      candidate = "\(id)\(number)"
      number += 1
    }
    return candidate
  }

  /// The entry of a supporting part, which a document without one gains.
  func entry(of part: SupportingPart) throws(OfficeError) -> String {
    let contents = try target.contents()
    if let known = contents.entries[part] ?? supplements.made[part] { return known }
    let folder = contents.main.utf8.lastIndex(of: UInt8(ascii: "/")).map { contents.main[...$0] } ?? ""
    var name = String(folder) + part.file
    if package.contains(name) { name = newEntryName(like: name) }
    supplements.made[part] = name
    _ = relationship(
      part.kind, to: Relationships.target(of: name, from: contents.main), part: name, from: contents.main)
    return name
  }

  /// Adds markup to a supporting part.
  func append(_ markup: [UInt8], to part: SupportingPart, at place: Appendix.Place) throws(OfficeError) {
    append(markup, toEntry: try entry(of: part), at: place)
  }

  /// Adds markup to an entry.
  func append(_ markup: [UInt8], toEntry entry: String, at place: Appendix.Place) {
    supplements.appendices[entry, default: Appendix()].add(markup, at: place)
  }

  /// A number that no list, design of a list or picture bullet has.
  func newListID() throws(OfficeError) -> Int {
    lists.newNumber(above: try target.contents().greatestListID)
  }

  /// A number that no note of this kind has.
  func newNoteID(_ kind: NoteKind) throws(OfficeError) -> String {
    let contents = try target.contents()
    let last = supplements.lastNoteIDs[kind] ?? contents.greatestNoteIDs[kind] ?? 0
    supplements.lastNoteIDs[kind] = last + 1
    // Notes that a block repeats have numbers from there too.
    return counters.makeText(of: Identity(space: kind.space, text: String(last + 1)))
  }

  /// `name` if it is free, else with a number.
  func uniqueStyleName(_ name: String, isTaken: Bool) -> String {
    if !isTaken, supplements.styleNames.insert(name.lowercased()).inserted { return name }
    var number = 2
    while !supplements.styleNames.insert("\(name) \(number)".lowercased()).inserted { number += 1 }
    return "\(name) \(number)"
  }

  /// What merges the source into this document.
  func merger(of source: WordSource, _ rule: SubDocument.Styles) throws(ValueError) -> WordMerger {
    if let known = supplements.mergers.first(where: { $0.source === source && $0.rule == rule }) {
      return known
    }
    let made = try WordMerger(source, rule, into: self)
    supplements.mergers.append(made)
    return made
  }

  /// What merges the source into this document.
  func merger(of source: OpenDocumentSource, _ rule: SubDocument.Styles) throws(ValueError)
    -> OpenDocumentMerger
  {
    if let known = supplements.openDocumentMergers.first(where: { $0.source === source && $0.rule == rule }) {
      return known
    }
    let made = try OpenDocumentMerger(source, rule, into: self)
    supplements.openDocumentMergers.append(made)
    return made
  }

  /// Puts what the parts gain into them.
  func finishParts(_ changed: inout [String: CompressedPart]) throws(OfficeError) {
    for (entry, appendix) in supplements.appendices.sorted(by: { $0.key < $1.key }) {
      if let made = supplements.made.first(where: { $0.value == entry })?.key {
        let bytes = try appendix.inserted(into: made.empty, of: entry)
        add(
          PackageAdditions.Entry(
            name: entry, data: try OfficePackage.compress(bytes, as: entry), mediaType: made.contentType))
      } else {
        let bytes = try package.bytes(of: entry, changed)
        changed[entry] = try OfficePackage.compress(
          try appendix.inserted(into: bytes, of: entry), as: entry)
      }
    }
  }
}
