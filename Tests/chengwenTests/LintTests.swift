import Foundation
import OfficeDocument
import TestSupport
import Testing

@Suite("chengwen lint, inspect and the checks of fill")
struct LintTests {
  private func scratch(_ paragraphs: String..., data: String = "{}") throws -> ScratchFolder {
    let scratch = ScratchFolder()
    let body = paragraphs.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
    scratch.write("t.docx", try WordFile.package(body).write(replacing: [:]))
    scratch.write("d.yaml", Array(data.utf8))
    return scratch
  }

  @Test("warnings are status 0, with --strict 1; errors are 1; a file that is none is 2")
  func statuses() throws {
    let warned = try scratch("{% if true %}{{ a }}{% endif %}")
    #expect(Program.run("lint", "t.docx", in: warned.path).status == 0)
    #expect(Program.run("lint", "t.docx", "--strict", in: warned.path).status == 1)
    #expect(
      Program.run("lint", "t.docx", "--strict", "--ignore", "constant-condition", in: warned.path).status == 0
    )
    let wrong = try scratch("{{ a + }}")
    #expect(Program.run("lint", "t.docx", in: wrong.path).status == 1)
    #expect(Program.run("lint", "d.yaml", in: warned.path).status == 2)
    #expect(Program.run("lint", in: warned.path).status == 64)
    let unknown = Program.run("lint", "t.docx", "--ignore", "constant-conditoin", in: warned.path)
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("did you mean constant-condition?"))
  }

  @Test("findings in both languages, on standard output, with a count on standard error")
  func text() throws {
    let scratch = try scratch("{% if true %}{{ a }}{% endif %}")
    let english = Program.run("lint", "t.docx", in: scratch.path)
    #expect(
      english.output == """
        t.docx: body, paragraph 1: warning: this condition always holds [constant-condition]
            {% if true %}{{ a }}{% endif %}
                  ^^^^

        """)
    #expect(english.errors == "0 errors, 1 warnings, 0 notices\n")
    let chinese = Program.run("lint", "t.docx", "--language", "zh", in: scratch.path)
    #expect(chinese.output.hasPrefix("t.docx：正文，第1段：警告：这个条件总是成立 [constant-condition]\n"))
  }

  @Test("with data, what is not used is found at its line")
  func data() throws {
    let scratch = try scratch("{{ a }}", data: "a: 1\nb: 2\n")
    let result = Program.run("lint", "t.docx", "d.yaml", in: scratch.path)
    #expect(
      result.output == "d.yaml: line 2, column 1: notice: the template does not use `b` [unused-data]\n")
  }

  @Test("--rules lists the rules")
  func rules() {
    let lines = Program.run("lint", "--rules", "--language", "zh").output.split(separator: "\n")
    #expect(lines.count > 20)
    #expect(lines.contains("loop-over-text\t警告\t循环遍历的是文字"))
  }

  @Test("SARIF 2.1.0 has the shape its schema asks for")
  func sarif() throws {
    let scratch = try scratch("{{ a + }}{% if true %}x{% endif %}", data: "b: 2\n")
    let result = Program.run("lint", "t.docx", "d.yaml", "--format", "sarif", in: scratch.path)
    #expect(result.status == 1)
    let log = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1)
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "chengwen")
    let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    #expect(Set(rules).count == rules.count)
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.compactMap { $0["ruleId"] as? String } == ["unexpected-token", "constant-condition"])
    #expect(results.compactMap { $0["level"] as? String } == ["error", "warning"])
    for result in results {
      let rule = try #require(result["ruleId"] as? String)
      #expect(rules.contains(rule))
      #expect((result["message"] as? [String: Any])?["text"] is String)
      let locations = try #require(result["locations"] as? [[String: Any]])
      let physical = try #require(locations.first?["physicalLocation"] as? [String: Any])
      #expect((physical["artifactLocation"] as? [String: Any])?["uri"] as? String == "t.docx")
      let logical = try #require(locations.first?["logicalLocations"] as? [[String: Any]])
      #expect(logical.first?["fullyQualifiedName"] as? String == "body, paragraph 1")
    }
  }

  @Test("inspect prints a schema, a skeleton, and the data with its places")
  func inspect() {
    let notice = Program.example("notice")
    let schema = Program.run("inspect", notice, "--schema")
    #expect(schema.output.contains("\"required\": ["))
    #expect(schema.output.contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\""))
    let skeleton = Program.run("inspect", notice, "--skeleton", "--language", "zh")
    #expect(skeleton.output.contains("units:  # 列表；正文，第1个表格，第2行，第1格，第1段\n"))
    let text = Program.run("inspect", notice)
    #expect(text.output.contains("  online\ttrue or false\tbody, paragraph 3\n"))
    let json = Program.run("inspect", notice, "--format", "json")
    #expect(json.output.contains("\"name\": \"units\", \"kind\": \"list\", \"required\": true"))
    #expect(Program.run("inspect", notice, "--schema", "--skeleton").status == 64)
  }

  @Test("fill --check stops on what is missing or of the wrong kind, with the line of the data")
  func check() throws {
    let scratch = try scratch(
      "{% for u in us %}{{ u.n + 1 }}{% endfor %}{{ a }}", data: "us:\n  - n: 1\n  - n: many\nb: 2\n")
    let result = Program.run("fill", "t.docx", "d.yaml", "--check", "-o", "o.docx", in: scratch.path)
    #expect(result.status == 1)
    #expect(
      result.errors == """
        d.yaml: line 3, column 5: `us[1].n` should be a number, not text [wrong-kind]
            see also: t.docx: body, paragraph 1
        t.docx: body, paragraph 1: `a` is not in the data [missing-data]
            {% for u in us %}{{ u.n + 1 }}{% endfor %}{{ a }}
                                                      ^^^^^^^
            hint: the data has `b`; is it meant?
            see also: d.yaml: line 1, column 1
        d.yaml: line 4, column 1: notice: the template does not use `b` [unused-data]

        """)
    #expect(TestFiles.names(in: scratch.path) == ["d.yaml", "t.docx"])
  }

  @Test("fill --check with data that fit goes on and writes")
  func checked() throws {
    let scratch = try scratch("{{ a }}", data: "a: 1\nb: 2\n")
    let result = Program.run("fill", "t.docx", "d.yaml", "--check", "-o", "o.docx", in: scratch.path)
    #expect(result.status == 0)
    #expect(result.errors.contains("the template does not use `b`"))
    #expect(scratch.bytes("o.docx").count > 100)
  }

  @Test("fill --mark-errors writes a copy with comments, beside the output; status 1")
  func markErrors() throws {
    let scratch = try scratch("{{ a | nofilter }}")
    let result = Program.run("fill", "t.docx", "d.yaml", "--mark-errors", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.errors.hasSuffix("t-errors.docx\n"))
    #expect(TestFiles.names(in: scratch.path) == ["d.yaml", "t-errors.docx", "t.docx"])
    #expect(try PartText.entry("word/comments.xml", of: scratch.bytes("t-errors.docx")).contains("nofilter"))
    let rendered = try self.scratch("{{ missing }}")
    #expect(Program.run("fill", "t.docx", "d.yaml", "--mark-errors", in: rendered.path).status == 1)
    #expect(TestFiles.names(in: rendered.path).contains("t-errors.docx"))
    let clean = try self.scratch("{{ a }}", data: "a: 1")
    #expect(Program.run("fill", "t.docx", "d.yaml", "--mark-errors", in: clean.path).status == 0)
    #expect(!TestFiles.names(in: clean.path).contains("t-errors.docx"))
  }
}
