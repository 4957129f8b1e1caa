/// The start tags of markup as the engine writes it: balanced, no comments, `>` escaped in attributes.
struct MarkupTags {
  /// A start tag, or the tag of an empty element.
  struct Tag {
    let range: Range<Int>
    /// The element's name without its prefix.
    let element: String
    let attributes: [(name: String, value: Range<Int>)]
  }

  private let markup: [UInt8]

  init(of markup: [UInt8]) { self.markup = markup }

  func text(_ range: Range<Int>) -> String { String(decoding: markup[range], as: UTF8.self) }

  /// Calls `body` with each tag, in order.
  func forEach(_ body: (Tag) -> Void) {
    var index = 0
    while let open = markup[index...].firstIndex(of: UInt8(ascii: "<")),
      let close = markup[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      index = close + 1
      let name = markup[(open + 1)..<close].prefix { $0 != 0x20 && $0 != UInt8(ascii: "/") }
      guard !name.isEmpty else { continue }
      let colon = name.firstIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.startIndex
      body(
        Tag(
          range: open..<index, element: String(decoding: name[colon...], as: UTF8.self),
          attributes: attributes(in: name.endIndex..<close)))
    }
  }

  private func attributes(in range: Range<Int>) -> [(name: String, value: Range<Int>)] {
    var attributes: [(name: String, value: Range<Int>)] = []
    var rest = markup[range]
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")), equals + 1 < range.upperBound {
      let start = (rest[..<equals].lastIndex(of: 0x20) ?? rest.startIndex) + 1
      guard start <= equals, let end = rest[(equals + 2)...].firstIndex(of: markup[equals + 1]) else { break }
      attributes.append((text(start..<equals), (equals + 2)..<end))
      rest = markup[(end + 1)..<range.upperBound]
    }
    return attributes
  }
}
