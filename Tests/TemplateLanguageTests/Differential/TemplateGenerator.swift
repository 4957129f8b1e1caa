import TestSupport

/// Makes random templates of what jinja2 and this language have in common.
struct TemplateGenerator {
  private var random: SeededGenerator
  /// Names of template variables in reach.
  private var variables: [String] = []
  private var count = 0
  private var isInLoop = false
  /// Whether names that do not exist may be used: where lenient.
  private let isLenient: Bool

  init(seed: UInt64, isLenient: Bool) {
    random = SeededGenerator(seed: seed)
    self.isLenient = isLenient
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

  // MARK: Expressions

  mutating func expression(_ depth: Int) -> String {
    switch Int.random(in: 0..<7, using: &random) {
    case 0: integer(depth)
    case 1: text(depth)
    case 2: list(depth)
    case 3: condition(depth)
    case 4: "(\(expression(depth - 1)) if \(condition(depth - 1)) else \(expression(depth - 1)))"
    case 5: variables.isEmpty ? integer(depth) : pick(variables)
    default: atom()
    }
  }

  private mutating func atom() -> String {
    let known = [
      "i", "j", "zero", "big", "t", "s", "u", "e", "l", "ls", "le", "d", "d.a", "d.b", "d.c.x", "rows",
      "m",
    ]
    return pick(isLenient ? known + ["missing", "d.zz"] : known)
  }

  private mutating func integer(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick(["i", "j", "zero", "1", "2", "10", "d.a", "l[0]", "-1", "big", "t", "rows[1].v"])
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0, 1, 2: return "(\(integer(depth - 1)) \(pick(["+", "-", "*", "//", "%"])) \(integer(depth - 1)))"
    case 3: return "-\(integer(0))"
    case 4: return "\(list(depth - 1)) | length"
    case 5: return "\(integer(depth - 1)) | \(pick(["abs", "int", "string | int", "default(1)"]))"
    case 6:
      return isInLoop
        ? "loop.\(pick(["index", "index0", "revindex", "length", "depth"]))"
        : "((\(list(0)) + [1]) | \(pick(["first", "last"])))"
    default: return "\(text(depth - 1)) | length"
    }
  }

  private mutating func text(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick(["s", "u", "e", "'a'", "\"b c\"", "'中'", "d.c.x", "ls[1]", "rows[0].n", "'It\\'s'"])
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "(\(text(depth - 1)) ~ \(pick([text(depth - 1), integer(0)])))"
    case 1: return "(\(text(depth - 1)) + \(text(depth - 1)))"
    case 2:
      return "\(text(depth - 1)) | "
        + pick([
          "upper", "lower", "title", "capitalize", "trim", "reverse", "replace('a', 'x')", "truncate(4)",
          "center(7)", "default('z')", "list | join('.')",
        ])
    case 3:
      return "(\(text(depth - 1)))"
        + pick([
          ".upper()", ".lower()", ".strip()", "[0]", "[1:]", "[::-1]", ".replace('l', 'L')", ".split()",
          "[-1:]",
        ])
    case 4: return "\(list(depth - 1)) | join(\(pick(["", "', '", "'-'"])))"
    default: return "'%s' | format(\(integer(0)))"
    }
  }

  private mutating func list(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick(["l", "ls", "le", "d.b", "[1, 2]", "[]", "range(3) | list", "m[0]", "d | list", "[i, j]"])
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return "[\(expression(depth - 1)), \(expression(depth - 1))]"
    case 1: return "(\(list(depth - 1)) + \(list(depth - 1)))"
    case 2: return "(\(list(depth - 1)))" + pick(["[1:]", "[:2]", "[::-1]", "[-1:]", "[::2]"])
    case 3:
      return "\(list(depth - 1)) | "
        + pick([
          "reverse | list", "unique | list", "sort", "batch(2) | list", "map('string') | list",
          "select('number') | list", "list",
        ])
    case 4: return "rows | map(attribute='\(pick(["n", "v", "k"]))') | list"
    default:
      return
        "rows | \(pick(["selectattr", "rejectattr"]))('v', '\(pick(["gt", "lt", "eq", "ge"]))', \(pick(["1", "2", "3"]))) | map(attribute='n') | list"
    }
  }

  private mutating func condition(_ depth: Int) -> String {
    guard depth > 0 else {
      return pick([
        "t", "zero", "i > 3", "le", "s", "n", "not t", "(i is odd)", "(missing is defined)", "(n is none)",
      ])
    }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return "(\(condition(depth - 1)) \(pick(["and", "or"])) \(condition(depth - 1)))"
    case 1: return "not \(condition(depth - 1))"
    case 2: return "(\(integer(depth - 1)) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(integer(depth - 1)))"
    case 3: return "(\(integer(0)) \(pick(["<", "<="])) \(integer(0)) \(pick(["<", "!="])) \(integer(0)))"
    case 4: return "(\(expression(depth - 1)) \(pick(["in", "not in"])) \(list(depth - 1)))"
    case 5: return "(\(expression(depth - 1)) \(pick(["==", "!="])) \(expression(depth - 1)))"
    default:
      return "(\(expression(depth - 1)) is \(pick(["", "not "]))"
        + pick([
          "none", "string", "number", "mapping", "true", "false", "integer",
          "boolean", "in l",
        ]) + ")"
    }
  }

  // MARK: Templates

  /// A whole template; often it has variables by the names of data, which it sets again later.
  mutating func whole(_ depth: Int) -> String {
    guard chance(50) else { return template(depth) }
    variables += ["i", "s"]
    return "{% set i = i %}{% set s = s %}" + template(depth)
  }

  mutating func template(_ depth: Int) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in node(depth) }.joined()
  }

  private mutating func variable() -> String {
    if !variables.isEmpty, chance(40) { return pick(variables) }
    count += 1
    return "x\(count)"
  }

  private mutating func node(_ depth: Int) -> String {
    let dash = { (generator: inout TemplateGenerator) in generator.chance(10) ? "-" : "" }
    guard depth > 0 else {
      return pick([
        "a", " b ", "\n", "{{ \(expression(1)) }}", "{{- \(expression(1)) }}", "{# c #}",
        "{{ \(expression(2)) }}",
      ])
    }
    switch Int.random(in: 0..<9, using: &random) {
    case 0:
      let branch = chance(40) ? "{% elif \(condition(1)) %}\(template(depth - 1))" : ""
      let last = chance(50) ? "{%\(dash(&self)) else %}\(template(depth - 1))" : ""
      return "{% if \(condition(2)) \(dash(&self))%}\(template(depth - 1))\(branch)\(last){% endif %}"
    case 1, 2: return loop(depth)
    case 3:
      let value = expression(2)
      let name = variable()
      variables.append(name)
      return "{% set \(name) = \(value) %}"
    case 4:
      let outer = variables
      let value = expression(1)
      let name = variable()
      variables.append(name)
      defer { variables = outer }
      return "{% with \(name) = \(value) %}\(template(depth - 1)){% endwith %}"
    case 5:
      let outer = variables
      let wasInLoop = isInLoop
      isInLoop = false
      count += 1
      let macro = "m\(count)"
      let parameter = "p\(count)"
      variables.append(parameter)
      let body = template(depth - 1)
      variables = outer
      isInLoop = wasInLoop
      let call = chance(30)
      return
        "{% macro \(macro)(\(parameter)\(chance(50) ? "=\(integer(0))" : ""))%}\(body)\(call ? "{{ caller() }}" : ""){% endmacro %}"
        + (call
          ? "{% call \(macro)(\(expression(1))) %}\(template(0)){% endcall %}"
          : "{{ \(macro)(\(expression(1))) }}")
    case 6:
      let outer = variables
      defer { variables = outer }
      return
        "{% filter \(pick(["upper", "lower", "replace('a', 'b')", "trim", "title"])) %}\(template(depth - 1)){% endfilter %}"
    case 7:
      let outer = variables
      let body = template(depth - 1)
      variables = outer
      count += 1
      let name = "x\(count)"
      variables.append(name)
      return "{% set \(name)\(pick(["", " | upper", " | trim"])) %}\(body){% endset %}{{ \(name) }}"
    default: return template(0)
    }
  }

  private mutating func loop(_ depth: Int) -> String {
    let outer = variables
    let wasInLoop = isInLoop
    defer {
      variables = outer
      isInLoop = wasInLoop
    }
    let iterable = list(1)
    count += 1
    let name = "v\(count)"
    variables.append(name)
    let condition = chance(25) ? " if \(pick(["\(name) is number", "\(name)", "\(name) != 1", "i"]))" : ""
    isInLoop = true
    var body = template(depth - 1)
    if chance(20) {
      body += "{{ loop.\(pick(["first", "last", "index", "revindex0", "previtem | default('-')"])) }}"
    }
    if chance(10) { body = "{% if loop.index == 2 %}{% continue %}{% endif %}" + body }
    if chance(10) { body += "{{ loop.cycle('o', 'e') }}{{ loop.changed(\(name)) }}" }
    isInLoop = wasInLoop
    variables = outer
    let last = chance(25) ? "{% else %}\(template(0))" : ""
    return "{% for \(name) in \(iterable)\(condition) %}\(body)\(last){% endfor %}"
  }
}
