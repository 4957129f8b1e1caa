import Diagnostics
@testable import FormChecks
import Forms
import TestSupport
import Testing

/// The article on the checks says what the rules are and what they say.
@Suite("The article on the checks")
struct ChecksArticleTests {
  static let text =
    TestFiles.text(TestFiles.projectFolder + "/Sources/Filing/Filing.docc/Checks.md") ?? ""

  /// Every rule with its level.
  static func rules() throws -> [(id: String, level: Diagnostic.Severity)] {
    let definition = try forms.definition("2021")
    return definition.rules.map { ($0.id, $0.level) } + FormChecks.rules.map { ($0.id, $0.level) }
      + [(Rollup.ruleID, Rollup(units: []).level)]
  }

  @Test("the table has every rule with its level, and no other")
  func table() throws {
    let rows = Self.text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    let told = rows.map { row in row.split(separator: "|").prefix(2).map { $0.filter { !" `".contains($0) } }
    }
    #expect(Set(told) == Set(try Self.rules().map { [$0.id, $0.level.rawValue] }))
  }

  @Test("each rule has a section whose example is what its golden case says")
  func examples() throws {
    for (id, _) in try Self.rules() {
      let section = try #require(
        Self.text.split(separator: "\n## ").first { $0.hasPrefix(id + "\n") }, "\(id)")
      let parts = section.split(separator: "```")
      try #require(parts.count >= 2, "\(id)")
      let path = "\(fixtures)/golden/\(id).golden"
      let golden = GoldenCase(try #require(TestFiles.text(path), "\(id)"))
      let said = Set(((golden["zh"] ?? "") + "\n" + (golden["en"] ?? "")).split(separator: "\n"))
      let example = parts[1].split(separator: "\n").dropFirst()
      #expect(example.count >= 2)
      for line in example { #expect(said.contains(line), "\(id): \(line)") }
    }
  }
}
