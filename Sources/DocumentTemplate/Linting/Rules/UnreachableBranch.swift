import Diagnostics
import TemplateLanguage

/// A branch that is never come to, because one before it has the same condition or always holds.
struct UnreachableBranch: LintRule {
  let code = "unreachable-branch"
  let title = (chinese: "永远到不了的分支", english: "a branch that is never come to")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part in
      part.blocks.filter { $0.keyword == "if" }.flatMap { block -> [LintFinding] in
        var seen: Set<String> = []
        var alwaysHolds = false
        return ([block.open] + block.middles).map { part.tags[$0] }.compactMap { tag in
          guard let parsed = tag.parsed else { return nil }
          if alwaysHolds { return LintFinding(behindTrue, in: tag) }
          let condition: ExpressionTree.ID
          switch parsed.statement {
          case .ifBranch(let id), .elifBranch(let id): condition = id
          default: return nil
          }
          alwaysHolds = ConstantCondition.outcome(condition, tag, parsed.tree) == true
          return seen.insert(tag.source(of: condition)).inserted ? nil : LintFinding(repeated, in: tag)
        }
      }
    }
  }

  private var behindTrue: Message {
    message("前面的条件总是成立，到不了这个分支", "a condition before this branch always holds, so it is never come to")
  }

  private var repeated: Message {
    message("前面已有相同的条件，到不了这个分支", "the same condition stands before, so this branch is never come to")
  }
}
