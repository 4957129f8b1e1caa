import Diagnostics
import OfficeDocument
import TemplateLanguage
import XMLTree

/// A tag in the code of a Word field, which is not read.
struct TagInFieldCode: LintRule {
  let code = "tag-in-field-code"
  let title = (chinese: "域代码里有标签", english: "a tag in a field's code")
  let severity = Diagnostic.Severity.warning

  private static let instruction = Name(Namespace.wordprocessing, "instr")

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part -> [LintFinding] in
      var texts: [Node: [UInt8]] = [:]
      var order: [Node] = []
      for node in part.tree.root.descendants where node.is(W.instrText) || node.is(W.fldSimple) {
        guard let holder = node.ancestor(W.p) else { continue }
        if texts[holder] == nil { order.append(holder) }
        texts[holder, default: []] +=
          node.is(W.instrText) ? node.textBytes : Array((node.attribute(Self.instruction) ?? "").utf8)
      }
      return order.compactMap { holder in
        guard let bytes = texts[holder], TagScanner.mayHoldTags(bytes, subject.delimiters) else { return nil }
        return HiddenText.finding(said, bytes, in: holder, part, subject.delimiters)
      }
    }
  }

  private var said: Message {
    message(
      "这个标签在域代码里，不起作用", "this tag stands in the code of a field and does nothing",
      hint: (
        "把标签写在正文里；超链接请用“插入超链接”并把标签写在地址栏",
        "write the tag in the text; for a hyperlink, insert one and write the tag as its address"
      ))
  }
}
