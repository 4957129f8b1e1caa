import Diagnostics
import OfficeDocument
import TemplateLanguage

/// The tag of a block over several paragraphs with other text in its paragraph, which then belongs to the block.
struct BlockTagBesideText: LintRule {
  let code = "block-tag-beside-text"
  let title = (chinese: "跨段的块标签旁有其他文字", english: "a tag of a block over paragraphs, with text beside it")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part in
      part.blocks.flatMap { block -> [LintFinding] in
        let tags = ([block.open] + block.middles + [block.close]).map { part.tags[$0] }
        guard let first = tags.first, let last = tags.last, Self.areSiblings(first, last) else { return [] }
        return tags.filter { $0.scanned.carrier == nil && Self.hasCompany($0) }
          .map { LintFinding(said(block.keyword), in: $0) }
      }
    }
  }

  private func said(_ keyword: String) -> Message {
    message(
      "`\(keyword)` 块跨越多个段落，此标签旁的文字整段都属于该块，会随它重复或消失",
      "the `\(keyword)` block spans paragraphs, and the whole of this one belongs to it: it is repeated or left out with it",
      hint: ("让标签独占一段；若确要如此，不必修改", "give the tag a paragraph of its own, unless this is meant"))
  }

  /// Whether two tags stand in different paragraphs of the same cell, body or the like.
  private static func areSiblings(_ left: LintTag, _ right: LintTag) -> Bool {
    let (one, other) = (left.text.spot, right.text.spot)
    guard case .paragraph? = one.steps.last, case .paragraph? = other.steps.last else { return false }
    return one != other && one.part == other.part && one.steps.dropLast() == other.steps.dropLast()
  }

  /// Whether there is more in the paragraph than tags of blocks.
  private static func hasCompany(_ tag: LintTag) -> Bool {
    // A tag with a trim sign joins paragraphs, and is meant to stand beside text.
    guard !tag.scanned.trimsBefore, !tag.scanned.trimsAfter else { return false }
    return tag.text.saysSomething || tag.text.scanned.contains { $0.kind == .output }
  }
}
