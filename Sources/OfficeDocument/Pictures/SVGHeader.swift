import XMLTree

/// Scalable Vector Graphics (SVG 1.1, 5 and 7.8).
enum SVGHeader {
  private static let width = Name("", "width")
  private static let height = Name("", "height")
  private static let viewBox = Name("", "viewBox")

  /// Whether the bytes are XML whose first tag may be that of a drawing.
  static func looksLikeIt(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1_024).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    guard start.first == UInt8(ascii: "<") else { return false }
    return contains("svg", in: bytes.prefix(64 << 10))
  }

  static func read(_ bytes: [UInt8]) throws(OfficeError) -> PictureHeader? {
    let tree: XMLTree
    do throws(XMLError) {
      tree = try XMLTree(parsing: bytes)
    } catch {
      throw OfficeError(error, in: "SVG")
    }
    let root = tree.root
    guard root.localName == "svg", root.namespace == "http://www.w3.org/2000/svg" else { return nil }
    try refuseActive(root)
    let box = root.attribute(viewBox)?.split { $0 == " " || $0 == "," || $0 == "\n" }.compactMap {
      Double($0)
    }
    let natural = box.flatMap { $0.count == 4 && $0[2] > 0 && $0[3] > 0 ? ($0[2], $0[3]) : nil }
    let size: (Double, Double)? =
      switch (length(root.attribute(width)), length(root.attribute(height)), natural) {
      case (let width?, let height?, _): (width, height)
      case (let width?, nil, let natural?): (width, width * natural.1 / natural.0)
      case (nil, let height?, let natural?): (height * natural.0 / natural.1, height)
      case (nil, nil, let natural?): natural
      default: nil
      }
    guard let (across, down) = size, across > 0, down > 0, across < 1e7, down < 1e7 else { return nil }
    // Hundredths of a pixel, so that nothing is lost by whole numbers.
    return PictureHeader(
      columns: Int((across * 100).rounded()), rows: Int((down * 100).rounded()), horizontal: 9_600,
      vertical: 9_600, isVector: true)
  }

  /// A length in pixels, 96 to the inch; nil for a percentage and what is no length.
  private static func length(_ value: String?) -> Double? {
    guard let value else { return nil }
    let digits = value.prefix { $0.isNumber || $0 == "." || $0 == "-" || $0 == "+" }
    guard let number = Double(digits), number.isFinite else { return nil }
    switch value[digits.endIndex...].lowercased() {
    case "", "px": return number
    case "pt": return number * 96 / 72
    case "pc": return number * 16
    case "in": return number * 96
    case "cm": return number * 96 / 2.54
    case "mm": return number * 96 / 25.4
    default: return nil
    }
  }

  /// Refuses what would run, or would fetch something when the document is opened.
  private static func refuseActive(_ root: Node) throws(OfficeError) {
    for element in [root] + Array(root.descendants) where element.kind == .element {
      let name = element.localName.lowercased()
      guard name != "script", name != "foreignobject", name != "handler" else {
        throw OfficeError(.activePicture)
      }
      if name == "style", loadsSomething(Array(element.text.lowercased().utf8)) {
        throw OfficeError(.activePicture)
      }
      for attribute in element.attributes {
        let key = attribute.localName.lowercased()
        let value = Array(attribute.value.lowercased().utf8)
        let isInside =
          value.isEmpty || value.first == UInt8(ascii: "#") || value.starts(with: "data:image/".utf8)
        if key.hasPrefix("on") || loadsSomething(value)
          || ((key == "href" || key == "src") && name != "a" && !isInside)
        {
          throw OfficeError(.activePicture)
        }
      }
    }
  }

  /// Whether a style sheet, in small letters, names a file other than one inside it.
  private static func loadsSomething(_ style: [UInt8]) -> Bool {
    if contains("@import", in: style[...]) { return true }
    var rest = style[...]
    while let place = position(of: "url(", in: rest) {
      rest = rest[(place + 4)...].drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      if rest.first != UInt8(ascii: "#"), !rest.starts(with: "data:".utf8) { return true }
    }
    return false
  }

  private static func contains(_ text: StaticString, in bytes: ArraySlice<UInt8>) -> Bool {
    position(of: text, in: bytes) != nil
  }

  private static func position(of text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(text.description.utf8)
    var rest = bytes
    while let place = rest.firstIndex(of: wanted[0]) {
      if bytes[place...].starts(with: wanted) { return place }
      rest = rest[(place + 1)...]
    }
    return nil
  }
}
