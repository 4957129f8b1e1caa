import OfficeDocument
import TemplateLanguage
import XMLTree

/// Brings one Word document into another: what it refers to comes along under ids of the document's own.
///
/// One rendering has one for each source, so that what is printed twice brings its styles and parts once.
final class WordMerger {
  let source: WordSource
  let rule: SubDocument.Styles
  let target: MergeTarget.Contents
  /// It owns the merger.
  unowned let changes: PackageChanges

  var styleIDs: [String: String] = [:]
  /// Styles brought along whose definitions are still to be written.
  var pendingStyles: [WordStyleSheet.Style] = []
  var broughtStyles: Set<String> = []
  var designs: [String: Int] = [:]
  var bullets: [String: Int] = [:]
  var styleLists: [String: Int] = [:]
  var printedLists: Set<String> = []
  var parts: [String: String] = [:]
  private var relationships: [String: Relationships] = [:]
  private var contentTypes: [String: String]?
  var printing = Printing()

  /// What one printing has renamed.
  struct Printing {
    var names: [String: String] = [:]
    var identities: [Identity: String] = [:]
    var lists: [String: Int] = [:]
    var notes: [NoteKind: [String: String]] = [:]
  }

  /// Where pieces come from and where they go.
  struct Way {
    let from: String
    let to: String
    /// Whether sections can begin there.
    var isOnPage = false
    /// Whether they define a style or a list.
    var isDefinition = false
  }

  init(
    _ source: WordSource, _ rule: SubDocument.Styles, into changes: PackageChanges
  ) throws(ValueError) {
    self.source = source
    self.rule = rule
    self.changes = changes
    target = try Self.reading { () throws(OfficeError) in try changes.target.contents() }
  }

  /// Carries out what fails for a package's reasons, as part of printing a value.
  static func reading<Result>(
    _ body: () throws(OfficeError) -> Result
  ) throws(ValueError) -> Result {
    do throws(OfficeError) {
      return try body()
    } catch {
      throw ValueError(error.message)
    }
  }

  /// Writes the document's text.
  func write(into writer: inout MarkupWriter) throws(ValueError) {
    printing = Printing()
    for name in source.bookmarks { printing.names[name] = changes.counters.uniqueName(name) }
    let isOnPage = writer.entry == target.main && writer.site.isOnPage
    let way = Way(from: source.main, to: writer.entry, isOnPage: isOnPage)
    writer.write(try resolve(source.body, way))
    try writeStyles()
  }

  func resolve(_ pieces: [MergePiece], _ way: Way) throws(ValueError) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .literal(let literal): bytes += literal
      case .slot(let slot): bytes += try self.bytes(of: slot, way)
      }
    }
    return bytes
  }

  private func bytes(of slot: MergeSlot, _ way: Way) throws(ValueError) -> [UInt8] {
    switch slot {
    case .relationship(let id): return escaped(try relationship(id, way))
    case .style(let id): return escaped(styleID(for: id))
    case .styleName(let id): return escaped(styleName(of: id))
    case .plainParagraph(let hasProperties): return plainParagraphStyle(hasProperties)
    case .levelStyle(let id): return levelStyle(id)
    case .numbering(let id): return escaped(try list(id, &printing, way))
    case .abstractNumbering(let id): return escaped(String(designs[id] ?? 0))
    case .pictureBullet(let id): return escaped(try bullet(id))
    case .note(let kind, let id): return escaped(try note(kind, id, way))
    case .drawing: return escaped(String(changes.counters.drawingID()))
    case .identity(let identity): return escaped(renewed(identity))
    case .name(let name): return escaped(renamed(name))
    case .instruction(let text): return escaped(FieldInstruction.renamed(text, printing.names))
    case .section(let number): return way.isOnPage ? try resolve(source.sections[number], way) : []
    case .openDocumentStyle, .path: return []
    }
  }

  func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    XMLCharacters.appendAttributeValue(Array(text.utf8), to: &bytes)
    return bytes
  }

  private func renewed(_ identity: Identity) -> String {
    if let known = printing.identities[identity] { return known }
    let new = changes.counters.makeText(of: identity)
    printing.identities[identity] = new
    return new
  }

  private func renamed(_ name: String) -> String {
    if let known = printing.names[name] { return known }
    let new = changes.counters.uniqueName(name)
    printing.names[name] = new
    return new
  }

  // MARK: Relationships

  private func relationship(_ id: String, _ way: Way) throws(ValueError) -> String {
    let known = try relationships(of: way.from)
    guard let found = known.all.first(where: { $0.id == id }) else { throw ValueError(.lostRelationship(id)) }
    guard let part = found.partName else {
      return changes.relationship(found.type, to: found.target, from: way.to)
    }
    let name = try copy(part)
    return changes.relationship(
      found.type, to: Relationships.target(of: name, from: way.to), part: name, from: way.to)
  }

  private func relationships(of entry: String) throws(ValueError) -> Relationships {
    if let known = relationships[entry] { return known }
    let read = try Self.reading { () throws(OfficeError) in try source.package.relationships(of: entry) }
    relationships[entry] = read
    return read
  }

  /// Copies a part with those it leads to; returns its new name.
  private func copy(_ part: String) throws(ValueError) -> String {
    if let known = parts[part] { return known }
    var pending = [part]
    parts[part] = changes.newEntryName(like: part)
    while let next = pending.popLast(), let name = parts[next] {
      guard let data = source.package.compressed(next) else { throw ValueError(.lostRelationship(next)) }
      changes.add(PackageAdditions.Entry(name: name, data: data, mediaType: try contentType(of: next)))
      var copied: [Relationships.Relationship] = []
      for one in try relationships(of: next).all {
        guard let inner = one.partName else {
          copied.append(one)
          continue
        }
        if parts[inner] == nil {
          parts[inner] = changes.newEntryName(like: inner)
          pending.append(inner)
        }
        guard let to = parts[inner] else { continue }
        copied.append(
          Relationships.Relationship(
            id: one.id, type: one.type, target: Relationships.target(of: to, from: name), partName: to))
      }
      changes.add(copied, from: name)
    }
    return parts[part] ?? part
  }

  private func contentType(of entry: String) throws(ValueError) -> String {
    if contentTypes == nil {
      contentTypes = try Self.reading { () throws(OfficeError) in
        try source.package.contentTypes(of: source.package.entries.map(\.name))
      }
    }
    return contentTypes?[entry] ?? "application/octet-stream"
  }
}
