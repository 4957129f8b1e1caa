import Diagnostics

/// Two names that differ in capital letters or underscores only: one of them is probably a slip.
struct SimilarNames: LintRule {
  let code = "similar-names"
  let title = (chinese: "几乎相同的名称", english: "names that are almost the same")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    guard let template = subject.template else { return [] }
    return findings(among: template.data, subject)
  }

  private func findings(among fields: [DataField], _ subject: LintSubject) -> [LintFinding] {
    var groups: [String: [DataField]] = [:]
    for field in fields { groups[Self.plain(field.name), default: []].append(field) }
    let own = groups.values.filter { $0.count > 1 }.compactMap { group -> LintFinding? in
      let rarest = group.min { $0.uses.count < $1.uses.count }
      guard let rarest, let other = group.first(where: { $0.name != rarest.name }),
        let use = rarest.uses.first,
        let text = subject.text(at: use.spot)
      else { return nil }
      let range = use.excerpt.offset..<(use.excerpt.offset + use.excerpt.marked.count)
      return LintFinding(said(rarest.name, other.name), in: text, range)
    }
    return own + fields.flatMap { findings(among: $0.fields + $0.items.flatMap(\.fields), subject) }
  }

  private func said(_ name: String, _ other: String) -> Message {
    message(
      "`\(name)` 与模板中的 `\(other)` 几乎相同，是否同一个名称？",
      "`\(name)` is almost the same as `\(other)`, which the template uses too; are they meant to be one?")
  }

  private static func plain(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }
}
