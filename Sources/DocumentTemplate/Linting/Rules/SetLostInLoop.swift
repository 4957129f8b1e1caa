import Diagnostics
import TemplateLanguage

/// What is set in a loop is gone when the loop goes on: Jinja2's rule, which surprises everyone who adds up.
struct SetLostInLoop: LintRule {
  let code = "set-lost-in-loop"
  let title = (chinese: "循环里设置的值会丢失", english: "a value set in a loop is lost")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part in
      part.tags.flatMap { tag -> [LintFinding] in
        guard case .set(let target, _)? = tag.parsed?.statement,
          let loop = part.blocks(around: tag).last(where: { $0.keyword == "for" })
        else { return [] }
        return target.names.compactMap { name in
          let readsItself = tag.parsed?.readNames.contains(name) == true
          let others = part.tags.filter { $0.number < loop.open || $0.number > loop.close }
          let isSetBefore = others.contains { $0.number < loop.open && UnusedSet.setNames($0).contains(name) }
          let isReadAfter = others.contains {
            $0.number > loop.close && $0.parsed?.readNames.contains(name) == true
          }
          guard isSetBefore, readsItself || isReadAfter else { return nil }
          return LintFinding(said(name), in: tag)
        }
      }
    }
  }

  private func said(_ name: String) -> Message {
    message(
      "循环里给 `\(name)` 赋的值，到下一轮和循环之后就没有了",
      "what `\(name)` is set to in the loop is gone in the next round and after the loop",
      hint: (
        "用命名空间累计：`{% set ns = namespace(total=0) %}`，循环里写 `{% set ns.total = ns.total + … %}`",
        "add up in a namespace: `{% set ns = namespace(total=0) %}`, and in the loop `{% set ns.total = ns.total + … %}`"
      ))
  }
}
