import Deflate
import TemplateLanguage
import XMLTree

/// Notes, which end up in parts of their own, and markup that is printed again under new names.
extension PartOutput {
  /// What was captured; printed again, its numbers and names are new.
  mutating func content(of markup: CapturedMarkup) -> (TemplateText, [CellEvent]) {
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

  mutating func endNote(_ kind: NoteKind, _ id: String) {
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
}
