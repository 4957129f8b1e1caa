import TestSupport
import Testing

/// The table of features names the tests that show them; they must be there.
@Suite("The table of features")
struct FeatureTableTests {
  static let path = "Sources/DocumentTemplate/DocumentTemplate.docc/Features.md"

  /// A row: its number, what it answers, and the tests it names.
  private struct Row {
    let number: Int
    let answer: String
    let tests: [String]
  }

  private func rows() throws -> [Row] {
    let text = try #require(TestFiles.text(TestFiles.projectFolder + "/" + Self.path))
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { cell in
        String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard cells.count == 4, let number = Int(cells[0]) else { return nil }
      let tests = cells[3].split(separator: "`").enumerated().filter { $0.offset % 2 == 0 }
        .map { String($0.element) }
      return Row(number: number, answer: cells[2], tests: tests)
    }
  }

  @Test("there are the 52 rows, and no row says no")
  func complete() throws {
    let rows = try rows()
    #expect(rows.map(\.number) == Array(1...52))
    #expect(rows.filter { $0.answer == "no" || $0.answer.isEmpty }.map(\.number) == [])
  }

  @Test("each row names tests that exist")
  func named() throws {
    let tests = TestFiles.projectFolder + "/Tests/"
    let sources = TestFiles.paths(below: TestFiles.projectFolder + "/Tests").filter {
      $0.hasSuffix("Tests.swift")
    }
    .compactMap { TestFiles.text(tests + $0) }
    let fixtures = TestFiles.paths(below: tests + "DocumentTemplateTests/Fixtures")
    for row in try rows() {
      #expect(!row.tests.isEmpty, "row \(row.number)")
      for test in row.tests {
        let isThere: Bool
        if test.contains("/") {
          isThere = fixtures.contains("\(test).golden")
        } else {
          let words = test.split(separator: ".").map(String.init)
          isThere =
            words.count == 2
            && sources.contains { $0.contains("struct \(words[0])") && $0.contains("func \(words[1])(") }
        }
        #expect(isThere, "row \(row.number) names \(test)")
      }
    }
  }
}
