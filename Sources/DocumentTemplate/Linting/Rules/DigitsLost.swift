import Diagnostics
import TemplateLanguage

/// An amount formatted so that digits behind the point are lost.
struct DigitsLost: LintRule {
  let code = "digits-lost"
  let title = (chinese: "金额的小数位会丢失", english: "a format that loses digits of an amount")
  let severity = Diagnostic.Severity.warning

  private static let words = [
    "amount", "money", "price", "cost", "fee", "salary", "budget", "balance", "payment", "fund", "expense",
    "total",
    "金额", "总额", "金", "费", "价", "款", "预算", "经费", "工资", "支出", "收入", "余额", "合计",
  ]

  func findings(in subject: LintSubject) -> [LintFinding] {
    subject.tags.flatMap { tag -> [LintFinding] in
      guard let parsed = tag.parsed else { return [] }
      return parsed.tree.ids.compactMap { id in
        guard case .filter(let operand, let function) = parsed.tree[id],
          let name = parsed.lastName(of: operand), Self.isAmount(name), Self.loses(function, parsed.tree)
        else { return nil }
        return LintFinding(said(name, function.name), in: tag, parsed.tree.range(of: id))
      }
    }
  }

  private func said(_ name: String, _ filter: String) -> Message {
    message(
      "`\(name)` 像是金额，而 `\(filter)` 会丢掉它的小数位",
      "`\(name)` looks like an amount, and `\(filter)` takes digits behind its point away",
      hint: (
        "数会按数据里写的位数印出；要固定两位，请写 `number('#,##0.00')`",
        "numbers keep the places they have in the data; for two of them write `number('#,##0.00')`"
      ))
  }

  private static func isAmount(_ name: String) -> Bool {
    let name = name.lowercased()
    return words.contains { word in
      word.utf8.allSatisfy { $0 < 0x80 }
        ? name.split(separator: "_").contains { $0 == word || $0 == word + "s" } : name.contains(word)
    }
  }

  private static func loses(_ function: ExpressionTree.NamedFunction, _ tree: ExpressionTree) -> Bool {
    let first = function.arguments.positional.first ?? function.arguments.named.first?.value
    switch function.name {
    case "int": return true
    case "round":
      guard let first else { return true }
      if case .int(let places)? = tree.constant(first) { return places < 2 }
      return false
    case "number":
      guard let first, case .string(let pattern)? = tree.constant(first) else { return false }
      return places(in: pattern) < 2
    default: return false
    }
  }

  /// How many digits behind the point a pattern writes; plenty for per cent.
  private static func places(in pattern: String) -> Int {
    if pattern.contains("%") || pattern.contains("‰") { return .max }
    guard let point = pattern.firstIndex(of: ".") else { return 0 }
    return pattern[pattern.index(after: point)...].prefix { $0 == "0" || $0 == "#" }.count
  }
}
