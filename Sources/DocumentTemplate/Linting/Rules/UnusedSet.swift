import Diagnostics
import TemplateLanguage

/// A name that is set and never used.
struct UnusedSet: LintRule {
  let code = "unused-set"
  let title = (chinese: "设置了却没有用到的名称", english: "a name that is set and not used")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part in
      part.tags.flatMap { tag -> [LintFinding] in
        let names = Self.setNames(tag)
        return names.filter { name in !Self.isRead(name, in: part) }.map { LintFinding(said($0), in: tag) }
      }
    }
  }

  private func said(_ name: String) -> Message {
    message("`\(name)` 设置之后没有用到", "`\(name)` is set and not used")
  }

  static func setNames(_ tag: LintTag) -> [String] {
    switch tag.parsed?.statement {
    case .set(let target, _), .setBlock(let target, _): target.names
    default: []
    }
  }

  /// Whether a tag reads the name, other than to set it or a member of it anew.
  private static func isRead(_ name: String, in part: LintPart) -> Bool {
    part.tags.contains { tag in
      guard let parsed = tag.parsed else { return false }
      if case .set(.member(let object, _, _), _) = parsed.statement, object == name { return false }
      return parsed.readNames.contains(name) && !setNames(tag).contains(name)
    }
  }
}
