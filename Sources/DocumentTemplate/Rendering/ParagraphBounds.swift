/// Finds the ends of a paragraph that holds nothing but one tag, in the literals around the tag.
///
/// Between the paragraph's start tag and the tag there are only properties and the start tags of runs, and
/// behind the tag only end tags, so that looking for the name alone is exact.
enum ParagraphBounds {
  /// Where the start tag of the paragraph open at the end of `literal` begins; nil if it is not there.
  static func start(in literal: ArraySlice<UInt8>) -> Int? {
    var rest = literal
    while let open = rest.lastIndex(of: UInt8(ascii: "<")) {
      if isParagraph(literal[(open + 1)...]) { return open }
      rest = rest[..<open]
    }
    return nil
  }

  /// What follows the first paragraph's end tag in `literal`.
  static func afterEnd(in literal: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var index = literal.startIndex
    while let open = literal[index...].firstIndex(of: UInt8(ascii: "<")) {
      let isEnd = open + 1 < literal.endIndex && literal[open + 1] == UInt8(ascii: "/")
      let end = literal[open...].firstIndex(of: UInt8(ascii: ">")) ?? literal.endIndex - 1
      index = end + 1
      if isEnd, isParagraph(literal[(open + 2)...]) { return literal[index...] }
    }
    return literal[literal.endIndex...]
  }

  /// Whether a tag with this inside is a paragraph's: `w:p`, `text:p`, `text:h`, whatever the prefix.
  private static func isParagraph(_ inside: ArraySlice<UInt8>) -> Bool {
    var name = inside.prefix { $0 != 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    if let colon = name.firstIndex(of: UInt8(ascii: ":")) { name = name[(colon + 1)...] }
    return name.count == 1 && (name.first == UInt8(ascii: "p") || name.first == UInt8(ascii: "h"))
  }
}
