/// What an element is to the engine, in either format.
enum Role: Sendable, Equatable {
  /// `w:p`, `text:p`, `text:h`
  case paragraph
  case table
  case row
  case cell
  /// ODF's `text:list-item`: carries a tag as a row does.
  case listItem
  /// A list or a group of rows: holds carriers, is none itself.
  case group
  /// A run, or ODF's span, link and the like: may be cut in two at a tag.
  case inline
  /// Inline, but whole or not at all: a content control, a field, a ruby.
  case uncuttable
  /// Holds the characters: `w:t`; in ODF every inline element may.
  case characters
  /// An element that holds text by itself, without paragraphs: a chart's cached value, an alternative text.
  case plainText
  /// Holds paragraphs and tables: body, cell content, header, note, text box.
  case story
  /// A drawing that holds paragraphs beside its geometry: shows something, and holds a story.
  case shape
  /// A mark between which something lies: bookmark, comment range. Says nothing to the eye.
  case rangeMark
  /// A line break, a tab and the like: one character.
  case character(UInt8)
  /// Formatting and other properties, or text that is not shown: never searched.
  case silent
  /// Anything else inside a paragraph: a picture, a note reference; shows something, may hold stories.
  case object
}
