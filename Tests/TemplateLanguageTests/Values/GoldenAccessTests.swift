import Testing

@testable import TemplateLanguage

@Suite("Slices and items answer as jinja2 does")
struct GoldenAccessTests {
  @Test("slices with all kinds of bounds and steps, items by number and by name")
  func access() throws {
    try GoldenTable("access").check { row in
      let arguments = row.arguments.positional
      if row.name == "item" { return try Operators.item(arguments[0], of: row.value) }
      return try Operators.slice(row.value, from: arguments[0], to: arguments[1], step: arguments[2])
    }
  }
}
