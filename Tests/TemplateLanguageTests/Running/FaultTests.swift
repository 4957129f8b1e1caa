import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("Faults of whole templates")
struct FaultTests {
  @Test(
    "an unknown name is a fault wherever it is used",
    arguments: [
      ("{{ missing }}", "unknown-name: missing"), ("{{ nested.x.y }}", "unknown-name: nested.x.y"),
      ("{% if missing %}{% endif %}", "unknown-name: missing"),
      ("{% for i in missing %}{% endfor %}", "unknown-name: missing"),
      ("{{ 1 + missing }}", "unknown-name: missing"), ("{{ missing | upper }}", "unknown-name: missing"),
      ("{{ 'a' | replace(missing, 'b') }}", "unknown-name: missing"),
      ("{{ [missing] }}", "unknown-name: missing"),
      ("{{ missing == 1 }}", "unknown-name: missing"), ("{{ missing and 1 }}", "unknown-name: missing"),
      ("{{ not missing }}", "unknown-name: missing"),
      ("{{ 'a'.replace(missing, 'b') }}", "unknown-name: missing"),
      ("{{ items[9] }}", "unknown-name: items[9]"), ("{{ missing() }}", "unknown-name: missing()"),
      ("{{ missing.upper() }}", "unknown-name: missing"), ("{{ {'a': missing} }}", "unknown-name: missing"),
      ("{% set x = missing %}{{ x }}", "unknown-name: x"),
      ("{{ missing if year }}", "unknown-name: missing if year"),
      ("{% for u in units %}{{ u.nam }}{% break %}{% endfor %}", "unknown-name: u.nam in units[0]"),
      ("{{ (empty | first).name }}", "unknown-name: (empty | first).name"),
      ("{{ (1 if zero) + 1 }}", "no-value: (1 if zero) + 1"),
    ])
  func unknownNames(text: String, expected: String) {
    #expect(faults(text) == [expected])
  }

  @Test(
    "a name may be unknown where a template says what to do then",
    arguments: [
      "{{ missing | default('') }}", "{{ nested.x.y.z | d('') }}", "{% if missing is defined %}{% endif %}",
      "{% if missing is undefined %}{% endif %}", "{% set x = missing %}", "{{ 1 if year else missing }}",
      "{{ items[9] | default('') }}", "{{ missing | default(name) }}",
    ])
  func allowed(text: String) {
    #expect(faults(text).isEmpty)
  }

  @Test(
    "the nearest known name is suggested",
    arguments: [
      ("{{ nmae }}", "unknown name `nmae`; did you mean `name`?"),
      ("{{ nested.lst }}", "unknown name `nested.lst`; did you mean `nested.list`?"),
      ("{{ nestd.a.b }}", "unknown name `nestd`; did you mean `nested`?"),
      (
        "{% for u in units %}{{ u.nam }}{% break %}{% endfor %}",
        "unknown name `u.nam`; did you mean `u.name`?"
      ),
      ("{% set total = 1 %}{{ totl }}", "unknown name `totl`; did you mean `total`?"),
      ("{{ qqqqqq }}", "unknown name `qqqqqq`"),
    ])
  func suggestions(text: String, expected: String) throws {
    let found = try TextTemplate(text).attempt(sample).faults
    #expect(found.map(\.message.english) == [expected])
  }

  @Test("one run reports everything, each with the items it happened for")
  func everything() {
    let text =
      "{{ a }}{% for u in units %}{{ u.x }}{% for i in items if i > 2 %}{{ u.name.y }}{% endfor %}{% endfor %}{{ 1 // 0 }}"
    #expect(
      faults(text) == [
        "unknown-name: a", "unknown-name: u.x in units[0]", "unknown-name: u.name.y in units[0], items[2]",
        "unknown-name: u.x in units[1]", "unknown-name: u.name.y in units[1], items[2]",
        "unknown-name: u.x in units[2]",
        "unknown-name: u.name.y in units[2], items[2]", "division-by-zero: 1 // 0",
      ])
  }

  @Test("what could be done is done")
  func goesOn() throws {
    let text =
      "a{{ x }}b{% if y %}c{% else %}d{% endif %}e{% for i in z %}f{% else %}g{% endfor %}h"
      + "{% set v = 1 // 0 %}{{ v }}{{ v + 1 }}i{% macro m(p) %}j{{ q }}k{% endmacro %}{{ m(1) }}"
      + "{% call m(1) %}{% endcall %}{% set w %}{{ r }}l{% endset %}{{ w }}"
    let (output, found) = try TextTemplate(text).attempt(sample)
    #expect(output == "abdehijkl")
    #expect(
      found.map(\.message.code) == [
        "unknown-name", "unknown-name", "unknown-name", "division-by-zero", "unknown-name",
        "macro-takes-no-caller",
        "unknown-name",
      ])
  }

  @Test("of one fault in a long loop ten are reported")
  func repetition() {
    let text = "{% for i in range(1000) %}{{ x }}{% endfor %}{{ y }}"
    #expect(faults(text).count == 11)
    #expect(faults(text).last == "unknown-name: y")
  }

  @Test(
    "what can be known is known before anything is run",
    arguments: [
      ("{{ a | upcase }}", ["unknown-filter: upcase"]), ("{{ a is defned }}", ["unknown-test: defned"]),
      ("{{ a | round(1, 'x', 3, 4) }}", ["too-many-arguments: round"]),
      ("{{ a | replace }}", ["argument-missing: replace"]),
      ("{{ a | join(x=1) }}", ["unknown-argument: join"]), ("{{ loop.index }}", ["loop-outside-loop: loop"]),
      ("{% for i in a %}{{ loop.indx }}{% endfor %}", ["unknown-loop-member: loop.indx"]),
      ("{% for i in a %}{{ loop(i) }}{% endfor %}", ["loop-not-recursive: loop(i)"]),
      ("{% for i in a recursive %}{{ loop() }}{% endfor %}", ["loop-arguments: loop()"]),
      ("{% for i in a %}{% else %}{{ loop.index }}{% endfor %}", ["loop-outside-loop: loop"]),
      ("{% break %}", ["jump-outside-loop: {% break %}"]),
      (
        "{% for i in a %}{% macro m() %}{% continue %}{% endmacro %}{% endfor %}",
        ["jump-outside-loop: {% continue %}"]
      ),
      ("{% set a.b = 1 %}", ["not-a-namespace: a.b"]),
      ("{% include 'x' %}", ["include-needs-loader: {% include 'x' %}"]),
      ("{{ a | f.g }}", ["unknown-filter: f.g"]), ("{{ range() }}", ["argument-missing: range()"]),
      ("{% vm %}", ["cell-statement-outside-cell: {% vm %}"]), ("{% raw %}", ["unclosed-block: {% raw %}"]),
      ("{% if a %}{{ b | x }}", ["unclosed-block: {% if a %}", "unknown-filter: x"]),
      ("{{ a b }}{{ c | x }}{{ 'd }}", ["unexpected-token: b", "unknown-filter: x", "unclosed-string: 'd "]),
      ("{{ a }", ["unclosed-tag: {{ a }"]),
      (
        "{% for i in a %}{% endif %}{% endfor %}{% else %}",
        ["wrong-end: {% endif %}", "stray-tag: {% else %}"]
      ),
    ])
  func compileTime(text: String, expected: [String]) {
    #expect(faults(text) == expected)
  }

  @Test(
    "calls that go wrong",
    arguments: [
      ("{% macro m(a) %}{% endmacro %}{{ m(1, 2) }}", "too-many-arguments: m(1, 2)"),
      ("{% macro m(a) %}{% endmacro %}{{ m(b=1) }}", "unknown-argument: m(b=1)"),
      ("{% macro m(a) %}{% endmacro %}{{ m(1, a=1) }}", "argument-twice: m(1, a=1)"),
      ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m() }}", "unknown-name: a"),
      ("{{ name() }}", "not-callable: name()"),
      ("{% macro m() %}{{ caller() }}{% endmacro %}{{ m() }}", "unknown-name: caller"),
      ("{% macro m() %}{% endmacro %}{{ m }}", "not-printable: m"),
      ("{{ name.nope() }}", "unknown-method: name.nope()"),
      (
        "{% for a, b in items %}{% break %}{% endfor %}",
        "not-iterable: {% for a, b in items %} in items[0]"
      ),
      ("{% set a, b = items %}", "wrong-count: {% set a, b = items %}"),
      ("{{ 'a' + 1 }}", "unsuitable-operands: 'a' + 1"),
      ("{% for i in year %}{% endfor %}", "not-iterable: year"),
      ("{{ range(3, 0, 0) }}", "argument-out-of-range: range(3, 0, 0)"),
      ("{% set n = namespace() %}{% set n = 1 %}{% set n.a = 1 %}", "not-a-namespace: {% set n.a = 1 %}"),
      (
        "{% set n = namespace() %}{% macro o() %}{% macro i() %}{% endmacro %}{% set n.m = i %}{% endmacro %}"
          + "{{ o() }}{{ n.m() }}", "macro-out-of-scope: n.m()"
      ),
    ])
  func calls(text: String, expected: String) {
    let found = faults(text)
    #expect(found.first == expected)
  }

  // MARK: Limits

  private func code(_ text: String, _ change: (inout RunLimits) -> Void) -> [String] {
    var options = RunOptions()
    change(&options.limits)
    return faults(text, options: options).map { String($0.prefix { $0 != ":" }) }
  }

  @Test("limits end a run")
  func limits() {
    let long = "{% for i in range(100000) %}x{% endfor %}"
    #expect(code(long) { $0.steps = 1000 } == ["too-many-steps"])
    #expect(code(long) { $0.outputBytes = 1000 } == ["too-much-output"])
    #expect(code("{{ 'x' * 2000 }}") { $0.outputBytes = 1000 } == ["too-much-output"])
    #expect(code("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}") { _ in } == ["nested-too-deeply"])
    #expect(
      code("{% for i in tree recursive %}{{ loop(tree) }}{% endfor %}") { _ in } == ["nested-too-deeply"])
    let deep =
      String(repeating: "{% for i in items %}", count: 5) + String(repeating: "{% endfor %}", count: 5)
    #expect(code(deep) { $0.nesting = 4 } == ["nested-too-deeply"])
    #expect(code(deep) { $0.nesting = 10 } == [])
    let names = Array(repeating: "unknown-name", count: 5)
    #expect(
      code("{{ a }}{{ b }}{{ c }}{{ d }}{{ e }}{{ f }}") { $0.faults = 5 } == names + ["not-listed"])
    let blocks =
      String(repeating: "{% if 1 %}", count: 10_000) + String(repeating: "{% endif %}", count: 10_000)
    #expect(code(blocks) { _ in } == ["blocks-too-deep"])
  }

  @Test("captures are closed when a run ends early")
  func captures() throws {
    var options = RunOptions()
    options.limits.steps = 100
    let text = "a{% set x %}{% for i in range(1000) %}b{% endfor %}{% endset %}c"
    #expect(try TextTemplate(text).attempt([:], options: options).text == "a")
  }
}
