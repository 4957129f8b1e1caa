import Diagnostics
import TemplateLanguage

/// docxtpl's `{_{` and `}_}`, which print `{{` and `}}`.
struct OldEscape: LintRule {
  let code = "old-escape"
  let title = (chinese: "docxtpl 的旧式转义", english: "docxtpl's old escapes")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.texts.flatMap { text in
      text.scanned.compactMap { tag -> LintFinding? in
        guard case .escape(let plain) = tag.kind else { return nil }
        let written = String(decoding: text.bytes[tag.range], as: UTF8.self)
        return LintFinding(
          message(
            "`\(written)` 是 docxtpl 的旧式转义，印出 `\(plain)`",
            "`\(written)` is docxtpl's old way to print `\(plain)`",
            hint: (
              "请写 `{{ '\(plain)' }}`，或把整段放在 `{% raw %}` 和 `{% endraw %}` 之间",
              "write `{{ '\(plain)' }}`, or put the text between `{% raw %}` and `{% endraw %}`"
            )), in: text, tag.range)
      }
    }
  }
}
