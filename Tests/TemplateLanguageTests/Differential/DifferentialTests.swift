import Testing

@testable import TemplateLanguage

@Suite(
  "Held against jinja2",
  .enabled(
    if: Oracle.python != nil,
    "no Python with jinja2: set CHENGWEN_PYTHON, or install jinja2 in .build/venv"))
struct DifferentialTests {
  private func compare(_ cases: [(text: String, lenient: Bool)]) throws {
    let data = try Oracle.mapping()
    let answers = try Oracle.ask(cases)
    #expect(answers.count == cases.count)
    var texts = 0
    for (one, answer) in zip(cases, answers) {
      let here = Oracle.answer(one.text, lenient: one.lenient, data)
      if case .text = answer { texts += 1 }
      if !here.agrees(with: answer) {
        Issue.record("here: \(here)\n  jinja2: \(answer)\n  \(one.lenient ? "lenient: " : "")\(one.text)")
      }
    }
    // Errors alone would agree too easily.
    #expect(texts > cases.count / 3)
  }

  @Test("handwritten templates give the same, or fail in both")
  func handwritten() throws {
    try compare(HandwrittenCases.all.map { ($0, false) } + HandwrittenCases.all.map { ($0, true) })
  }

  @Test("templates that include and import others give the same")
  func including() throws {
    try compare(IncludingCases.all.map { ($0, false) } + IncludingCases.all.map { ($0, true) })
  }

  @Test("generated expressions give the same", arguments: [false, true])
  func expressions(lenient: Bool) throws {
    var generator = TemplateGenerator(seed: 1, isLenient: lenient)
    try compare((0..<1_000).map { ("{{ \(generator.expression($0 % 4)) }}", lenient) })
  }

  @Test("generated templates give the same", arguments: [false, true])
  func templates(lenient: Bool) throws {
    try compare(
      (0..<750).map { number in
        var generator = TemplateGenerator(seed: UInt64(number), isLenient: lenient)
        return (generator.whole(number % 3), lenient)
      })
  }

  @Test("where they mean to differ, they do")
  func differences() throws {
    let data = try Oracle.mapping()
    let answers = try Oracle.ask(IntendedDifferences.all.map { ($0.template, false) })
    for (difference, answer) in zip(IntendedDifferences.all, answers) {
      let here = difference.here.map { Oracle.Answer.text($0) } ?? .error("")
      #expect(
        Oracle.answer(difference.template, lenient: false, data).agrees(with: here), "\(difference.template)")
      #expect(!here.agrees(with: answer), "\(difference.template): \(difference.reason)")
    }
  }
}
