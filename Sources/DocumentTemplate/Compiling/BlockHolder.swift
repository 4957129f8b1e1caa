import OfficeDocument
import XMLTree

/// What holds the paragraph that a tag stands in, or that the tag took the place of.
struct BlockHolder {
  /// Whether it is the page, and not a cell or a text box.
  let isPage: Bool
  /// Whether a paragraph must follow blocks that end with a table in the tag's place.
  let needsParagraphBehind: Bool

  init(around marker: Node, _ dialect: Dialect) {
    let block = dialect.ancestor(of: marker, as: .paragraph) ?? marker
    var holder = block.parent
    while let element = holder, element.is(W.sdtContent) || element.is(W.sdt) || element.is(W.customXml) {
      holder = element.parent
    }
    isPage = holder?.is(W.body) == true || holder?.is(ODFOffice.text) == true
    var next = block.nextSibling
    while let node = next, !Self.counts(node) { next = node.nextSibling }
    needsParagraphBehind = dialect.format == .docx && (next == nil || next?.is(W.tbl) == true)
  }

  private static func counts(_ node: Node) -> Bool {
    node.is(W.p) || node.is(W.tbl) || node.is(W.sdt) || node.is(W.customXml) || node.is(MC.alternateContent)
  }
}
