import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("Statements")
struct StatementTests {
  @Test(
    "every statement",
    arguments: [
      ("if a", "a"), ("elif a, b", "[a b]"), ("else", "elseBranch"), ("endif", "end if"),
      ("for a in b", "for a in b"), ("for a, b in c.items()", "for (a b) in (call c.items)"),
      ("for (a, (b, c)) in d if a recursive", "for (a (b c)) in d if a recursive"),
      ("for a in b, c recursive", "for a in [b c] recursive"),
      ("for a in b if c if d else e", "for a in b if (if d c e)"),
      ("set a = 1", "set a 1"), ("set a, b = 1, 2", "set (a b) [1 2]"), ("set ns.a = 1", "set ns.a 1"),
      ("set a, ns.b = c", "set (a ns.b) c"), ("set a", "set a { captured }"),
      ("set a | upper | trim('x')", "set a { (| (| captured upper) trim 'x') }"),
      ("set (a, b) = c", "set (a b) c"),
      ("with", "with "), ("with a = 1, b = a", "with a 1, b a"), ("macro m()", "macro m ()"),
      ("macro m(a, b=1, c='x')", "macro m (a b c = 1 = 'x')"), ("call m(1)", "call () (call m 1)"),
      ("call(a, b=1) m()", "call (a b = 1) (call m)"), ("filter upper", "(| captured upper)"),
      ("filter replace('a', 'b') | trim", "(| (| captured replace 'a' 'b') trim)"),
      ("do a.append(1)", "(call a.append 1)"),
      ("break", "breakLoop"), ("continue", "continueLoop"), ("autoescape true", "autoescape"),
      ("endautoescape", "end autoescape"), ("include 'a'", "include 'a' context"),
      ("include ['a', b] ignore missing without context", "include ['a' b] ignore"),
      ("import 'a' as b with context", "import 'a' b context"),
      ("from 'a' import b, c as d with context", "from 'a' [\"b b\", \"c d\"] context"),
      ("from 'a' import b, with context", "from 'a' [\"b b\"] context"),
      ("cellbg a.bg", "background a.bg"), ("colspan n | count", "columnSpan (| n count)"),
      ("hm", "horizontalMerge "),
      ("vm", "verticalMerge "), ("vm a.b", "verticalMerge a.b"), ("endcall", "end call"),
    ])
  func statements(text: String, expected: String) {
    #expect(shape("{% \(text) %}") == expected)
  }

  @Test("each has its role")
  func roles() throws {
    #expect(try parseTag("{{ a }}").get().role == .output)
    #expect(try parseTag("{% for a in b %}").get().role == .opens("for"))
    #expect(try parseTag("{% set a %}").get().role == .opens("set"))
    #expect(try parseTag("{% set a = 1 %}").get().role == .single)
    #expect(try parseTag("{% elif a %}").get().role == .continues("elif"))
    #expect(try parseTag("{% endmacro %}").get().role == .closes("macro"))
    #expect(try parseTag("{% vm %}").get().role == .cell(.verticalMerge))
    #expect(try parseTag("{% vm %}").get().hasValue == false)
    #expect(try parseTag("{% vm a %}").get().hasValue)
  }

  @Test(
    "what is wrong is named with its place",
    arguments: [
      ("{% %}", "empty-tag: "), ("{% fro a in b %}", "unknown-statement: fro"),
      ("{% a %}", "unknown-statement: a"),
      ("{% block x %}", "unsupported-statement: block"),
      ("{% extends 'a' %}", "unsupported-statement: extends"),
      ("{% if %}", "unexpected-token: if"), ("{% if a b %}", "unexpected-token: b"),
      ("{% else a %}", "unexpected-token: a"),
      ("{% endfor x %}", "unexpected-token: x"), ("{% for a %}", "unexpected-token: a"),
      ("{% for 1 in a %}", "not-assignable: 1"), ("{% for a.b in c %}", "not-assignable: ."),
      ("{% for in a %}", "reserved-name: in"), ("{% for a in %}", "unexpected-token: in"),
      ("{% set = 1 %}", "not-assignable: ="), ("{% set a b %}", "unexpected-token: b"),
      ("{% set true = 1 %}", "reserved-name: true"), ("{% set a['b'] = 1 %}", "unexpected-token: ["),
      ("{% set %}", "not-assignable: "), ("{% set a = %}", "unexpected-token: ="),
      ("{% with a %}", "unexpected-token: a"),
      ("{% with a = 1 b = 2 %}", "unexpected-token: b"), ("{% macro %}", "unexpected-token: macro"),
      ("{% macro m %}", "unexpected-token: m"), ("{% macro m(a, a) %}", "repeated-parameter: a"),
      ("{% macro m(a=1, b) %}", "parameter-without-default: b"), ("{% macro m(1) %}", "unexpected-token: 1"),
      ("{% call m %}", "call-expected: m"), ("{% filter %}", "unexpected-token: filter"),
      ("{% import 'a' %}", "unexpected-token: 'a'"), ("{% from 'a' import %}", "unexpected-token: import"),
      ("{% cellbg %}", "unexpected-token: cellbg"), ("{% endraw %}", "stray-tag: endraw"),
      ("{% endvm %}", "unknown-statement: endvm"), ("{% = %}", "unknown-statement: ="),
    ])
  func faults(text: String, expected: String) {
    #expect(faultOf(text) == expected)
  }

  @Test("the nearest statement is suggested")
  func suggestion() {
    guard case .failure(let list) = parseTag("{% endofr %}") else { return #expect(Bool(false), "it parsed") }
    #expect(list.faults.first?.message.hintText(in: .english) == "did you mean `endfor`?")
  }
}
