/// Something in a template that a document must have once: a bookmark's number, a frame's name.
struct Identity: Sendable, Hashable {
  /// What it must be unlike.
  enum Space: Sendable, Hashable, CaseIterable {
    /// Names of bookmarks, frames, tables and the like.
    case name
    case bookmark
    case comment
    case footnote
    case endnote
    /// Tracked changes.
    case change
    /// Ranges that some may edit.
    case permission
  }

  let space: Space
  /// The number or name in the template.
  let text: String
}
