/// How deep in a document a place or a piece of markup is.
enum Level: Int, Sendable, Comparable, CaseIterable {
  /// Bare characters: inside `w:t`, or anywhere inside an OpenDocument paragraph.
  case characters
  /// Among runs.
  case runs
  /// Among paragraphs.
  case blocks
  /// Among the cells of a row.
  case cells
  /// Among the rows of a table.
  case rows

  static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }

  /// The level of an element's children.
  init(childrenOf role: Role?, inParagraph: Bool) {
    switch role {
    case .characters?: self = .characters
    case .paragraph?, .inline?, .uncuttable?: self = .runs
    case .row?: self = .cells
    case .table?: self = .rows
    case .group? where inParagraph: self = .runs
    default: self = .blocks
    }
  }
}
