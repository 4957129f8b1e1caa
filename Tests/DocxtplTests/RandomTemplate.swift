import TestSupport

/// A Word template made by chance, within what docxtpl means to understand: blocks of paragraphs, rows, cells and
/// runs in any nesting, merged cells, tags split over runs, a header and a footer.
struct RandomTemplate {
  /// What body, header and footer hold.
  let body: String
  let header: String
  let footer: String
  /// The data of all templates, as JSON.
  static let data = """
    {"name": "王芳", "n": 3, "paragraphs": "one\\u0007two", "zero": 0, "yes": true, "no": false, "empty": "", "text": "two\\nlines\\tand a tab",
     "xs": ["a", "b", "c"], "one": ["solo"], "never": [],
     "rows": [{"n": 1, "k": "x", "t": "甲", "xs": ["p", "q"]}, {"n": 2, "k": "x", "t": "乙", "xs": ["r", "s"]},
              {"n": 3, "k": "y", "t": "丙", "xs": ["u", "v"]}]}
    """

  /// Words of the data that show in a document wherever they stand.
  static let words = ["王芳", "甲", "乙", "丙", "solo", "two", "lines", "and a tab"]

  init(seed: UInt64) {
    var maker = TemplateMaker(seed: seed)
    let section =
      "<w:headerReference w:type=\"default\" r:id=\"rId10\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rId11\"/>"
    body = maker.blocks(depth: 0) + "<w:sectPr>\(section)</w:sectPr>"
    header = maker.paragraph()
    footer = maker.blocks(depth: 2)
  }
}

/// Makes the pieces of a random template and keeps track of the names that loops bind.
struct TemplateMaker {
  private var random: SeededGenerator
  /// The loops around, from the outside in: their variables and whether those are rows of the data.
  private var loops: [(variable: String, isRow: Bool)] = []
  private var made = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }
  mutating func pick<T>(_ choices: [T]) -> T { choices[number(0...(choices.count - 1))] }
  var isInLoop: Bool { !loops.isEmpty }

  /// Paragraphs, tables and blocks of them; the last is a paragraph, as a cell wants it.
  mutating func blocks(depth: Int) -> String {
    var result = ""
    for _ in 0..<number(1...3) {
      switch number(1...10) {
      case 1...3 where depth < 3:
        result += loop {
          $0.blocks(depth: depth + 1)
        } wrapped: {
          Self.carrier($0, in: &$1)
        }
      case 4 where depth < 3:
        result += condition {
          $0.blocks(depth: depth + 1)
        } wrapped: {
          Self.carrier($0, in: &$1)
        }
      case 5...7 where depth < 2: result += table(depth: depth)
      case 8: result += "<w:p>\(run("{#p a remark #}"))</w:p>"
      default: result += paragraph()
      }
    }
    return result + paragraph()
  }

  /// A paragraph that carries a tag.
  private static func carrier(_ tag: String, in maker: inout TemplateMaker) -> String {
    "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>\(maker.split(tag.prefixed("p")))</w:p>"
  }

  /// `{% for … %}` around what `content` makes; `wrapped` puts a tag into what carries it.
  mutating func loop(
    over list: String? = nil, _ content: (inout Self) -> String,
    wrapped: (String, inout Self) -> String
  ) -> String {
    let (name, isRow) = list.map { ($0, false) } ?? self.list()
    made += 1
    let variable = "v\(made)"
    let open = wrapped("{% for \(variable) in \(name) %}", &self)
    loops.append((variable, isRow))
    let inside = content(&self)
    loops.removeLast()
    return open + inside + wrapped("{% endfor %}", &self)
  }

  /// `{% if … %}`, perhaps with `else`, around what `content` makes.
  mutating func condition(
    _ content: (inout Self) -> String, wrapped: (String, inout Self) -> String
  ) -> String {
    let open = wrapped("{% if \(test()) %}", &self)
    let inside = content(&self)
    let other =
      chance(50) ? wrapped(chance(40) ? "{% elif \(test()) %}" : "{% else %}", &self) + content(&self) : ""
    return open + inside + other + wrapped("{% endif %}", &self)
  }

  /// A list in scope, and whether its items are rows.
  private mutating func list() -> (String, Bool) {
    let own = loops.filter(\.isRow).map { "\($0.variable).xs" }
    if !own.isEmpty, chance(50) { return (pick(own), false) }
    return pick([("xs", false), ("one", false), ("never", false), ("rows", true), ("rows", true)])
  }

  /// A value in scope.
  mutating func name() -> String {
    var names = ["name", "n", "zero", "text", "paragraphs", "empty"]
    for loop in loops {
      names +=
        loop.isRow ? ["n", "k", "t"].map { "\(loop.variable).\($0)" } : [loop.variable, loop.variable]
    }
    if isInLoop { names += ["loop.index", "loop.length"] }
    return pick(names)
  }

  mutating func expression() -> String {
    let name = name()
    switch number(1...12) {
    case 1: return "\(name) | upper"
    case 2: return "\(name) ~ '-' ~ zero"
    case 3: return "\(name) if \(test()) else 'other'"
    case 4: return "xs | join(', ')"
    case 5: return "rows | length + 1"
    case 6: return "missing | default(“—”)"
    case 7: return "rows[-1].t"
    default: return name
    }
  }

  mutating func test() -> String {
    var tests = [
      "yes", "no", "n > 2", "n <= zero", "name == '王芳'", "'b' in xs", "empty", "missing is defined",
    ]
    if isInLoop { tests += ["loop.first", "not loop.last", "loop.index is odd"] }
    return pick(tests)
  }
}

extension String {
  /// A tag with docxtpl's prefix.
  func prefixed(_ prefix: String) -> String { "{%\(prefix)" + dropFirst(2) }
}
