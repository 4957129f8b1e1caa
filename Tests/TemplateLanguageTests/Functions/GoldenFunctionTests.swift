import Testing

@testable import TemplateLanguage

@Suite("Filters, tests and methods answer as jinja2 and Python do")
struct GoldenFunctionTests {
  let context = CallContext(environment: Environment(), undefined: .lenient)

  @Test("every filter, with its parameters, on values of every kind, and where it fails")
  func filters() throws {
    try GoldenTable("filters").check { row in
      let filter = try #require(context.environment.filter(row.name) ?? nil, "\(row.name)")
      return try filter.call(row.value, row.arguments, context)
    }
  }

  @Test("every test, on values of every kind, and where it fails")
  func tests() throws {
    try GoldenTable("tests").check { row in
      let test = try #require(context.environment.test(row.name), "\(row.name)")
      return try test.call(row.value, row.arguments, context)
    }
  }

  @Test("every method, on values of every kind, and where it fails")
  func methods() throws {
    try GoldenTable("methods").check { row in
      try Methods.call(row.name, on: row.value, row.arguments, context)
    }
  }
}
