/// What a mapping in data can stand for, by the key that says so.
enum ValueKind: String, CaseIterable {
  case richText = "$richtext"
  case richTextParagraphs = "$richtext-paragraphs"
  case paragraphs = "$paragraphs"
  case picture = "$image"
  case listing = "$listing"
  case link = "$link"
  case pageBreak = "$pagebreak"
  case lineBreak = "$linebreak"
  case document = "$document"

  /// The keys that may stand beside it.
  var keys: [String] {
    switch self {
    case .richText: RunKeys.all
    case .richTextParagraphs, .paragraphs: ["style"]
    case .picture:
      ["width_emu", "height_emu", "width_mm", "height_mm", "fit", "anchor", "alt", "fallback"]
    case .link: ["text"]
    case .document: ["styles"]
    case .listing, .pageBreak, .lineBreak: []
    }
  }
}

/// The keys of rich text in data; most are docxtpl's.
enum RunKeys {
  static let all = [
    "text", "style", "color", "highlight", "size", "bold", "italic", "underline", "strike", "superscript",
    "subscript", "font", "rtl", "lang", "link", "url_id",
  ]
  static let fonts = ["ascii", "hAnsi", "eastAsia", "cs"]
}

/// The keys of a sub-document's blocks in data.
enum BlockKeys {
  /// What makes a mapping a block, beside ``RunKeys`` and the keys of pictures and breaks.
  static let kinds = ["heading", "list", "table"]
  static let heading = ["heading", "level"]
  static let list = ["list", "marks"]
  static let item = ["level", "runs"]
  static let table = ["table", "style", "proportions", "header_rows"]
  static let cell = ["paragraphs", "span"]
}
