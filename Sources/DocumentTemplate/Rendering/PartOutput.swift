import Deflate
import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Writes the XML of one part while its program runs.
struct PartOutput: TemplateOutput {
  private let part: CompiledPart
  private(set) var text = TemplateText()
  private let changes: PackageChanges
  /// Whether the rest of the paragraph goes: what was printed took its place.
  private var skipsParagraph = false
  /// Where among the values the last literal is of which only a part was written.
  private var spelled = 0..<0
  /// Where new automatic styles go.
  private var stylesPlace: (position: TemplateText.Position, makesElement: Bool)?
  private var cells: CellLog
  /// Where the address of the hyperlink being written begins.
  private var addressStart: TemplateText.Position?
  private var guards: [Guard] = []
  private var captures: [Capture] = []
  /// The notes that are being written.
  private var openNotes: [(start: TemplateText.Position, eventCount: Int, entry: String)] = []
  private var notes: [WrittenNote] = []
  private var noteBytes = 0
  private var captureCount = 0
  private var printedCaptures: Set<Int> = []
  /// Where what has been written goes when there is much of it; nil to keep it.
  private let stream: PartStream?

  /// A stretch of output that stays only if something required is written in it.
  private struct Guard {
    let start: TemplateText.Position
    let eventCount: Int
    var isMet = false
  }

  private struct Capture {
    let start: TemplateText.Position
    let guardCount: Int
    let eventCount: Int
    /// Nil until the tag that begins it has said so.
    var level: Level?
  }

  /// - Parameter refusing: what is wrong with spans, by number, as an earlier output found at the end.
  init(
    _ part: CompiledPart, changes: PackageChanges, refusing: [Int: ValueError] = [:],
    stream: PartStream? = nil
  ) {
    self.part = part
    self.stream = stream
    cells = CellLog(part.cells, refused: refusing)
    self.changes = changes
    text.reserve(literals: 2 * part.literals.count, values: 4096)
  }

  var byteCount: Int { text.byteCount + noteBytes + (stream?.byteCount ?? 0) }

  /// The part that what is written now ends up in.
  private var entry: String { openNotes.last?.entry ?? part.entry }

  /// Passes on what has been written, if there is much of it and nothing of it may still change.
  ///
  /// A guard that is met drops nothing any more; what happened to cells is laid out at the end of the part, and only then is it
  /// known which notes in captured markup were printed.
  mutating func endRound() {
    guard let stream, text.byteCount >= stream.stretchBytes, cells.count == 0, addressStart == nil,
      captures.isEmpty, openNotes.isEmpty, guards.allSatisfy(\.isMet), !notes.contains(where: \.isCaptured)
    else { return }
    var stretch = text
    text = TemplateText()
    spelled = 0..<0
    if !stream.isUsed, let stylesPlace {
      let rest = stretch.cut(from: stylesPlace.position)
      stream.begin(with: stretch)
      stretch = rest
    }
    stream.take(stretch)
  }

  /// Puts the automatic styles that the part's values need where they belong.
  mutating func insertStyles() {
    guard let stylesPlace else { return }
    let styles = styles
    if !styles.isEmpty { text.insert(styles, at: stylesPlace.position) }
  }

  /// The automatic styles that the part's values need, as they stand at their place.
  var styles: [UInt8] {
    let styles = changes.markup(ofStylesIn: part.entry)
    guard let stylesPlace, !styles.isEmpty else { return [] }
    let element = "office:automatic-styles"
    let wrap = stylesPlace.makesElement ? Wrap("<\(element)>", "</\(element)>") : Wrap()
    return wrap.before + styles + wrap.after
  }

  /// Lays out the tables whose cells depend on data; returns what is wrong with spans, by number.
  mutating func layOutTables() -> [Int: ValueError] {
    var refused = layOut(&text, cells)
    for index in notes.indices where !notes[index].events.isEmpty {
      var own = cells
      own.drop(from: 0)
      own.append(notes[index].events, at: TemplateText.start)
      refused.merge(layOut(&notes[index].text, own)) { first, _ in first }
    }
    return refused
  }

  private func layOut(_ text: inout TemplateText, _ log: CellLog) -> [Int: ValueError] {
    guard log.count > 0 else { return [:] }
    var layout = CellLayout(part.cells, log, entry: part.entry, changes: changes)
    layout.run()
    if layout.refused.isEmpty { text = layout.applied(to: text) }
    return layout.refused
  }

  mutating func literal(_ index: Int) {
    if skipsParagraph {
      skipsParagraph = false
      let start = text.values.count
      text.values += ParagraphBounds.afterEnd(in: part.blob[part.literals[index]])
      spelled = start..<text.values.count
      return
    }
    text.append(literal: index, count: part.literals[index].count)
  }

  mutating func mark(_ index: Int) {
    switch part.marks[index] {
    case .guardBegin: guards.append(Guard(start: text.end, eventCount: cells.count))
    case .present: meetGuard(true)
    case .absent: meetGuard(false)
    case .guardEnd(let remedy): endGuard(remedy)
    case .addressBegin: addressStart = text.end
    case .addressEnd: endAddress()
    case .attribute: break  // The emitter has put literals and instructions in its place.
    case .cell(let mark): cells.carryOut(mark, at: text.end)
    case .captureLevel(let level):
      if let last = captures.last, last.level == nil { captures[captures.count - 1].level = level }
    case .automaticStyles(let place):
      stylesPlace = (text.end, place.makesElement)
      changes.reserveStyleNames(place.names, in: part.entry)
    case .drawingID: append(changes.counters.drawingID())
    case .round(let identities): changes.counters.beginRound(identities)
    case .identity(let identity):
      XMLCharacters.appendAttributeValue(Array(changes.counters.text(of: identity).utf8), to: &text.values)
    case .list(let action): carryOut(action)
    case .listNumber(let list): text.values += Array(changes.lists.number(of: list).utf8)
    case .listMember(let list, let level, let prefix):
      guard changes.lists.isNew(list) else { return }
      let number = changes.lists.number(of: list)
      text.values += Array(
        ("<\(prefix)numPr><\(prefix)ilvl \(prefix)val=\"\(level)\"/><\(prefix)numId \(prefix)val=\"\(number)\"/>"
          + "</\(prefix)numPr>").utf8)
    case .noteBegin(let entry): openNotes.append((text.end, cells.count, entry))
    case .noteEnd(let kind, let identity, let isRepeated):
      endNote(kind, isRepeated ? changes.counters.text(of: identity) : identity.text)
    case .notes(let kind): for note in changes.notes[kind] ?? [] { text.values += note.markup }
    }
  }

  /// Puts the id of a relationship in the place of the address just written.
  private mutating func endAddress() {
    guard let start = addressStart else { return }
    let address = CapturedMarkup.plainText(of: part.bytes(of: text.cut(from: start)))
    addressStart = nil
    text.values += Array(changes.relationship(.hyperlink, to: address, from: entry).utf8)
  }

  mutating func beginCapture() {
    captures.append(Capture(start: text.end, guardCount: guards.count, eventCount: cells.count))
  }

  mutating func endCapture() -> Value {
    guard let capture = captures.popLast() else { return .none }
    let events = cells.cut(from: capture.eventCount, at: capture.start)
    let markup = CapturedMarkup(
      content: text.cut(from: capture.start), part: part, level: capture.level, number: captureCount,
      events: events)
    captureCount += 1
    guards.removeSubrange(capture.guardCount...)
    return .object(markup)
  }

  mutating func value(_ value: Value, site index: Int) throws(ValueError) {
    if let statement = CellDesigns.statement(at: index) {
      try cells.take(value, of: statement, at: text.end)
      return
    }
    if let bare = part.bareSites[index] {
      switch value {
      case .string(let text):
        if TextEscaper.appendBare(text, foldsBlanks: bare.foldsBlanks, to: &self.text.values) { return }
      case .int:
        value.appendPrinted(to: &text.values)
        return
      default: break
      }
    }
    let site = part.sites[index]
    if let frame = site.frame {
      write(value, in: frame)
      return
    }
    if let place = site.sheet {
      text.values += place.markup(of: value)
      return
    }
    if let action = site.list {
      if value.isTrue { carryOut(action) }
      return
    }
    if let text = site.checkBox?.text(of: value) {
      try write(text, at: site)
      return
    }
    switch value {
    case .object(let object):
      if let markup = object as? CapturedMarkup {
        guard let level = markup.level else { return }
        let (content, events) = content(of: markup)
        try splice(content, level, at: site, events: events)
      } else if let markup = object as? any MarkupObject, let around = site.around {
        var writer = MarkupWriter(site: site, around: around, entry: entry, changes: changes)
        try markup.write(into: &writer)
        var content = TemplateText()
        content.values = writer.bytes
        try splice(content, markup.level(at: site), at: site)
      } else if let characters = object.text {
        try write(characters, at: site)
      } else {
        throw ValueError(.notPrintable(object.typeName))
      }
    case .string(let characters): try write(characters, at: site)
    case .int where site.level == .characters: value.appendPrinted(to: &text.values)
    default: try write(value.printed, at: site)
    }
  }

  /// Fills a place in a picture; what is no picture leaves it as the template has it.
  private mutating func write(_ value: Value, in frame: PictureFrame) {
    guard case .object(let object) = value, let picture = object as? Picture else {
      text.values += frame.original
      return
    }
    text.values += frame.markup(for: picture, entry: entry, changes)
  }

  private mutating func write(_ characters: String, at site: Site) throws(ValueError) {
    guard let wrap = site.wrap(for: .characters) else { throw ValueError(.textAmongCells) }
    let characters =
      switch site.address {
      case .beginning: try LinkAddress.checked(characters)
      case .rest: LinkAddress.encoded(characters)
      case nil: characters
      }
    text.values.append(contentsOf: wrap.before)
    let entry = entry
    try TextEscaper.append(characters, at: site, to: &text.values) { changes.name(of: $0, in: entry) }
    text.values.append(contentsOf: wrap.after)
    if site.level > .characters { meetGuard(true) }
  }

  /// What was captured; printed again, its numbers and names are new.
  private mutating func content(of markup: CapturedMarkup) -> (TemplateText, [CellEvent]) {
    if printedCaptures.insert(markup.number).inserted { return (markup.content, markup.events) }
    return renewed(markup.content, markup.events) { output, identity in output.renew(identity) }
  }

  /// Markup with the numbers and names that `rename` makes.
  private mutating func renewed(
    _ text: TemplateText, _ events: [CellEvent], _ rename: (inout Self, Identity) -> String
  ) -> (TemplateText, [CellEvent]) {
    let bytes = part.bytes(of: text)
    let renewed = RenewedIDs.renew(bytes, changes) { rename(&self, $0) }
    guard renewed.bytes != bytes else { return (text, events) }
    var content = TemplateText()
    content.values = renewed.bytes
    let moved = events.map { event in
      var event = event
      event.position = TemplateText.Position(behindValues: renewed.moved(event.position.byteOffset))
      return event
    }
    return (content, moved)
  }

  /// What a number or name becomes in markup that is printed again; a note is written again too.
  private mutating func renew(_ identity: Identity) -> String {
    guard let note = notes.last(where: { $0.kind.space == identity.space && $0.id == identity.text }) else {
      // The notes of a merged document are in their part already.
      let isNote = NoteKind.allCases.contains { $0.space == identity.space }
      return isNote ? identity.text : changes.counters.makeText(of: identity)
    }
    let made = changes.counters.makeText(of: identity)
    let (text, events) = renewed(note.text, note.events) { output, inner in
      inner == identity ? made : output.renew(inner)
    }
    add(WrittenNote(kind: note.kind, id: made, text: text, events: events, isCaptured: !captures.isEmpty))
    return made
  }

  private mutating func carryOut(_ action: ListAction) {
    switch action {
    case .restart(let list, let level): changes.lists.restart(list, level: level)
    case .write(let bytes): text.values += bytes
    }
  }

  private mutating func endNote(_ kind: NoteKind, _ id: String) {
    guard let note = openNotes.popLast() else { return }
    let events = cells.cut(from: note.eventCount, at: note.start)
    add(
      WrittenNote(
        kind: kind, id: id, text: text.cut(from: note.start), events: events, isCaptured: !captures.isEmpty))
  }

  private mutating func add(_ note: WrittenNote) {
    notes.append(note)
    noteBytes += note.text.byteCount
  }

  /// Hands over the notes for the parts they belong to; of those in captured markup, the ones that were printed.
  func deliverNotes() {
    let markup = notes.map { part.bytes(of: $0.text) }
    var referred: [NoteKind: Set<String>] = [:]
    if notes.contains(where: \.isCaptured) {
      for bytes in [part.bytes(of: text)] + markup {
        let tags = MarkupTags(of: bytes)
        tags.forEach { tag in
          guard let kind = NoteKind.allCases.first(where: { $0.reference.local == tag.element }),
            let id = tag.attributes.first(where: { $0.name == "w:id" })
          else { return }
          referred[kind, default: []].insert(tags.text(id.value))
        }
      }
    }
    for (note, bytes) in zip(notes, markup)
    where !note.isCaptured || referred[note.kind]?.contains(note.id) == true {
      changes.add(note.kind, id: note.id, bytes)
    }
  }

  private mutating func splice(
    _ markup: TemplateText, _ level: Level, at site: Site, events: [CellEvent] = []
  ) throws(ValueError) {
    guard let wrap = site.wrap(for: level) else { throw ValueError(.markupDoesNotFit) }
    guard markup.byteCount > 0 else { return }
    if site.isAlone, level == .blocks, site.level < .blocks, leaveParagraph() {
      cells.append(events, at: text.end)
      text.append(markup)
      skipsParagraph = true
      return
    }
    text.values.append(contentsOf: wrap.before)
    cells.append(events, at: text.end)
    text.append(markup)
    text.values.append(contentsOf: wrap.after)
    if site.level > .characters { meetGuard(true) }
  }

  /// Takes back the start of the paragraph just begun; false if more than one literal holds it.
  private mutating func leaveParagraph() -> Bool {
    guard let last = text.removeLastLiteral(counts: { part.literals[$0].count }) else {
      guard spelled.upperBound == text.values.count,
        let start = ParagraphBounds.start(in: text.values[spelled])
      else { return false }
      text.values.removeSubrange(start...)
      return true
    }
    let literal = part.blob[part.literals[last]]
    guard let start = ParagraphBounds.start(in: literal) else {
      text.append(literal: last, count: literal.count)
      return false
    }
    text.values += literal[..<start]
    return true
  }

  private mutating func meetGuard(_ isMet: Bool) {
    guard guards.count > (captures.last?.guardCount ?? 0) else { return }
    guards[guards.count - 1].isMet = isMet
  }

  private mutating func endGuard(_ remedy: Mark.Remedy) {
    guard let ended = guards.popLast() else { return }
    switch remedy {
    case .drop(let outside):
      if !ended.isMet {
        text.remove(from: ended.start)
        cells.drop(from: ended.eventCount)
      } else if outside != .nothing {
        meetGuard(outside == .present)
      }
    case .fill(let filling):
      if !ended.isMet { text.values.append(contentsOf: filling) }
    }
  }

  private mutating func append(_ number: Int) {
    Value.int(number).appendPrinted(to: &text.values)
  }
}
