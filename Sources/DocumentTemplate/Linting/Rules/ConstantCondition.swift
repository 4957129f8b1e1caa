import Diagnostics
import TemplateLanguage

/// A condition that is always true or always false.
struct ConstantCondition: LintRule {
  let code = "constant-condition"
  let title = (chinese: "总是成立或总不成立的条件", english: "a condition that never changes")
  let severity = Diagnostic.Severity.warning

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.tags.flatMap { tag -> [LintFinding] in
      guard let parsed = tag.parsed else { return [] }
      return parsed.conditions.compactMap { id in
        guard let outcome = Self.outcome(id, tag, parsed.tree) else { return nil }
        let isAlternative = if case .or = parsed.tree[id] { outcome } else { false }
        return LintFinding(said(outcome, isAlternative: isAlternative), in: tag, parsed.tree.range(of: id))
      }
    }
  }

  private func said(_ outcome: Bool, isAlternative: Bool) -> Message {
    message(
      outcome ? "这个条件总是成立" : "这个条件总不成立",
      outcome ? "this condition always holds" : "this condition never holds",
      hint: isAlternative
        ? ("要比较几个值，请写 `x in ['甲', '乙']`", "to compare with several values write `x in ['a', 'b']`") : nil)
  }

  /// What a condition comes to whatever the data are; nil if that depends on them.
  static func outcome(_ id: ExpressionTree.ID, _ tag: LintTag, _ tree: ExpressionTree) -> Bool? {
    switch tree[id] {
    case .constant(let value): return value.isTrue
    case .not(let operand): return outcome(operand, tag, tree).map { !$0 }
    case .or(let left, let right):
      let (one, other) = (outcome(left, tag, tree), outcome(right, tag, tree))
      if one == true || other == true { return true }
      return one == false && other == false ? false : nil
    case .and(let left, let right):
      let (one, other) = (outcome(left, tag, tree), outcome(right, tag, tree))
      if one == false || other == false { return false }
      return one == true && other == true ? true : nil
    case .comparison(let first, let rest):
      guard rest.count == 1, rest[0].operation == .equal || rest[0].operation == .notEqual else { return nil }
      if let one = tree.constant(first), let other = tree.constant(rest[0].operand) {
        return (one == other) == (rest[0].operation == .equal)
      }
      let isSame = !tag.source(of: first).isEmpty && tag.source(of: first) == tag.source(of: rest[0].operand)
      return isSame ? rest[0].operation == .equal : nil
    default: return nil
    }
  }
}
