import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("Programs")
struct ProgramTests {
  @Test(
    "the names the data is asked for",
    arguments: [
      ("{{ a }}{{ b.c }}{{ a }}", ["a", "b"]),
      ("{% for x in a %}{{ x }}{{ y }}{% endfor %}{{ x }}", ["a", "y", "x"]),
      ("{% set a = b %}{{ a }}", ["b"]), ("{{ a }}{% set a = 1 %}", ["a"]),
      ("{% if a %}{% set b = 1 %}{% endif %}{{ b }}", ["a", "b"]),
      ("{% if a %}{% set b = 1 %}{% else %}{% set b = 2 %}{% endif %}{{ b }}", ["a"]),
      (
        "{% macro m(x) %}{{ x }}{{ y }}{{ m(1) }}{{ n() }}{% endmacro %}{% macro n() %}{% endmacro %}{{ m(z) }}",
        ["y", "z"]
      ),
      ("{{ range(a) }}{{ f(b) }}", ["a", "f", "b"]),
      ("{% with a = b %}{{ a }}{% endwith %}{{ a }}", ["b", "a"]),
      ("{% set a %}{{ a }}{% endset %}", ["a"]),
      ("{% for x in a %}{{ x }}{% set x = b %}{{ x }}{% endfor %}", ["a", "b"]),
    ])
  func names(text: String, expected: [String]) throws {
    #expect(try TextTemplate(text).program.names == expected)
  }

  private func shown(_ references: [DataReference]) -> String {
    references.map { reference in
      let members = reference.members.isEmpty ? "" : "{\(shown(reference.members))}"
      return reference.name + (reference.kind == .list ? "[]" : "") + members
    }.joined(separator: " ")
  }

  @Test(
    "the data a template uses, as a tree",
    arguments: [
      ("{{ a }}{{ b.c.d }}{{ b.e }}", "a b{c{d} e}"),
      ("{% for u in units %}{{ u.name }}{{ u['x'] }}{% endfor %}", "units[]{name x}"),
      (
        "{% for u in g.units %}{% for r in u.rows %}{{ r.n }}{% endfor %}{% endfor %}",
        "g{units[]{rows[]{n}}}"
      ),
      ("{{ a[0].b }}{% set c = a[1] %}{{ c.d }}", "a[]{b d}"),
      ("{% for k, v in m.items() %}{{ v.x }}{% endfor %}", "m{*{x}}"),
      ("{% for v in m.values() %}{{ v.x }}{% endfor %}", "m{*{x}}"),
      ("{{ (a | sort(attribute='n') | first).x }}", "a[]{n x}"),
      ("{{ a | selectattr('b.c') | list | length }}", "a[]{b{c}}"),
      ("{{ a | length }}{{ d | default('') }}", "a[] d"),
      ("{% with x = a.b %}{{ x.c }}{% endwith %}", "a{b{c}}"), ("{% if a.b %}{% endif %}", "a{b}"),
      ("{% for u in units if u.ok %}{% endfor %}", "units[]{ok}"),
      (
        "{% for n in tree recursive %}{{ n.name }}{{ loop(n.children) }}{% endfor %}", "tree[]{name children}"
      ),
    ])
  func references(text: String, expected: String) throws {
    #expect(shown(try TextTemplate(text).program.references) == expected)
  }

  /// An output that writes down what it is told.
  private struct Log: TemplateOutput {
    var lines: [String] = []
    var refused: Set<Int> = []
    var byteCount: Int { lines.count }
    mutating func literal(_ index: Int) { lines.append("literal \(index)") }
    mutating func mark(_ index: Int) { lines.append("mark \(index)") }
    mutating func value(_ value: Value, site: Int) throws(ValueError) {
      if refused.contains(site) { throw ValueError(Message("refused", chinese: "不", english: "no")) }
      lines.append("value \(value.printed) at \(site)")
    }
    mutating func beginCapture() { lines.append("begin") }
    mutating func endCapture() -> Value {
      lines.append("end")
      return .string("captured")
    }
  }

  @Test("the host's literals, marks, sites and captures are told in order")
  func hostOutput() throws {
    var builder = ProgramBuilder(environment: Environment())
    builder.literal(7)
    builder.statement(try parseTag("{% for i in items %}", origin: 1).get())
    builder.mark(3)
    builder.value(try parseTag("{{ i }}", origin: 2).get(), site: 11)
    builder.value(try parseTag("{% vm i + 1 %}", origin: 3).get(), site: 12)
    builder.value(try parseTag("{% vm %}", origin: 3).get(), site: 13)
    builder.statement(try parseTag("{% endfor %}", origin: 4).get())
    builder.statement(try parseTag("{% filter upper %}", origin: 5).get(), site: 14)
    builder.statement(try parseTag("{% endfilter %}", origin: 6).get())
    let program = try builder.finish().get()
    var log = Log()
    #expect(program.run(["items": .list([1, 2])], into: &log).isEmpty)
    #expect(
      log.lines == [
        "literal 7", "mark 3", "value 1 at 11", "value 2 at 12", "mark 3", "value 2 at 11", "value 3 at 12",
        "begin",
        "end", "value CAPTURED at 14",
      ])
  }

  @Test("a block whose result has no site is a fault")
  func blockWithoutSite() throws {
    for text in ["{% filter upper %}", "{% call m() %}"] {
      var builder = ProgramBuilder(environment: Environment())
      builder.statement(try parseTag(text).get())
      builder.statement(try parseTag(text.hasPrefix("{% filter") ? "{% endfilter %}" : "{% endcall %}").get())
      guard case .failure(let list) = builder.finish() else {
        Issue.record("\(text) compiled")
        continue
      }
      #expect(list.faults.map(\.message.code) == ["block-cannot-stand-here"])
    }
  }

  @Test("a value the host refuses is a fault of its tag")
  func refusedValue() throws {
    var builder = ProgramBuilder(environment: Environment())
    builder.value(try parseTag("{{ 1 }}", origin: 5).get(), site: 0)
    builder.value(try parseTag("{{ 2 }}", origin: 6).get(), site: 1)
    let program = try builder.finish().get()
    var log = Log()
    log.refused = [0]
    let faults = program.run([:], into: &log)
    #expect(faults.map { "\($0.origin) \($0.message.code)" } == ["5 refused"])
    #expect(log.lines == ["value 2 at 1"])
  }

  @Test("a host's filters, tests and functions")
  func hostFunctions() throws {
    var environment = Environment()
    environment.addFilter("double", arguments: 0...1) { (value, arguments) throws(ValueError) in
      .string(value.printed + value.printed + (arguments.positional.first?.printed ?? ""))
    }
    environment.addTest("short", arguments: 0...0) { (value, _) throws(ValueError) in
      .bool(value.printed.utf8.count < 3)
    }
    environment.addFilter("failing", arguments: 0...0) { (_, _) throws(ValueError) in
      throw ValueError(Message("failed", chinese: "败", english: "failed"))
    }
    let template = try TextTemplate(
      "{{ 'ab' | double }}{{ 'x' | double('y') }}{{ 'ab' is short }}", environment: environment)
    #expect(try template.render([:]) == "ababxxyTrue")
    let failing = try TextTemplate("{{ 1 | failing }}", environment: environment)
    #expect(failing.attempt([:]).faults.map(\.message.code) == ["failed"])
    #expect(throws: FaultList.self) { try TextTemplate("{{ 1 | double(1, 2) }}", environment: environment) }
  }

  @Test("a program runs from many tasks at once")
  func concurrency() async throws {
    let template = try TextTemplate("{% for u in units %}{{ u.name }}{{ loop.index }}{% endfor %}")
    await withTaskGroup(of: String?.self) { group in
      for _ in 0..<50 { group.addTask { try? template.render(sample) } }
      for await text in group { #expect(text == "甲1乙2丙3") }
    }
  }

  @Test("a hundred thousand tags compile and run")
  func many() throws {
    let text = String(repeating: "{% if a %}{{ b.c }}{% endif %}", count: 33_334)
    let template = try TextTemplate(text)
    #expect(try template.render(["a": 1, "b": .mapping(["c": "x"])]).utf8.count == 33_334)
  }

  @Test("random templates of random statements neither crash nor go unbalanced")
  func random() {
    let pieces = [
      "{% if a %}", "{% elif b %}", "{% else %}", "{% endif %}", "{% for x in a %}",
      "{% for x, y in m.items() recursive %}", "{% endfor %}", "{% set x = a %}", "{% set y %}",
      "{% endset %}",
      "{% macro m(x, y=1) %}", "{% endmacro %}", "{{ m(1) }}", "{% call m() %}", "{% endcall %}",
      "{{ caller() }}",
      "{{ loop.index }}", "{{ loop(a) }}", "{% with x = 1 %}", "{% endwith %}", "{% filter upper %}",
      "{% endfilter %}",
      "{% break %}", "{% continue %}", "{{ x }}", "{{ a.b.c }}", "{{ x | default(1) }}",
      "{% set ns = namespace(a=1) %}", "{% set ns.a = ns.a + 1 %}", "text", "{{ varargs }}{{ kwargs }}",
      "{% set l = loop %}{{ l.index }}",
    ]
    var compiled = 0
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...12)).map { _ in pieces.randomElement() ?? "" }.joined()
      let closed = closing(text)
      var options = RunOptions()
      options.limits.steps = 20_000
      options.undefined = Bool.random() ? .error : .lenient
      guard let template = try? TextTemplate(closed) else { continue }
      compiled += 1
      let data: Mapping = ["a": .list([1, 2]), "b": 1, "m": .mapping(["k": 1])]
      _ = template.attempt(data, options: options)
    }
    #expect(compiled > 100)
  }

  @Test("damaged templates are faults, never crashes")
  func damaged() {
    let whole = Array(
      "{% for u in units if u.count %}{{ loop.index }}{{ u.name | default('“”') }}{% set ns = namespace(a=[1, {'b': 2}]) %}{%- endfor -%}{% macro m(a, b=1.5e1) %}{{ caller(a)[1:] }}{% endmacro %}{% call(x) m(1) %}{{ x }}{% endcall %}{_{ }_}{% raw %}{{ 甲 }}{% endraw %}"
        .utf8)
    var failed = 0
    for _ in 0..<3_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4) {
        let place = Int.random(in: bytes.indices)
        switch Int.random(in: 0..<4) {
        case 0: bytes[place] = UInt8.random(in: 0...255)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 5)], at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + 8))
        }
      }
      do throws(FaultList) {
        _ = try TextTemplate(String(decoding: bytes, as: UTF8.self)).attempt(sample)
      } catch {
        failed += 1
        #expect(!error.faults.isEmpty)
      }
    }
    #expect(failed > 500)
  }

  /// `text` with its open blocks closed.
  private func closing(_ text: String) -> String {
    var open: [String] = []
    var scanner = TagScanner()
    let bytes = Array(text.utf8)
    for tag in scanner.scan(bytes).tags {
      guard case .success(let parsed) = ParsedTag.parse(bytes, tag, origin: 0) else { continue }
      switch parsed.role {
      case .opens(let keyword): open.append(keyword)
      case .closes(let keyword) where open.last == keyword: open.removeLast()
      default: break
      }
    }
    return text + open.reversed().map { "{% end\($0) %}" }.joined()
  }
}
