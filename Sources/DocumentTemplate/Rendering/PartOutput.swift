import Deflate
import OfficeDocument
import TemplateLanguage
import XMLTree

/// Writes the XML of one part while its program runs.
struct PartOutput: TemplateOutput {
  let part: CompiledPart
  var text = TemplateText()
  let changes: PackageChanges
  /// Whether the rest of the paragraph goes: what was printed took its place.
  var skipsParagraph = false
  /// Where among the values the last literal is of which only a part was written.
  var spelled = 0..<0
  /// Where new automatic styles go.
  private var stylesPlace: (position: TemplateText.Position, makesElement: Bool)?
  var cells: CellLog
  /// Where the address of the hyperlink being written begins.
  private var addressStart: TemplateText.Position?
  private var guards: [Guard] = []
  var captures: [Capture] = []
  /// The notes that are being written.
  var openNotes: [(start: TemplateText.Position, eventCount: Int, entry: String)] = []
  var notes: [WrittenNote] = []
  var noteBytes = 0
  private var captureCount = 0
  var printedCaptures: Set<Int> = []
  /// Where what has been written goes when there is much of it; nil to keep it.
  private let stream: PartStream?

  /// A stretch of output that stays only if something required is written in it.
  private struct Guard {
    let start: TemplateText.Position
    let eventCount: Int
    var isMet = false
  }

  struct Capture {
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
  var entry: String { openNotes.last?.entry ?? part.entry }

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

  mutating func carryOut(_ action: ListAction) {
    switch action {
    case .restart(let list, let level): changes.lists.restart(list, level: level)
    case .write(let bytes): text.values += bytes
    }
  }

  mutating func meetGuard(_ isMet: Bool) {
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
