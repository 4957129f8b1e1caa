import Diagnostics
import TemplateLanguage

/// A loop that prints the same for every item, because it uses neither the item nor `loop`.
struct LoopItemUnused: LintRule {
  let code = "loop-item-unused"
  let title = (chinese: "循环里没有用到循环变量", english: "a loop that does not use its items")
  let severity = Diagnostic.Severity.notice

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.parts.flatMap { part in
      part.blocks.compactMap { block -> LintFinding? in
        let tag = part.tags[block.open]
        guard
          case .forLoop(let target, let iterable, let condition, let isRecursive)? = tag.parsed?.statement,
          condition == nil, !isRecursive, block.close > block.open + 1
        else { return nil }
        let names = Set(target.names)
        guard !names.contains(where: { $0.hasPrefix("_") }), !Self.counts(iterable, tag) else { return nil }
        let inside = part.tags[(block.open + 1)..<block.close]
        guard inside.contains(where: { $0.scanned.kind == .output }) else { return nil }
        let isUsed = inside.contains { tag in
          guard let read = tag.parsed?.readNames else { return true }
          return !read.isDisjoint(with: names) || read.contains("loop") || tag.parsed?.role == .single
        }
        return isUsed ? nil : LintFinding(said(names.sorted().joined(separator: "`, `")), in: tag)
      }
    }
  }

  /// Whether the loop is there to repeat something so many times.
  private static func counts(_ iterable: ExpressionTree.ID, _ tag: LintTag) -> Bool {
    guard let tree = tag.parsed?.tree, case .call(let callee, _) = tree[iterable],
      case .name("range") = tree[callee]
    else { return false }
    return true
  }

  private func said(_ name: String) -> Message {
    message(
      "循环里没有用到 `\(name)`，每一轮印出的都一样", "the loop does not use `\(name)`, so every round prints the same",
      hint: ("成员要写在循环变量之后，如 `\(name).名称`", "members are written behind the loop variable: `\(name).name`"))
  }
}
