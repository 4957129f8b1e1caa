import Foundation
import Testing

@testable import TemplateLanguage

/// A table of calls and what jinja2 3.1 on Python answers to them: name, value, positional and named arguments,
/// answer; `!` for an error.
struct GoldenTable {
  struct Row {
    let name: String
    let value: Value
    let arguments: Arguments
    let answer: String
    let line: String
  }

  let rows: [Row]

  init(_ name: String, filePath: String = #filePath) throws {
    let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Fixtures/\(name).tsv"), encoding: .utf8)
    rows = try text.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      try #require(fields.count == 5, "\(line)")
      guard case .list(let positional) = try PythonLiteral.value(fields[2]),
        case .mapping(let named) = try PythonLiteral.value(fields[3])
      else { throw PythonLiteral.Failure.notALiteral(String(line)) }
      return Row(
        name: fields[0], value: try PythonLiteral.value(fields[1]),
        arguments: Arguments(positional: positional, named: named.map { ($0.key.printed, $0.value) }),
        answer: fields[4], line: String(line))
    }
  }

  /// Holds every answer against the table's.
  func check(_ answer: (Row) throws -> Value) {
    #expect(rows.count > 100)
    for row in rows {
      let given: String
      do {
        given = try answer(row).representation
      } catch {
        given = "!"
      }
      // An expectation for every row would take seconds.
      if given != row.answer { Issue.record("\(row.line) but got \(given)") }
    }
  }
}
