import Diagnostics
import TemplateLanguage

/// A name that may be missing in one place of the template, and must not in another.
struct MissingDefault: LintRule {
  let code = "missing-default"
  let title = (chinese: "有的地方缺少默认值", english: "a default that is missing elsewhere")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    (subject.template?.parts ?? []).flatMap { part in
      Self.mixed(part.program.references, path: "").compactMap { path, guarded, required -> LintFinding? in
        let record = part.tags[required]
        guard
          let text = subject.texts.first(where: { $0.spot == record.spot && $0.string == record.paragraph })
        else { return nil }
        var finding = LintFinding(said(path), in: text, record.tag.range)
        finding.related = [Place(file: subject.template?.name, .document(part.tags[guarded].spot))]
        return finding
      }
    }
  }

  private func said(_ path: String) -> Message {
    message(
      "`\(path)` 在别处允许没有，在这里却必须有", "`\(path)` may be missing elsewhere in the template, but not here",
      hint: ("这里也写 `\(path) | default('')`", "write `\(path) | default('')` here too"))
  }

  private static func mixed(
    _ references: [DataReference], path: String
  ) -> [(path: String, guarded: Int, required: Int)] {
    references.flatMap { reference in
      let own = path.isEmpty ? reference.name : "\(path).\(reference.name)"
      let inner = mixed(reference.members, path: own)
      guard let guarded = reference.guardedUses.first, let required = reference.requiredBy,
        guarded != required
      else { return inner }
      return [(own, guarded, required)] + inner
    }
  }
}
