import Diagnostics
import TemplateLanguage

/// A loop variable with the name of another value, which can't be used inside the loop.
struct ShadowedName: LintRule {
  let code = "shadowed-name"
  let title = (chinese: "循环变量与别的名称相同", english: "a loop variable that hides another name")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    let data = Set(subject.template?.names ?? [])
    return subject.parts.flatMap { part in
      part.tags.flatMap { tag -> [LintFinding] in
        guard case .forLoop(let target, _, _, _)? = tag.parsed?.statement else { return [] }
        let around = part.blocks(around: tag).flatMap { Self.names(part.tags[$0.open]) }
        return target.names.compactMap { name in
          if around.contains(name) { return LintFinding(hidesVariable(name), in: tag) }
          return data.contains(name) ? LintFinding(hidesData(name), in: tag) : nil
        }
      }
    }
  }

  private static func names(_ tag: LintTag) -> [String] {
    switch tag.parsed?.statement {
    case .forLoop(let target, _, _, _): target.names
    case .with(let assignments): assignments.flatMap(\.target.names)
    case .macro(_, let parameters): parameters.names
    default: []
    }
  }

  private func hidesVariable(_ name: String) -> Message {
    message(
      "循环变量 `\(name)` 与外层的同名，外层的在此循环里用不到",
      "the loop variable `\(name)` hides the one of the block around, which can't be used in here",
      hint: ("换一个名称", "choose another name"))
  }

  private func hidesData(_ name: String) -> Message {
    message(
      "`\(name)` 在这里是循环变量，在别处是数据中的名称",
      "`\(name)` is a loop variable here, and a name of the data elsewhere in the template",
      hint: ("换一个名称；循环结束后循环变量就没有了", "choose another name; a loop variable is gone when its loop ends"))
  }
}
