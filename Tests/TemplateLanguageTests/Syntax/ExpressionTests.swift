import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("Expressions")
struct ExpressionTests {
  @Test(
    "literals",
    arguments: [
      ("1", "1"), ("1_000", "1000"), ("0x_ff", "255"), ("0b101", "5"), ("0o17", "15"), ("00", "0"),
      ("12345678901234567890", "12345678901234567890"), ("75.9260", "75.9260"), ("1e3", "1000.0"),
      ("1.5e-2", "0.015"), ("1.25E+1", "12.5"), ("12.5e0", "12.5"), ("true", "true"), ("None", "none"),
      ("'a' \"b\"", "'ab'"), ("'\\n\\t\\\\\\''", "'\n\t\\\''"), ("'\\u4e2d\\x41\\101\\q'", "'中AA\\q'"),
      ("'\\ud83d\\ude00\\U0001F600'", "'😀😀'"), ("[]", "[]"), ("[1, 2,]", "[1 2]"), ("()", "[]"), ("(1)", "1"),
      ("(1,)", "[1]"), ("1, 2", "[1 2]"), ("{'a': 1, b: [2],}", "{'a': 1 b: [2]}"), ("{}", "{}"),
      ("单位名称", "单位名称"), ("_x1", "_x1"), ("'“a”'", "'“a”'"),
    ])
  func literals(text: String, expected: String) {
    #expect(shape("{{ \(text) }}") == expected)
  }

  @Test(
    "operators bind as in Jinja2",
    arguments: [
      ("1 + 2 * 3", "(+ 1 (* 2 3))"), ("1 - 2 - 3", "(- (- 1 2) 3)"), ("2 ** 3 ** 2", "(** (** 2 3) 2)"),
      ("-2 ** 2", "(** (neg 2) 2)"), ("2 * -x", "(* 2 (neg x))"), ("-x|abs", "(| (neg x) abs)"),
      ("a ~ b + c", "(+ (~ a b) c)"), ("a // b % c / d", "(/ (% (// a b) c) d)"),
      ("a or b and not c", "(or a (and b (not c)))"), ("not a == b", "(not (a == b))"),
      ("not not a", "(not (not a))"),
      ("a < b <= c != d", "(a < b <= c != d)"), ("a not in b", "(a not in b)"),
      ("a in b in c", "(a in b in c)"),
      ("a if b else c if d else e", "(if b a (if d c e))"), ("a if b", "(if b a)"),
      ("a if b if c", "(if c (if b a))"), ("+x", "(pos x)"), ("--x", "(neg (neg x))"),
      ("a and b if c else d", "(if c (and a b) d)"), ("1 + a if b else c", "(if b (+ 1 a) c)"),
    ])
  func precedence(text: String, expected: String) {
    #expect(shape("{{ \(text) }}") == expected)
  }

  @Test(
    "members, items, slices and calls",
    arguments: [
      ("a.b.c", "a.b.c"), ("a.0.1", "a[0][1]"), ("a['b'][0]", "a['b'][0]"), ("a.in", "a.in"),
      ("a[1:2]", "a[1:2:]"),
      ("a[:]", "a[::]"), ("a[::2]", "a[::2]"), ("a[1:]", "a[1::]"), ("a[:-1:b]", "a[:(neg 1):b]"),
      ("a[1, 2]", "a[[1 2]]"), ("f()", "(call f)"), ("f(1, x=2, *y, **z)", "(call f 1 x=2 *y **z)"),
      ("f(1,)", "(call f 1)"), ("a.b(c).d", "(call a.b c).d"), ("'a'.upper()", "(call 'a'.upper)"),
      ("-a.b", "(neg a.b)"), ("1 .real", "1.real"),
    ])
  func postfix(text: String, expected: String) {
    #expect(shape("{{ \(text) }}") == expected)
  }

  @Test(
    "filters and tests",
    arguments: [
      ("a | b", "(| a b)"), ("a|b(1)|c(x=2)", "(| (| a b 1) c x=2)"), ("a + b|c", "(+ a (| b c))"),
      ("a is defined", "(is a defined)"), ("a is not none", "(not (is a none))"),
      ("a is divisibleby 3", "(is a divisibleby 3)"), ("a is divisibleby(3)", "(is a divisibleby 3)"),
      ("a is defined and b", "(and (is a defined) b)"), ("a is in [1]", "(is a in [1])"),
      ("a if b is defined else c", "(if (is b defined) a c)"),
      ("a is defined if b else c", "(if b (is a defined) c)"),
      ("a is sameas b.c", "(is a sameas b.c)"), ("a|b is c", "(is (| a b) c)"),
      ("a is eq 'x'", "(is a eq 'x')"),
      ("a|f.g", "(| a f.g)"), ("not a is b", "(not (is a b))"), ("(a|b)(c)", "(call (| a b) c)"),
    ])
  func filters(text: String, expected: String) {
    #expect(shape("{{ \(text) }}") == expected)
  }

  @Test(
    "what people and word processors type is read as meant",
    arguments: [
      ("a｜b（“x”，y＝1）", "(| a b 'x' y=1)"), ("a［0］．b", "a[0].b"), ("｛‘a’：1｝", "{'a': 1}"),
      ("a\u{3000}＋\u{A0}b", "(+ a b)"), ("a\u{200B} – 1", "(- a 1)"), ("＂他＂ ～ ＇她＇", "(~ '他' '她')"),
      ("a ＞＝ １２", "(a >= 12)"), ("a ！＝ b", "(a != b)"), ("a ＊＊ 2", "(** a 2)"), ("“it’s”", "'it’s'"),
      ("'全角（）：，“”\u{3000}'", "'全角（）：，“”\u{3000}'"), ("\"a”", "'a'"), ("\u{FEFF}a", "a"),
    ])
  func typed(text: String, expected: String) {
    #expect(shape("{{ \(text) }}") == expected)
  }

  @Test(
    "what is wrong is named with its place",
    arguments: [
      ("{{ }}", "empty-tag: "), ("{{ a b }}", "unexpected-token: b"), ("{{ a + }}", "unexpected-token: +"),
      ("{{ (a }}", "unexpected-token: a"), ("{{ a) }}", "unexpected-token: )"),
      ("{{ a.  }}", "unexpected-token: ."),
      ("{{ 'a }}", "unclosed-string: 'a "), ("{{ 1a }}", "malformed-number: 1a"),
      ("{{ 2021年 }}", "malformed-number: 2021年"), ("{{ 007 }}", "malformed-number: 007"),
      ("{{ 0x }}", "malformed-number: 0x"), ("{{ 1__0 }}", "malformed-number: 1_"),
      ("{{ a ? b }}", "unexpected-character: ?"), ("{{ 甲、乙 }}", "unexpected-character: 、"),
      ("{{ a & b }}", "unexpected-character: &"), ("{{ a = 1 }}", "unexpected-token: ="),
      ("{{ f(x=1, 2) }}", "argument-order: 2"), ("{{ f(x=1, x=2) }}", "repeated-argument: x"),
      ("{{ f(**a, *b) }}", "argument-order: *"), ("{{ f(*a, 1) }}", "argument-order: 1"),
      ("{{ a is b is c }}", "chained-tests: is"), ("{{ a | }}", "unexpected-token: |"),
      ("{{ a is }}", "unexpected-token: is"), ("{{ and }}", "unexpected-token: and"),
      ("{{ a[] }}", "unexpected-token: ]"),
      ("{{ {1, 2} }}", "unexpected-token: ,"), ("{{ '\\u12' }}", "bad-escape: \\u12"),
      ("{{ '\\N{DASH}' }}", "bad-escape: \\N"), ("{{ '\\ud800' }}", "bad-escape: \\ud800"),
      ("{{ 1e999 }}", "number-too-large: 1e999"), ("{{ a + not b }}", "unexpected-token: not"),
      ("{{ a.1.5b }}", "malformed-number: 5b"), ("{{ a; b }}", "unexpected-token: ;"),
      ("{{ a else b }}", "unexpected-token: else"), ("{{ a ! b }}", "unexpected-character: !"),
    ])
  func faults(text: String, expected: String) {
    #expect(faultOf(text) == expected)
  }

  @Test(
    "a hundred thousand of anything inside each other is a fault, not a crash",
    arguments: [
      ("(", ")"), ("[", "]"), ("-", ""), ("not ", ""), ("f(", ")"), ("{1:", "}"), ("a[", "]"), ("a if ", ""),
      ("1 + ", ""), ("", ".b"), ("", "|f"), ("", " is f"), ("", "()"), ("", "[0]"), ("a is f ", ""),
    ])
  func deep(before: String, after: String) {
    let count = 100_000
    let text =
      "{{ " + String(repeating: before, count: count) + "a" + String(repeating: after, count: count) + " }}"
    let code = faultOf(text).map { $0.prefix { $0 != ":" } }
    #expect(code == "expression-too-deep" || code == "chained-tests" || code == "unexpected-token")
  }

  @Test("a long chain of one operator is no nesting")
  func longLists() {
    let text = "{{ [" + String(repeating: "1, ", count: 50_000) + "] }}"
    #expect(faultOf(text) == nil)
    #expect(faultOf("{{ a" + String(repeating: " < a", count: 20_000) + " }}") == nil)
    #expect(faultOf("{{ a" + String(repeating: " ~ a", count: 300) + " }}") == nil)
  }

  @Test("an expression of the host's own")
  func hostExpression() {
    #expect(ParsedTag.output(expression: "loop.first", origin: 3)?.shape == "loop.first")
    #expect(ParsedTag.output(expression: "loop.first", origin: 3)?.origin == 3)
    #expect(ParsedTag.output(expression: "a b", origin: 3) == nil)
  }

  @Test("random tokens never crash the parser")
  func random() {
    let pieces = [
      "a", "b", "1", "2.5", "'x'", "“y”", "+", "-", "*", "**", "/", "//", "%", "~", "==", "<", "in", "not",
      "is", "if",
      "else", "and", "or", "(", ")", "[", "]", "{", "}", ",", ":", ".", "|", "=", "f", "（", "）", "\\", "for",
      "set",
      "macro", "with", "call", "recursive", "from", "import",
    ]
    for _ in 0..<5_000 {
      let body = (0..<Int.random(in: 0...15)).map { _ in pieces.randomElement() ?? "" }.joined(separator: " ")
      for text in ["{{ \(body) }}", "{% \(body) %}"] {
        let bytes = Array(text.utf8)
        let isOutput = text.hasPrefix("{{")
        let tag = ScannedTag(
          kind: isOutput ? .output : .statement, carrier: nil, range: 0..<bytes.count,
          body: 2..<(bytes.count - 2),
          trimsBefore: false, trimsAfter: false)
        if case .failure(let list) = ParsedTag.parse(bytes, tag, origin: 0) {
          #expect(list.faults.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= bytes.count })
          #expect(list.faults.count == 1)
        }
      }
    }
  }
}
