import Diagnostics
import TemplateLanguage

/// `{{ "name" }}` prints the word, not the value of that name.
struct QuotedName: LintRule {
  let code = "quoted-name"
  let title = (chinese: "名称放在引号内", english: "a name between quotes")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    var known = Set(subject.template?.names ?? [])
    for tag in subject.tags { known.formUnion(tag.parsed?.readNames ?? []) }
    for case .string(let name) in subject.data?.values.keys ?? [] { known.insert(name) }
    return subject.outputs.compactMap { tag, id in
      guard case .string(let word)? = tag.parsed?.tree.constant(id), known.contains(word) else { return nil }
      return LintFinding(
        message(
          "这里印出“\(word)”这几个字，而不是 `\(word)` 的值",
          "this prints the word `\(word)`, and not the value of that name",
          hint: ("去掉引号：`{{ \(word) }}`", "leave the quotes out: `{{ \(word) }}`")), in: tag)
    }
  }
}
