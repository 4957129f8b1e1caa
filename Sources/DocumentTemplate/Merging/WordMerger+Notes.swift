import OfficeDocument
import TemplateLanguage

extension WordMerger {
  /// The number under which a note or a comment is in the document; it comes along when it is first referred to.
  func note(_ kind: NoteKind, _ id: String, _ way: Way) throws(ValueError) -> String {
    if let known = printing.notes[kind]?[id] { return known }
    let part = SupportingPart(kind)
    guard way.to == target.main else { throw ValueError(.notesElsewhere) }
    let number = try Self.reading { () throws(OfficeError) in try changes.newNoteID(kind) }
    printing.notes[kind, default: [:]][id] = number
    guard let pieces = source.notes[kind]?[id], let from = source.entries[part] else {
      throw ValueError(.lostNote)
    }
    let to = try Self.reading { () throws(OfficeError) in try changes.entry(of: part) }
    let markup = try resolve(pieces, Way(from: from, to: to))
    try Self.reading { () throws(OfficeError) in try changes.append(markup, to: part, at: .end) }
    return number
  }
}
