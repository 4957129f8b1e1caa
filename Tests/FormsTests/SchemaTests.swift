import DataFiles
import Forms
import TemplateLanguage
import TestSupport
import Testing

/// The judge: Python's jsonschema, with PyYAML, in the tests' own environment or the one on the path.
private enum Judge {
  static let python: String? = [TestFiles.projectFolder + "/.build/venv/bin/python", "python3"].first {
    Command([$0, "-W", "ignore", "-c", "import jsonschema, yaml"]).status == 0
  }

  private static let script = """
    import json, sys, yaml, jsonschema
    class Loader(yaml.SafeLoader): pass
    Loader.yaml_implicit_resolvers = {
        letter: [pair for pair in pairs if pair[0] != 'tag:yaml.org,2002:timestamp']
        for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()}
    schema = json.load(open(sys.argv[1]))
    jsonschema.Draft202012Validator.check_schema(schema)
    judge = jsonschema.Draft202012Validator(schema)
    for path in sys.argv[2:]:
        print(len(list(judge.iter_errors(yaml.load(open(path, encoding='utf-8'), Loader)))))
    """

  /// How many faults each text has by the edition's schema; nil if the schema itself is none.
  static func faults(_ texts: [String], edition: String) throws -> [Int]? {
    let scratch = ScratchFolder()
    let schema = try #require(try definition(edition).reportSchema.json(indent: 2))
    scratch.write("schema.json", Array(schema.utf8))
    for (index, text) in texts.enumerated() { scratch.write("\(index).yaml", Array(text.utf8)) }
    let judged = Command(
      [python ?? "python3", "-W", "ignore", "-c", script, "schema.json"] + texts.indices.map { "\($0).yaml" },
      in: scratch.path)
    guard judged.status == 0 else { return nil }
    return judged.output.split(separator: "\n").compactMap { Int($0) }
  }
}

@Suite(
  "The JSON Schema of report files", .enabled(if: Judge.python != nil, "no Python with jsonschema and PyYAML")
)
struct SchemaTests {
  @Test(
    "it is a schema of draft 2020-12, and the examples and what is written keep it",
    arguments: ExampleTests.names)
  func examples(name: String) throws {
    let report = try example(name)
    let text = try #require(TestFiles.text(TestFiles.projectFolder + "/Assets/examples/" + name))
    #expect(
      try Judge.faults([text, report.yaml(comments: true)], edition: report.definition.edition) == [0, 0])
  }

  @Test("a blank file breaks it, as it does not read", arguments: BlankTests.editions)
  func blank(edition: String) throws {
    let text = try definition(edition).blankReport(agency: "某县", year: 2021).yaml(comments: true)
    #expect(try #require(try Judge.faults([text], edition: edition)).allSatisfy { $0 > 10 })
  }

  /// Changes by which the reader refuses the file too.
  static let faults = [
    ("year: 2023", "year: 23"), ("date: 2024-01-26", "date: 26.1.2024"),
    ("edition: \"2021\"", "edition: \"2019\""),
    ("form: annual-report", "form: report"), ("agency: 云岭县人民政府", "agency: 3"),
    ("licences: 18243", "licenses: 18243"),
    ("licences: 18243", "licences: -1"), ("licences: 18243", "licences: 1.5"),
    ("licences: 18243", "licences: \"5\""),
    ("fees: 1520.3080", "fees: 251000元"), ("fees: 1520.3080", "fees: -1"), ("[7, 3, 42]", "[7, 3]"),
    ("[7, 3, 42]", "[7, 3, 42, 1]"),
    ("[163, 11, 0, 2, 5, 1, 182]", "[163, 11, 0, 2, 5]"),
    ("[163, 11, 0, 2, 5, 1, 182]", "[163, 11, 0, 2, 5, 1, ~]"),
    ("[163, 11, 0, 2, 5, 1, 182]", "{natural: 1}"), ("mode: seal", "mode: sea"), ("mode: seal", "mood: seal"),
    ("{issued: 0, repealed: 0, in_force: 0}", "{issued: 0, repealed: 0}"), ("sections:", "section:"),
    ("  problems:", "  problem:"),
    ("[14, 3, 2, 1, 20]", "14"),
  ]

  @Test("what the reader refuses, it refuses")
  func refuses() throws {
    let source = try #require(TestFiles.text(TestFiles.projectFolder + "/Assets/examples/county-2023.yaml"))
    let texts = Self.faults.map { source.replacing($0.0, with: $0.1) }
    for text in texts {
      #expect(text != source)
      #expect(throws: DataErrors.self) {
        try Report.read(Array(text.utf8), name: "r.yaml", forms: Repository.forms)
      }
    }
    let judged = try #require(try Judge.faults(texts, edition: "2021"))
    for (fault, count) in zip(Self.faults, judged) { #expect(count > 0, "\(fault)") }
  }

  @Test("what the reader takes, it takes: rows as mappings, amounts in quotation marks, text in one piece")
  func takes() throws {
    let changes = [
      (
        "[163, 11, 0, 2, 5, 1, 182]",
        "{natural: 163, business: 11, research: 0, welfare: 2, legal: 5, other: 1}"
      ),
      ("[163, 11, 0, 2, 5, 1, 182]", "[163, 11, 0, 2, 5, 1]"), ("fees: 1520.3080", "fees: \"1520.3080\""),
      ("edition: \"2021\"", "edition: 2021"),
      ("mode: seal", "mode: stamp\n  hand_signature: true\n  guide: true"),
      ("signature:", "title: [云岭县人民政府, 年度报告]\nsignature:"),
      ("signature:", "accept: {rule: balance, because: x}\nsignature:"),
      ("signature:", "layout: {review: landscape}\nsignature:"),
      ("  mode: seal", "  agencies: [甲局, {name: 乙局, seal: a.png}]"),
    ]
    let source = try #require(TestFiles.text(TestFiles.projectFolder + "/Assets/examples/county-2023.yaml"))
    let texts = changes.map { source.replacing($0.0, with: $0.1) }
    for text in texts { _ = try Report.read(Array(text.utf8), name: "r.yaml", forms: Repository.forms) }
    #expect(try Judge.faults(texts, edition: "2021") == Array(repeating: 0, count: texts.count))
  }
}
