import DataFiles
import Diagnostics
import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

@Suite("the data a template expects")
struct DataFieldTests {
  static func template(_ paragraphs: String..., format: OfficeFormat = .docx) throws -> DocumentTemplate {
    try DocumentTemplate(package(paragraphs, format))
  }

  static func package(_ paragraphs: [String], _ format: OfficeFormat) throws -> OfficePackage {
    switch format {
    case .docx:
      try WordFile.package(paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined())
    case .odt: try OpenDocumentFile.package(paragraphs.map { "<text:p>\($0)</text:p>" }.joined())
    }
  }

  /// Fields in short: `name:kind`, with `?` for what may be left out, members in braces and items in brackets.
  static func shown(_ fields: [DataField]) -> String {
    fields.map { field in
      let inner = field.fields.isEmpty ? "" : "{\(shown(field.fields))}"
      let items = field.items.isEmpty ? "" : "[\(shown(field.items))]"
      return "\(field.name):\(field.kind.rawValue)\(field.isRequired ? "" : "?")\(inner)\(items)"
    }.joined(separator: " ")
  }

  @Test(
    "kinds come from what is done with a name, in both formats",
    arguments: [
      ("{{ a }}", "a:value"),
      ("{{ a | upper }}", "a:text"),
      ("{{ a == 'x' }}", "a:text"),
      ("{{ a.upper() }}", "a:text"),
      ("{{ a + 1 }}{{ b * c }}{{ -d }}", "a:number b:number c:number d:number"),
      ("{{ a | number('0.00') }}{{ b | round(2) }}", "a:number b:number"),
      ("{{ a is divisibleby(2) }}", "a:number"),
      ("{{ a | date('yyyy') }}{{ b | date_cn }}{{ c.strftime('%Y') }}", "a:date b:date c:date"),
      ("{% if a %}x{% endif %}", "a:boolean"),
      ("{% if a %}{{ a }}{% endif %}", "a:value"),
      ("{{ u.name }}{{ u.people | int }}", "u:mapping{name:value people:number}"),
      ("{{ u['单位'] }}", "u:mapping{单位:value}"),
      ("{% for u in us %}{{ u.name }}{% endfor %}", "us:list[:mapping{name:value}]"),
      ("{% for n in ns %}{{ n | date_cn }}{% endfor %}", "ns:list[:date]"),
      ("{% for r in rows %}{% for c in r %}{{ c }}{% endfor %}{% endfor %}", "rows:list[:list[:value]]"),
      ("{{ us | length }}", "us:list"),
      ("{{ us | map(attribute='n') | join(',') }}", "us:list[:mapping{n:value}]"),
      ("{% for k, v in m.items() %}{{ k }}{{ v.n }}{% endfor %}", "m:mapping{*:mapping{n:value}}"),
      ("{% set t = u.name %}{{ t | upper }}", "u:mapping{name:text}"),
      ("{{ a | default('') }}", "a:value?"),
      ("{% if a is defined %}{{ a }}{% endif %}", "a:value?"),
      ("{% if a %}{{ b }}{% else %}{{ c }}{% endif %}{{ c }}", "a:boolean b:value? c:value"),
      ("{{ a if b else c }}", "b:boolean a:value? c:value?"),
      ("{{ a ~ '元' }}", "a:value"),
      ("{% macro m(x) %}{{ x }}{{ y }}{% endmacro %}{{ m(z) }}", "y:value? z:value"),
    ])
  func kinds(text: String, expected: String) throws {
    for format in OfficeFormat.allCases {
      #expect(Self.shown(try Self.template(text, format: format).data) == expected, "\(format)")
    }
  }

  @Test("what several parts use is one field, with every place")
  func parts() throws {
    let package = try WordFile.package(
      "<w:p><w:r><w:t>{{ a }} {{ a | upper }}</w:t></w:r></w:p>",
      parts: [("footnotes", "<w:footnote w:id=\"1\"><w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p></w:footnote>")])
    let fields = try DocumentTemplate(package).data
    #expect(Self.shown(fields) == "a:text")
    let places = fields.first?.uses.map { $0.spot.text(in: .english) + " " + $0.tag }
    #expect(
      places == [
        "body, paragraph 1 {{ a }}", "body, paragraph 1 {{ a | upper }}", "footnote 1, paragraph 1 {{ a }}",
      ])
  }

  @Test("a picture whose alternative text is a tag expects a picture")
  func picture() throws {
    let body = """
      <text:p><draw:frame draw:name="F" text:anchor-type="as-char" svg:width="3cm" svg:height="1cm">\
      <draw:image xlink:href="Pictures/a.png"/><svg:desc>{{ logo }}</svg:desc></draw:frame>{{ name }}</text:p>
      """
    let package = try OpenDocumentFile.package(body, parts: [("Pictures/a.png", "")])
    let template = try DocumentTemplate(package)
    #expect(Self.shown(template.data) == "logo:picture name:value")
    #expect(template.check(["logo": "x.png", "name": "a"]).map(\.pathText) == ["logo"])
    #expect(template.check(["logo": ["$image": "x.png"], "name": "a"]).isEmpty)
  }

  static let sample = [
    "{{ title }} {{ date | date_cn }} {% if online %}{{ link }}{% endif %}{{ note | default('') }}",
    "{% for u in units %}{{ u.name }} {{ u.people + 1 }}{% for p in u.phones %}{{ p }}{% endfor %}{% endfor %}",
    "{{ a['two words'].yes }}",
  ]

  @Test("the skeleton fills its template, and says what each value is", arguments: OfficeFormat.allCases)
  func skeleton(format: OfficeFormat) throws {
    let template = try DocumentTemplate(Self.package(Self.sample, format))
    let text = template.skeleton(in: .english)
    #expect(
      text == """
        title: ""  # text or number; body, paragraph 1
        date: 2000-01-01  # date; body, paragraph 1
        online: false  # true or false; body, paragraph 1
        link: ""  # text or number; may be left out; body, paragraph 1
        note: ""  # text or number; may be left out; body, paragraph 1
        units:  # list; body, paragraph 2
          - name: ""  # text or number; body, paragraph 2
            people: 0  # number; body, paragraph 2
            phones:  # list; body, paragraph 2
              - ""
        a:  # mapping; body, paragraph 3
          "two words":  # mapping; body, paragraph 3
            "yes": ""  # text or number; body, paragraph 3

        """)
    guard case .mapping(let data) = try DataFile.read(Array(text.utf8), name: "s.yaml").value else {
      Issue.record("no mapping")
      return
    }
    #expect(try !template.render(data).isEmpty)
    #expect(template.check(data).isEmpty)
  }

  @Test("the JSON Schema says what each value is, what is required, and where it is used")
  func schema() throws {
    let schema = try Self.template(
      "{{ a }}{{ n + 1 }}{{ d | date_cn }}", "{% for u in us %}{{ u.x | default(1) }}{% endfor %}"
    )
    .schema(in: .chinese)
    #expect(
      schema.json() == """
        {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "", "type": "object", "properties": \
        {"a": {"type": ["string", "number", "boolean", "null", "object"], "description": "正文，第1段"}, \
        "n": {"type": ["number", "string"], "description": "正文，第1段"}, \
        "d": {"type": "string", "format": "date", "description": "正文，第1段"}, \
        "us": {"type": "array", "items": {"type": "object", "properties": \
        {"x": {"type": ["string", "number", "boolean", "null", "object"], "description": "正文，第2段"}}}, \
        "description": "正文，第2段"}}, "required": ["a", "n", "d", "us"]}
        """)
  }
}
