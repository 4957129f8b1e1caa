import OfficeDocument
import XMLTree

/// The styles of an OpenDocument paragraph that differs from another in that a page breaks before or after it.
struct PageBreakStyles: Sendable, Hashable {
  let before: AutomaticStyle
  let after: AutomaticStyle

  private static let namePlace = "chengwen-name"
  private static let masterPage = Name(Namespace.style, "master-page-name")
  private static let breakBefore = Name(Namespace.formatting, "break-before")
  private static let breakAfter = Name(Namespace.formatting, "break-after")

  /// The variants of the style called `name` in a part; of the default style if it is nil. An automatic style is
  /// copied, because it can't be another's parent (ODF 1.3 part 3, 16.2).
  init(of name: String?, in tree: XMLTree) {
    let automatic = tree.root.firstElement(ODFOffice.automaticStyles)?.elements(ODFStyle.style).first {
      $0.attribute(ODFStyle.name) == name && $0.attribute(ODFStyle.family) == "paragraph"
    }
    before = Self.variant(of: automatic, parent: name, in: tree, breaks: Self.breakBefore)
    after = Self.variant(of: automatic, parent: name, in: tree, breaks: Self.breakAfter)
  }

  /// The variants of a common style, or of the default style.
  init(ofCommon name: String?) {
    let parent = name.flatMap { try? Markup.attribute("style:parent-style-name", $0) } ?? ""
    func variant(_ property: String) -> AutomaticStyle {
      AutomaticStyle(
        wrap: Wrap(
          "<style:style xmlns:style=\"\(Namespace.style)\" xmlns:fo=\"\(Namespace.formatting)\" style:name=\"",
          "\" style:family=\"paragraph\"\(parent)><style:paragraph-properties fo:\(property)=\"page\"/>"
            + "</style:style>"))
    }
    before = variant("break-before")
    after = variant("break-after")
  }

  private static func variant(
    of automatic: Node?, parent: String?, in tree: XMLTree, breaks property: Name
  ) -> AutomaticStyle {
    let style = automatic?.copyDeep() ?? tree.makeElement(ODFStyle.style)
    style.setAttribute(ODFStyle.name, namePlace)
    style.removeAttribute(masterPage)
    if automatic == nil {
      style.setAttribute(ODFStyle.family, "paragraph")
      if let parent { style.setAttribute(ODFStyle.parentStyleName, parent) }
    }
    let properties: Node
    if let found = style.firstElement(ODFStyle.paragraphProperties) {
      properties = found
    } else {
      properties = tree.makeElement(ODFStyle.paragraphProperties)
      style.prepend(properties)
    }
    for one in [breakBefore, breakAfter] { properties.removeAttribute(one) }
    properties.setAttribute(property, "page")
    let bytes = style.serialize()
    let place = Array(namePlace.utf8)
    guard let start = (0...(bytes.count - place.count)).first(where: { bytes[$0...].starts(with: place) })
    else { return AutomaticStyle(wrap: Wrap()) }
    return AutomaticStyle(wrap: Wrap(Array(bytes[..<start]), Array(bytes[(start + place.count)...])))
  }
}

extension Wrap {
  /// The wrap of an OpenDocument paragraph, which may stand in a list, with another style.
  func styled(_ name: String) -> Wrap {
    let attribute = Array(" text:style-name=\"".utf8)
    let value = (try? Markup.attribute("text:style-name", name)).map { Array($0.utf8) } ?? []
    let place = ParagraphBounds.start(in: before[...]) ?? 0
    if place > 0 {
      let inner = Wrap(Array(before[place...]), []).styled(name)
      return Wrap(before[..<place] + inner.before, after)
    }
    let tagEnd = before.firstIndex(of: UInt8(ascii: ">")) ?? before.endIndex
    if let start = before[..<tagEnd].indices.first(where: { before[$0...].starts(with: attribute) }) {
      let valueStart = start + attribute.count
      let end = before[valueStart...].firstIndex(of: UInt8(ascii: "\"")).map { $0 + 1 } ?? tagEnd
      return Wrap(before[..<start] + value + before[end...], after)
    }
    let nameEnd = before[..<tagEnd].firstIndex(of: 0x20) ?? tagEnd
    return Wrap(before[..<nameEnd] + value + before[nameEnd...], after)
  }
}
