import TemplateLanguage

/// Formatting as the children of a `w:rPr` (ISO/IEC 29500-1, 17.3.2).
enum WordFormat {
  static func properties(
    _ format: TextFormat, prefix: String, _ styles: StyleNames
  ) throws(ValueError) -> [RunProperty] {
    var writer = Writer(prefix: prefix)
    if let style = format.style {
      try writer.add("rStyle", [("val", try styles.id(of: style, .character))])
    }
    if let font = format.font {
      try writer.add(
        "rFonts",
        [
          ("ascii", font.ascii), ("hAnsi", font.highANSI), ("eastAsia", font.eastAsia), ("cs", font.complex),
        ])
    }
    let isComplex = format.rightToLeft == true
    try writer.toggle("b", format.bold)
    try writer.toggle("bCs", isComplex ? format.bold : nil)
    try writer.toggle("i", format.italic)
    try writer.toggle("iCs", isComplex ? format.italic : nil)
    try writer.toggle("strike", format.strike)
    if let color = format.color { try writer.add("color", [("val", color.value)]) }
    if let width = format.widthPercent {
      guard (1...600).contains(width) else { throw ValueError(.unsuitableWidth) }
      try writer.add("w", [("val", String(width))])
    }
    if let size = format.halfPoints {
      guard (2...3_276).contains(size) else { throw ValueError(.unsuitableFontSize) }
      try writer.add("sz", [("val", String(size))])
      try writer.add("szCs", [("val", String(size))])
    }
    if let underline = format.underline { try writer.add("u", [("val", underline.rawValue)]) }
    if let highlight = format.highlight {
      try writer.add("shd", [("val", "clear"), ("color", "auto"), ("fill", highlight.value)])
    }
    if let position = format.position { try writer.add("vertAlign", [("val", position.rawValue)]) }
    try writer.toggle("rtl", format.rightToLeft)
    if let language = format.language {
      let main = language.prefix { $0 != "-" }.lowercased()
      let isEastAsian = ["zh", "ja", "ko"].contains(main)
      try writer.add(
        "lang",
        [
          ("val", language), ("eastAsia", isEastAsian ? language : nil), ("bidi", isComplex ? language : nil),
        ])
    }
    return writer.properties
  }

  private struct Writer {
    let prefix: String
    var properties: [RunProperty] = []

    mutating func add(_ name: String, _ attributes: [(name: String, value: String?)]) throws(ValueError) {
      var markup = "<\(prefix)\(name)"
      for attribute in attributes {
        guard let value = attribute.value else { continue }
        markup += try Markup.attribute(prefix + attribute.name, value)
      }
      properties.append(RunProperty(name: name, bytes: Array((markup + "/>").utf8)))
    }

    /// A property that is on or off.
    mutating func toggle(_ name: String, _ isOn: Bool?) throws(ValueError) {
      guard let isOn else { return }
      try add(name, isOn ? [] : [("val", "0")])
    }
  }
}
