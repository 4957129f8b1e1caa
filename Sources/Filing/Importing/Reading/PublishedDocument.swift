import Diagnostics

/// A published report as its reader sees it: paragraphs and rows of tables in order, whatever file they come from.
struct PublishedDocument {
  var items: [Item] = []
  /// What the file calls itself elsewhere than in its text: a web page's title.
  var name: String?
  /// How many lines were taken to go on the line before.
  var joinedLines = 0

  /// A paragraph or a row, and where it stands.
  struct Item {
    var content: Content
    var place: Place
  }

  /// What stands there.
  enum Content {
    case paragraph(String)
    case row([Cell])
  }

  /// A cell of a row; those covered from above or from the left are not there.
  struct Cell {
    var text: String
    /// The column of the grid it begins in, from 0; nil where the file does not say.
    var start: Int?
    var place: Place

    var isBlank: Bool { text.unicodeScalars.allSatisfy(\.isBlank) }
  }

  mutating func add(_ content: Content, at place: Place) {
    items.append(Item(content: content, place: place))
  }
}

extension Unicode.Scalar {
  /// Blanks of all widths, line breaks, and characters that take no room.
  var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0xA0, 0x2000...0x200D, 0x2028, 0x2029, 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF:
      true
    default: false
    }
  }
}

extension String {
  /// Without blanks at either end.
  var trimmed: String {
    var scalars = unicodeScalars[...]
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return String(scalars)
  }

  /// Without blanks at the beginning: indents that were typed.
  var withoutIndent: String {
    String(unicodeScalars.drop(while: \.isBlank))
  }
}
