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

  /// The keys that may stand beside it.
  var keys: [String] {
    switch self {
    case .richText: RunKeys.all
    case .richTextParagraphs, .paragraphs: ["style"]
    case .picture:
      ["width_emu", "height_emu", "width_mm", "height_mm", "fit", "anchor", "alt", "fallback"]
    case .link: ["text"]
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
