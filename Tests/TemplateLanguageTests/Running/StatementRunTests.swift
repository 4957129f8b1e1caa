import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("Running statements")
struct StatementRunTests {
  @Test(
    "values",
    arguments: [
      ("{{ name }}{{ year + 1 }}", "甲县2022"), ("{{ nested.a.b.c }}", "deep"),
      ("{{ nested['a'].b['c'] }}", "deep"),
      ("{{ nested.list[1] }}{{ nested.list.0 }}{{ items[-1] }}", "20103"), ("{{ units[0].name }}", "甲"),
      ("{{ nothing }}|{{ none }}", "|"), ("{{ 1 if zero else 2 }}", "2"), ("[{{ 1 if zero }}]", "[]"),
      ("{{ 1 < 2 < 3 }} {{ 1 < 3 < 2 }}", "True False"), ("{{ zero or 'x' }}{{ year and 'y' }}", "xy"),
      ("{{ [1, 'a'] }}{{ {'a': 1} }}", "[1, 'a']{'a': 1}"), ("{{ items[1:] }}", "[2, 3]"),
      ("{{ not zero }}", "True"),
      ("{{ -year }} {{ +year }}", "-2021 2021"), ("{{ 'a' ~ 1 ~ none }}", "a1"), ("{{ (1, 2) }}", "[1, 2]"),
      ("{{ 2 in items }}{{ 9 not in items }}", "TrueTrue"),
    ])
  func values(text: String, expected: String) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "if",
    arguments: [
      ("{% if zero %}a{% elif year %}b{% else %}c{% endif %}", "b"), ("{% if zero %}a{% endif %}", ""),
      ("{% if zero %}a{% elif zero %}b{% else %}c{% endif %}", "c"), ("{% if empty, %}a{% endif %}", "a"),
      ("{% if year %}{% if zero %}a{% else %}b{% endif %}c{% endif %}", "bc"),
    ])
  func conditions(text: String, expected: String) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "for",
    arguments: [
      ("{% for i in items %}{{ i }},{% endfor %}", "1,2,3,"),
      ("{% for i in empty %}a{% else %}b{% endfor %}", "b"),
      ("{% for i in items if i != 2 %}{{ loop.index }}{{ i }} {% else %}x{% endfor %}", "11 23 "),
      ("{% for i in items if i > 9 %}{{ i }}{% else %}x{% endfor %}", "x"),
      ("{% for a, b in [[1, 2], [3, 4]] %}{{ b }}{{ a }}{% endfor %}", "2143"),
      ("{% for a, (b, c) in [[1, [2, 3]]] %}{{ a }}{{ b }}{{ c }}{% endfor %}", "123"),
      ("{% for k, v in nested.items() %}{{ k }} {% endfor %}", "a list "),
      ("{% for k in nested %}{{ k }}{% endfor %}", "alist"),
      ("{% for c in name %}{{ c }}.{% endfor %}", "甲.县."), ("{% for i in 1, 2 %}{{ i }}{% endfor %}", "12"),
      ("{% for i in items %}{% for j in items %}{{ i * j }} {% endfor %}{% endfor %}", "1 2 3 2 4 6 3 6 9 "),
      ("{% for i in items %}{% if i == 2 %}{% continue %}{% endif %}{{ i }}{% endfor %}", "13"),
      ("{% for i in items %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% else %}x{% endfor %}", "1"),
      (
        "{% for i in items %}{% set x %}{% if i == 2 %}{% break %}{% endif %}{% endset %}{{ i }}{% endfor %}!",
        "1!"
      ),
      ("{% for i in items %}{% filter upper %}{% continue %}{% endfilter %}{% endfor %}!", "!"),
      ("{% for a, b in [[1, 2]] if b == 2 %}{{ a }}{% endfor %}", "1"),
    ])
  func loops(text: String, expected: String) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "loop",
    arguments: [
      ("{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }} ", "1032 2121 3210 "),
      ("{{ loop.first }}{{ loop.last }}{{ loop.length }} ", "TrueFalse3 FalseFalse3 FalseTrue3 "),
      ("{{ loop.depth }}{{ loop.depth0 }}", "101010"), ("{{ loop['index'] }}", "123"),
      ("{{ loop.previtem | default('-') }}{{ loop.nextitem | default('-') }} ", "-2 13 2- "),
      ("{{ loop.cycle('a', 'b') }}", "aba"), ("{{ loop.changed(i // 2) }} ", "True True False "),
      (
        "{% set l = loop %}{% for j in letters %}{{ l.index }}{{ loop.index }} {% endfor %}",
        "11 12 13 21 22 23 31 32 33 "
      ),
      ("{% set l = loop %}{{ l.cycle('a', 'b') }}{{ l.changed(1) }}", "aTruebFalseaFalse"),
      ("{% for j in letters if loop.index == 2 %}{{ j }}{% endfor %}", "abc"),
      ("{% macro m() %}{{ loop.index }}{% endmacro %}{{ m() }}", "123"),
    ])
  func loopMembers(body: String, expected: String) {
    #expect(rendered("{% for i in items %}\(body){% endfor %}") == expected)
  }

  @Test("a loop over a tree, again for its branches")
  func recursive() {
    let text =
      "{% for n in tree recursive %}{{ n.name }}@{{ loop.depth }}{% if n.children %}({{ loop(n.children) }}){% endif %}"
      + "{{ ',' if not loop.last }}{% endfor %}"
    #expect(rendered(text) == "1@1(1.1@2,1.2@2(1.2.1@3)),2@1")
    #expect(rendered("{% for n in empty recursive %}a{% else %}b{% endfor %}") == "b")
  }

  @Test(
    "set and with",
    arguments: [
      ("{% set a = 1 %}{{ a }}", "1"), ("{% set a, b = 1, 2 %}{{ b }}{{ a }}", "21"),
      ("{% set name = name ~ '!' %}{{ name }}", "甲县!"),
      ("{% set a %}x{{ year }}{% endset %}{{ a }}{{ a }}", "x2021x2021"),
      ("{% set a | upper %}x{% endset %}{{ a }}", "X"),
      ("{{ year }}{% set year = 1 %}{{ year }}", "20211"),
      ("{% if zero %}{% set year = 1 %}{% endif %}{{ year }}", "2021"),
      ("{% if year %}{% set year = 1 %}{% endif %}{{ year }}", "1"),
      ("{% for i in items %}{% set year = i %}{{ year }}{% endfor %}{{ year }}", "1232021"),
      ("{% for i in items %}{{ x | default('-') }}{% set x = i %}{% endfor %}", "---"),
      ("{% set n = 0 %}{% for i in items %}{% set n = n + i %}{{ n }}{% endfor %}{{ n }}", "1230"),
      (
        "{% set ns = namespace(n=0) %}{% for i in items %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}",
        "6"
      ),
      ("{% set ns = namespace() %}{% set ns.a, ns.b = 1, 2 %}{{ ns.b }}{{ ns.a }}", "21"),
      ("{% with a = 1, b = 2 %}{{ a }}{{ b }}{% endwith %}", "12"),
      ("{% with year = 1, b = year %}{{ year }}{{ b }}{% endwith %}{{ year }}", "120212021"),
      ("{% with %}{% set year = 1 %}{% endwith %}{{ year }}", "2021"),
      ("{% with (a, b) = items[:2] %}{{ b }}{{ a }}{% endwith %}", "21"),
      ("{% autoescape true %}{{ '<' }}{% set year = 1 %}{% endautoescape %}{{ year }}", "<2021"),
      ("{% filter upper %}{% set year = 'a' %}{{ year }}{% endfilter %}{{ year }}", "A2021"),
      ("{% set a %}{% set year = 1 %}{{ year }}{% endset %}{{ a }}{{ year }}", "12021"),
      ("{% do items %}x", "x"),
    ])
  func assignments(text: String, expected: String) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "macros",
    arguments: [
      ("{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, 3) }}{{ m(b=4, a=5) }}", "121354"),
      ("{% macro m(a, b=a) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}", "11"),
      ("{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m(1, 2, x=3) }}", "[1, 2]{'x': 3}"),
      ("{% macro m(a) %}{{ a }}{% endmacro %}{{ m(*[1]) }}{{ m(**{'a': 2}) }}", "12"),
      ("{% macro m() %}{{ year }}{% endmacro %}{{ m() }}{% set y = 1 %}{{ m() }}", "20212021"),
      ("{% macro m() %}{{ x }}{% endmacro %}{% set x = 1 %}{{ m() }}", "1"),
      ("{% macro m() %}{% set year = 1 %}{{ year }}{% endmacro %}{{ m() }}{{ year }}", "12021"),
      ("{% macro f(n) %}{{ n * f(n - 1) | int if n > 1 else 1 }}{% endmacro %}{{ f(5) }}", "120"),
      ("{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}B{% endmacro %}{{ a() }}", "B"),
      ("{% for i in items %}{% macro m() %}{{ i }}{% endmacro %}{{ m() }}{% endfor %}", "123"),
      (
        "{% macro m(x) %}{{ x }}{{ m.name }}{{ m.arguments }}{{ m.caller }}{% endmacro %}{{ m(1) }}",
        "1m['x']False"
      ),
      ("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}{{ year }}{% endcall %}", "[2021]"),
      (
        "{% macro m() %}{{ caller(1) }}{{ caller(2, 3) }}{% endmacro %}{% call(a, b=0) m() %}{{ a }}{{ b }} {% endcall %}",
        "10 23 "
      ),
      (
        "{% macro a() %}<{{ caller() }}>{% endmacro %}"
          + "{% macro b() %}{% call a() %}{{ caller() }}{% endcall %}{% endmacro %}{% call b() %}x{% endcall %}",
        "<x>"
      ),
      (
        "{% macro m(caller=none) %}{{ 'none' if caller is none else caller() }}{% endmacro %}"
          + "{{ m() }}{% call m() %}x{% endcall %}", "nonex"
      ),
      ("{% macro m(u) %}{{ u | default('-') }}{% endmacro %}{{ m(missing) }}", "-"),
      ("{% macro m() %}a{% endmacro %}{{ m() | upper }}{{ m() ~ 'b' }}{% set x = m %}{{ x() }}", "Aaba"),
      ("{% set ns = namespace() %}{% macro m() %}a{% endmacro %}{% set ns.m = m %}{{ ns.m() }}", "a"),
      (
        "{% macro outer() %}{% macro inner() %}{{ year }}{% set year = 5 %}{{ year }}{% endmacro %}"
          + "{{ inner() }}{{ year }}{% endmacro %}{{ outer() }}", "202152021"
      ),
    ])
  func macros(text: String, expected: String) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "filter blocks, raw, comments and escapes",
    arguments: [
      ("{% filter upper %}a{{ 'b' }}{% endfilter %}", "AB"),
      ("{% filter replace('a', 'b') | upper %}a{% endfilter %}", "B"),
      ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"), ("a{# {{ b }} #}c", "ac"),
      ("{_{ a }_} {_% b %_}", "{{ a }} {% b %}"), ("{% set data = '{{ year }}' %}{{ data }}", "{{ year }}"),
    ])
  func others(text: String, expected: String) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "blanks around tags",
    arguments: [
      (" a {{- 1 -}} b ", " a1b "), ("a\n{%- if year -%}\n b \n{%- endif -%}\n c", "abc"),
      ("a\n{% if year %}\nb\n{% endif %}\nc", "a\n\nb\n\nc"),
      ("a\n", "a"), ("a\n\n", "a\n"), ("a\r\nb\rc", "a\nb\nc"), ("a \u{3000}{#- x -#}\u{A0} b", "ab"),
      ("a {%- raw -%} {{ x }} {%- endraw -%} b", "a{{ x }}b"), ("甲 {{- name }}", "甲甲县"),
    ])
  func blanks(text: String, expected: String) {
    #expect(rendered(text) == expected)
  }

  @Test(
    "lenient runs print nothing for what is unknown",
    arguments: [
      ("[{{ missing }}{{ missing.a.b }}{{ name.x }}]", "[]"),
      ("{% if missing %}a{% else %}b{% endif %}", "b"),
      ("{% for i in missing %}a{% else %}b{% endfor %}", "b"), ("{{ missing == 1 }}", "False"),
      ("{{ missing | upper }}", ""),
      ("{{ missing + 1 }}", "[unknown-name]"), ("{{ missing() }}", "[unknown-name]"),
    ])
  func lenient(text: String, expected: String) {
    #expect(rendered(text, lenient: true) == expected)
  }
}
