import Diagnostics
import TemplateLanguage

/// A loop over a text goes through its characters.
struct LoopOverText: LintRule {
  let code = "loop-over-text"
  let title = (chinese: "循环遍历的是文字", english: "a loop over text")
  let severity = Diagnostic.Severity.warning

  private static let textFilters: Set<String> = [
    "lower", "upper", "capitalize", "title", "trim", "center", "replace", "join", "format", "indent",
    "truncate",
    "wordwrap", "string", "tojson", "number", "date", "date_cn", "cn_number", "cn_money",
  ]

  func findings(in subject: LintSubject) -> [LintFinding] {
    let inTags = subject.tags.compactMap { tag -> LintFinding? in
      guard case .forLoop(_, let iterable, _, _)? = tag.parsed?.statement, let parsed = tag.parsed,
        Self.isText(iterable, parsed)
      else { return nil }
      return LintFinding(said, in: tag, parsed.tree.range(of: iterable))
    }
    return inTags + inData(subject)
  }

  private var said: Message {
    message(
      "这里遍历的是一段文字，会逐字循环", "this goes through a text, character by character",
      hint: ("循环应遍历列表；用 `split` 可把文字分开", "loops go through lists; `split` takes a text apart"))
  }

  private static func isText(_ id: ExpressionTree.ID, _ tag: ParsedTag) -> Bool {
    switch tag.tree[id] {
    case .constant(.string), .binary(.concatenate, _, _): true
    case .filter(_, let function): textFilters.contains(function.name)
    default: false
    }
  }

  /// What the data say of the lists that loops go through.
  private func inData(_ subject: LintSubject) -> [LintFinding] {
    guard let template = subject.template, let data = subject.data else { return [] }
    return template.check(data.values).filter { $0.isTextForList }.compactMap { finding in
      guard let use = finding.uses.first, let text = subject.text(at: use.spot) else { return nil }
      let range = use.excerpt.offset..<(use.excerpt.offset + use.excerpt.marked.count)
      var found = LintFinding(said, in: text, range)
      found.related = [data.place(finding)]
      return found
    }
  }
}
