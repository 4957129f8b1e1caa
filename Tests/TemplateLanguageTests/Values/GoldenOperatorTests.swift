import Testing

@testable import TemplateLanguage

@Suite("Operators answer as Python does")
struct GoldenOperatorTests {
  @Test("every operator, on numbers, texts, lists, mappings and dates, and where it fails")
  func operators() throws {
    let arithmetic = Dictionary(uniqueKeysWithValues: BinaryOperator.allCases.map { ($0.symbol, $0) })
    let comparisons = Dictionary(uniqueKeysWithValues: ComparisonOperator.allCases.map { ($0.symbol, $0) })
    try GoldenTable("operators").check { row in
      let right = row.arguments.positional[0]
      if let operation = arithmetic[row.name] { return try Operators.binary(operation, row.value, right) }
      let operation = try #require(comparisons[row.name])
      return .bool(try Operators.compare(operation, row.value, right))
    }
  }
}
