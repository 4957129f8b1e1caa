import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// A tag in text that tracked changes have deleted: it does nothing.
struct TagInDeletedText: LintRule {
  let code = "tag-in-deleted-text"
  let title = (chinese: "修订中已删除的文字里有标签", english: "a tag in text that was deleted")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part -> [LintFinding] in
      var texts: [Node: [UInt8]] = [:]
      var order: [Node] = []
      for node in part.tree.root.descendants where Self.isDeleted(node) {
        guard let holder = Self.paragraph(around: node) else { continue }
        if texts[holder] == nil { order.append(holder) }
        texts[holder, default: []] += node.textBytes
      }
      return order.compactMap { holder in
        guard let bytes = texts[holder], TagScanner.mayHoldTags(bytes, subject.delimiters) else { return nil }
        return HiddenText.finding(said, bytes, in: holder, part, subject.delimiters)
      }
    }
  }

  private var said: Message {
    message(
      "这个标签在修订中已被删除，不起作用", "this tag was deleted by a tracked change and does nothing",
      hint: ("接受或拒绝该修订", "accept or reject the change"))
  }

  private static func isDeleted(_ node: Node) -> Bool {
    if node.is(W.delText) { return true }
    if node.is(W.t) { return node.ancestor(W.moveFrom) != nil }
    return node.is(ODFText.p) && node.ancestor(ODFText.trackedChanges) != nil
  }

  private static func paragraph(around node: Node) -> Node? {
    node.is(ODFText.p) ? node : node.ancestor(W.p)
  }
}

/// Text of a paragraph that is not read for tags.
enum HiddenText {
  /// A finding about it, at the paragraph's place if that is known.
  static func finding(
    _ message: Message, _ bytes: [UInt8], in holder: Node, _ part: LintPart, _ delimiters: Delimiters
  )
    -> LintFinding
  {
    let text = String(decoding: bytes, as: UTF8.self)
    let paragraph = part.texts.first { $0.paragraph?.node == holder }
    let opener = bytes.firstIndex(of: delimiters.output.open.first) ?? 0
    var scanner = TagScanner(delimiters)
    let range = scanner.scan(bytes).tags.first?.range ?? opener..<min(opener + 2, bytes.count)
    return LintFinding(
      message, at: paragraph?.spot ?? DocumentSpot(part: part.part.part),
      excerpt: Excerpt(of: text, marked: range),
      order: paragraph?.number ?? part.texts.first?.number ?? 0)
  }
}
