import Diagnostics
import TemplateLanguage

/// A block whose tags have different prefixes, such as `{%tr for … %}` closed by `{% endfor %}`.
struct PrefixDiffers: LintRule {
  let code = "prefix-differs"
  let title = (chinese: "同一个块的标签前缀不同", english: "the tags of a block differ in their prefixes")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part in
      part.blocks.flatMap { block -> [LintFinding] in
        let open = part.tags[block.open].scanned.carrier
        return (block.middles + [block.close]).map { part.tags[$0] }.filter { $0.scanned.carrier != open }
          .map { LintFinding(said(open), in: $0) }
      }
    }
  }

  private func said(_ carrier: ScannedTag.Carrier?) -> Message {
    guard let letters = carrier?.letters else {
      return message(
        "此标签有前缀，而块的开始标签没有", "this tag has a prefix, and the tag that begins its block has none",
        hint: ("同一个块的标签用同样的前缀", "give all tags of a block the same prefix"))
    }
    return message(
      "块的开始标签带前缀 `\(letters)`，此标签不带同样的前缀",
      "the tag that begins the block has the prefix `\(letters)`, and this one does not",
      hint: ("请写 `{%\(letters) … %}`", "write `{%\(letters) … %}`"))
  }
}
