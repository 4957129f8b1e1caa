import Diagnostics
import Synchronization
import Testing

@testable import TemplateLanguage

@Suite("templates that use others")
struct IncludingTests {
  private func environment(_ files: [String: String]) -> Environment {
    var environment = Environment()
    environment.templates = TemplateLoader { files[$0].map { Array($0.utf8) } }
    return environment
  }

  private func faults(
    _ text: String, _ files: [String: String] = [:], _ data: Mapping = [:], options: RunOptions = RunOptions()
  ) -> [Fault] {
    do throws(FaultList) {
      return try TextTemplate(text, environment: environment(files)).attempt(data, options: options).faults
    } catch {
      return error.faults
    }
  }

  @Test("everything wrong in another template is said at once, with its name and lines, before there is data")
  func compiled() {
    let found = faults("{% include 'a.txt' %}", ["a.txt": "x\n{{ 1 | nope }}\n{{ 2 | nada }}"])
    #expect(found.map(\.message.code) == ["unknown-filter", "unknown-filter"])
    #expect(found.map { $0.message.english.prefix(14) } == ["a.txt, line 2:", "a.txt, line 3:"])
    #expect(found.allSatisfy { $0.range == 11..<18 })
  }

  @Test("everything that goes wrong while another template runs is said too")
  func run() {
    let found = faults(
      "{% for i in [1, 2] %}{% include 'a.txt' %}{% endfor %}", ["a.txt": "{{ unknown }}\n{{ y.z }}"],
      ["y": .mapping([:])])
    let said = ["a.txt, line 1: unknown name `unknown`", "a.txt, line 2: unknown name `y.z`"]
    #expect(found.map(\.message.english) == said + said)
    #expect(found.contains { $0.trace == ["[1, 2][1]"] })
  }

  @Test("a fault in a template that another one includes names both")
  func nested() {
    let found = faults(
      "{% include 'a.txt' %}", ["a.txt": "\n{% include 'b.txt' %}", "b.txt": "{{ x }}"])
    #expect(found.map(\.message.english) == ["a.txt, line 2: b.txt, line 1: unknown name `x`"])
  }

  @Test("what a template includes is let go of with the template")
  func released() throws {
    final class Token: Sendable {}
    weak var kept: Token?
    do {
      let token = Token()
      kept = token
      let files = [
        "a.txt": "{% import 'b.txt' as b %}{{ b.m() }}", "b.txt": "{% macro m() %}1{% endmacro %}",
      ]
      var environment = Environment()
      environment.templates = TemplateLoader { [token] name in
        withExtendedLifetime(token) { files[name].map { Array($0.utf8) } }
      }
      let template = try TextTemplate("{% include 'a.txt' %}", environment: environment)
      #expect(template.attempt([:], options: RunOptions()).faults.isEmpty)
      #expect(kept != nil)
    }
    #expect(kept == nil)
  }

  @Test("a template that includes itself is no fault until it does so too deeply")
  func cycle() {
    let files = [
      "a.txt": "{{ n }}{% if n %}{% set n = n - 1 %}{% include 'a.txt' %}{% endif %}",
      "b.txt": "{% include 'b.txt' %}",
    ]
    #expect(faults("{% include 'a.txt' %}", files, ["n": 3]).isEmpty)
    let found = faults("{% include 'b.txt' %}", files)
    #expect(found.map(\.message.code) == ["included-too-deeply"])
    #expect(found.first?.message.hint != nil)
  }

  @Test("templates that import each other end with an error")
  func importCycle() {
    let files = ["a.txt": "{% import 'b.txt' as b %}", "b.txt": "{% import 'a.txt' as a %}"]
    #expect(faults("{% import 'a.txt' as a %}", files).map(\.message.code) == ["included-too-deeply"])
  }

  @Test("the steps of all templates count together")
  func steps() {
    var options = RunOptions()
    options.limits.steps = 5_000
    let files = ["a.txt": "{% for i in range(100) %}{{ i }}{% endfor %}"]
    #expect(
      faults("{% for i in range(2) %}{% include 'a.txt' %}{% endfor %}", files, options: options).isEmpty)
    let found = faults("{% for i in range(50) %}{% include 'a.txt' %}{% endfor %}", files, options: options)
    #expect(found.map(\.message.code) == ["too-many-steps"])
  }

  @Test("what a loader refuses is said at the tag")
  func refusal() {
    var environment = Environment()
    environment.templates = TemplateLoader { _ in
      throw ValueError(Message("elsewhere", chinese: "别处", english: "not here"))
    }
    let found = #expect(throws: FaultList.self) {
      try TextTemplate("{% include '../a.txt' %}", environment: environment)
    }
    #expect(found?.faults.map(\.message.english) == ["not here"])
  }

  @Test("a file that is no text is refused")
  func notText() {
    var environment = Environment()
    environment.templates = TemplateLoader { $0 == "zip" ? [0x50, 0x4B, 3, 4] : [0xFF, 0xFE] }
    for (name, code) in [("zip", "document-in-text"), ("utf16", "template-not-text")] {
      let found = #expect(throws: FaultList.self) {
        try TextTemplate("{% include '\(name)' %}", environment: environment)
      }
      #expect(found?.faults.map(\.message.code) == [code])
    }
  }

  @Test("a missing name is an error that suggests what the template has")
  func notExported() {
    let found = faults("{% from 'm.txt' import totla %}", ["m.txt": "{% set total = 1 %}"])
    #expect(found.map(\.message.english) == ["the template m.txt has no `totla`"])
    #expect(found.first?.message.hint?.english == "did you mean `total`?")
  }

  @Test("macros of the template around stay in it")
  func macrosStay() {
    let found = faults("{% macro f() %}{% endmacro %}{% include 'a.txt' %}", ["a.txt": "{{ f() }}"])
    #expect(found.map(\.message.english) == ["a.txt, line 1: unknown name `f`"])
  }

  @Test("a macro handed to another template's macro can't be called there")
  func macrosHandedOver() {
    let found = faults(
      "{% import 'm.txt' as m %}{% macro f() %}{% endmacro %}{{ m.g(f) }}",
      ["m.txt": "{% macro g(h) %}{{ h() }}{% endmacro %}"])
    #expect(found.map(\.message.code) == ["macro-out-of-scope"])
  }

  @Test("a template is loaded once, however often it is used")
  func loadedOnce() throws {
    let count = Counter()
    var environment = Environment()
    environment.templates = TemplateLoader { _ in
      count.add()
      return Array("x".utf8)
    }
    let template = try TextTemplate(
      "{% for i in range(9) %}{% include 'a' %}{% endfor %}", environment: environment)
    #expect(try template.render([:]) == "xxxxxxxxx")
    #expect(try template.render([:]) == "xxxxxxxxx")
    #expect(count.value == 1)
  }
}

/// Counts, from whatever task.
private final class Counter: Sendable {
  private let count = Mutex(0)

  func add() { count.withLock { $0 += 1 } }
  var value: Int { count.withLock { $0 } }
}
