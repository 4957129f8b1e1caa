import TemplateLanguage

/// Formatting as a span of OpenDocument and the automatic style it takes (ODF 1.3 part 3, 16.29.29).
enum OpenDocumentFormat {
  /// The span's tags; nothing for no formatting.
  static func span(_ format: TextFormat, _ writer: MarkupWriter) throws(ValueError) -> Wrap {
    let parent: String? =
      if let style = format.style { try writer.changes.styles.id(of: style, .character) } else { nil }
    let properties = try properties(format)
    guard !properties.isEmpty || parent != nil else { return Wrap() }
    var name = parent ?? ""
    if !properties.isEmpty {
      let inherits = parent.map { (try? Markup.attribute("style:parent-style-name", $0)) ?? "" } ?? ""
      name = writer.changes.name(
        of: AutomaticStyle(
          wrap: Wrap(
            "<style:style xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
              + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" style:name=\"",
            "\" style:family=\"text\"\(inherits)><style:text-properties\(properties)/></style:style>")),
        in: writer.entry)
    }
    return Wrap("<text:span\(try Markup.attribute("text:style-name", name))>", "</text:span>")
  }

  private static func properties(_ format: TextFormat) throws(ValueError) -> String {
    var markup = ""
    func add(_ names: [String], _ value: String) throws(ValueError) {
      for name in names { markup += try Markup.attribute(name, value) }
    }
    if let color = format.color {
      if color == .automatic {
        try add(["style:use-window-font-color"], "true")
      } else {
        try add(["fo:color"], "#" + color.value.lowercased())
      }
    }
    if let highlight = format.highlight {
      try add(
        ["fo:background-color"],
        highlight == .automatic ? "transparent" : "#" + highlight.value.lowercased())
    }
    if let size = format.halfPoints {
      guard (2...3_276).contains(size) else { throw ValueError(.unsuitableFontSize) }
      try add(scripts("fo", "font-size"), "\(size / 2)\(size % 2 == 0 ? "" : ".5")pt")
    }
    if let width = format.widthPercent {
      guard (1...600).contains(width) else { throw ValueError(.unsuitableWidth) }
      try add(["style:text-scale"], "\(width)%")
    }
    if let bold = format.bold { try add(scripts("fo", "font-weight"), bold ? "bold" : "normal") }
    if let italic = format.italic { try add(scripts("fo", "font-style"), italic ? "italic" : "normal") }
    if let underline = format.underline {
      let line = underline.openDocument
      try add(["style:text-underline-style"], line.style)
      if underline != .none {
        try add(["style:text-underline-type"], line.type)
        try add(["style:text-underline-width"], line.width)
        try add(["style:text-underline-color"], "font-color")
      }
    }
    if let strike = format.strike {
      try add(["style:text-line-through-style"], strike ? "solid" : "none")
      if strike { try add(["style:text-line-through-type"], "single") }
    }
    if let position = format.position {
      try add(["style:text-position"], position == .superscript ? "super 58%" : "sub 58%")
    }
    if let font = format.font {
      if let name = font.ascii ?? font.highANSI { try add(["fo:font-family"], quoted(name)) }
      if let name = font.eastAsia { try add(["style:font-family-asian"], quoted(name)) }
      if let name = font.complex { try add(["style:font-family-complex"], quoted(name)) }
    }
    if let language = format.language {
      let parts = language.split(separator: "-")
      try add(scripts("fo", "language"), String(parts.first ?? "none"))
      try add(scripts("fo", "country"), parts.count > 1 ? String(parts[1]) : "none")
    }
    return markup
  }

  /// A property's names for Western, Asian and complex scripts.
  private static func scripts(_ prefix: String, _ name: String) -> [String] {
    ["\(prefix):\(name)", "style:\(name)-asian", "style:\(name)-complex"]
  }

  /// A font's name as XSL writes it: in quotes unless it is one plain word.
  private static func quoted(_ name: String) -> String {
    let isPlain = name.utf8.allSatisfy { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
    return isPlain ? name : "'\(name.split(separator: "'").joined())'"
  }
}
