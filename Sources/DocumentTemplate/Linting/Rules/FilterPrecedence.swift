import Diagnostics
import TemplateLanguage

/// `a / b | round(2)` rounds only `b`, because filters bind tighter than arithmetic.
struct FilterPrecedence: LintRule {
  let code = "filter-precedence"
  let title = (chinese: "过滤器只作用于最后一个数", english: "a filter on the last number only")
  let severity = Diagnostic.Severity.warning

  private static let formats: Set<String> = [
    "round", "number", "cn_money", "cn_number", "wan", "zero", "filesizeformat",
  ]

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.tags.flatMap { tag -> [LintFinding] in
      guard let parsed = tag.parsed else { return [] }
      return parsed.tree.ids.compactMap { id in
        guard case .binary(let operation, let left, let right) = parsed.tree[id], operation != .concatenate,
          case .filter(_, let function) = parsed.tree[right], Self.formats.contains(function.name),
          !tag.source(of: right).hasPrefix("(")
        else { return nil }
        if case .filter = parsed.tree[left] { return nil }
        return LintFinding(said(function.name), in: tag, parsed.tree.range(of: right))
      }
    }
  }

  private func said(_ filter: String) -> Message {
    message(
      "`\(filter)` 只作用于它前面的那个数，不作用于整个算式",
      "`\(filter)` works on the number before it only, and not on the whole calculation",
      hint: ("给算式加括号：`(a / b) | \(filter)`", "put the calculation in parentheses: `(a / b) | \(filter)`"))
  }
}
