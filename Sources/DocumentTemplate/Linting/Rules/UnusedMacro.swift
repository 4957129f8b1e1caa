import Diagnostics
import TemplateLanguage

/// A macro that is never called. A template of nothing but macros is a library of them, and is left alone.
struct UnusedMacro: LintRule {
  let code = "unused-macro"
  let title = (chinese: "定义了却没有调用的宏", english: "a macro that is not called")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part -> [LintFinding] in
      let isLibrary = !part.tags.contains { tag in
        tag.scanned.kind == .output && !part.blocks(around: tag).contains { $0.keyword == "macro" }
      }
      guard !isLibrary else { return [] }
      return part.tags.compactMap { tag in
        guard case .macro(let name, _)? = tag.parsed?.statement else { return nil }
        let own = part.blocks.first { $0.open == tag.number }
        let isUsed = part.tags.contains { other in
          let isInside = own.map { other.number > $0.open && other.number < $0.close } ?? false
          return !isInside && other.parsed?.readNames.contains(name) == true
        }
        return isUsed ? nil : LintFinding(said(name), in: tag)
      }
    }
  }

  private func said(_ name: String) -> Message {
    message("宏 `\(name)` 没有被调用", "the macro `\(name)` is not called")
  }
}
