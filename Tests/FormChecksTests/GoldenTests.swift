import Diagnostics
@testable import FormChecks
import Forms
import Glibc
import TestSupport
import Testing

/// Each case is a file: changes to a report by which a rule is broken, what the rule then says in both languages,
/// and changes by which it is kept. With CHENGWEN_UPDATE=1 in the environment what is said is written anew, to be
/// reviewed in the diff.
@Suite("Each rule, broken and kept")
struct GoldenTests {
  static let folder = fixtures + "/golden"
  static let names = TestFiles.names(in: folder)

  /// The base report with changes, one a line: what is there, ⇒, what takes its place.
  private func changed(_ golden: GoldenCase, _ section: String) throws -> Report? {
    guard let changes = golden[section] else { return nil }
    let base =
      (golden["\(section) base"] ?? golden["base"]).map { TestFiles.projectFolder + "/" + $0 } ?? fixtures
      + "/report.yaml"
    var text = try #require(TestFiles.text(base))
    for change in changes.split(separator: "\n") {
      let sides = change.split(separator: "⇒", omittingEmptySubsequences: false)
      try #require(sides.count == 2)
      try #require(
        text.split(separator: sides[0], omittingEmptySubsequences: false).count == 2, "\(sides[0])")
      text = text.replacing(sides[0], with: sides[1].replacing("\\n", with: "\n"))
    }
    return try report(text)
  }

  private func findings(_ golden: GoldenCase, _ section: String) throws -> [Finding]? {
    guard let report = try changed(golden, section) else { return nil }
    if let unit = try changed(golden, "unit") { return FormChecks.findings(in: report, asSumOf: [unit]) }
    let previous = try (golden["\(section) previous"] ?? golden["previous"]).map { name in
      try FormChecksTests.report(try #require(TestFiles.text(fixtures + "/" + name)), name: name)
    }
    return FormChecks.findings(in: report, previous: previous)
  }

  @Test(
    "what breaks the rule is found and said in Chinese and in English, and nothing else", arguments: names)
  func broken(name: String) throws {
    let path = Self.folder + "/" + name
    var golden = GoldenCase(try #require(TestFiles.text(path)))
    let before = golden.text
    let findings = try #require(try findings(golden, "fails"))
    for language in Language.allCases {
      let text = findings.map { $0.diagnostic.text(in: language) }.joined(separator: "\n")
      if unsafe getenv("CHENGWEN_UPDATE") != nil {
        golden[language.rawValue] = text
      } else {
        #expect(golden[language.rawValue] == text)
      }
    }
    if golden.text != before { try #require(write(golden.text, to: path)) }
    #expect(!findings.isEmpty)
  }

  @Test("what keeps the rule is passed over", arguments: names)
  func kept(name: String) throws {
    let golden = GoldenCase(try #require(TestFiles.text(Self.folder + "/" + name)))
    let findings = try #require(try findings(golden, "passes"))
    #expect(rules(findings).filter { !$0.hasPrefix("~") } == [])
  }

  @Test("every rule has a case")
  func complete() throws {
    let definition = try forms.definition("2021")
    let ids = definition.rules.map(\.id) + FormChecks.rules.map(\.id) + [Rollup.ruleID]
    #expect(Set(ids).subtracting(Self.names.map { String($0.dropLast(".golden".count)) }) == [])
  }

  private func write(_ text: String, to path: String) -> Bool {
    guard let file = unsafe fopen(path, "wb") else { return false }
    let bytes = Array(text.utf8)
    let count = unsafe fwrite(bytes, 1, bytes.count, file)
    return unsafe fclose(file) == 0 && count == bytes.count
  }
}
