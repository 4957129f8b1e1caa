import Deflate

/// A footnote, endnote or comment that was written while the body was.
struct WrittenNote {
  let kind: NoteKind
  /// The number it was given.
  let id: String
  var text: TemplateText
  /// What happened in it to tables.
  let events: [CellEvent]
  /// Whether it stands in markup that may be printed later, often, or never.
  let isCaptured: Bool
}
