import TestSupport
import Testing

@Suite("chengwen check")
struct CheckTests {
  /// A report with a balance that breaks in two columns.
  private func unbalanced(_ scratch: ScratchFolder, accept: String = "") throws -> String {
    let source = try #require(TestFiles.text(Program.example("county-2023.yaml")))
    let text = source.replacing("[163, 11, 0, 2, 5, 1, 182]", with: "[162, 11, 0, 2, 5, 2, 182]") + accept
    scratch.write("r.yaml", Array(text.utf8))
    return scratch.path + "/r.yaml"
  }

  @Test("a report without findings is status 0 and says nothing but the count")
  func clean() {
    let result = Program.run("check", Program.example("county-2023.yaml"))
    #expect(result.status == 0 && result.output == "")
    #expect(result.errors == "1 reports: 0 errors, 0 warnings, 0 notices, 0 accepted\n")
  }

  @Test("errors are status 1, with the file, the place and both figures, in the language asked for")
  func errors() throws {
    let scratch = ScratchFolder()
    let path = try unbalanced(scratch)
    let english = Program.run("check", path)
    #expect(english.status == 1)
    #expect(english.output.contains("\(path): line 40, column 18: column “自然人”: "))
    #expect(english.output.contains("is 171, ") && english.output.contains("is 172 [balance]"))
    let chinese = Program.run("check", path, "--language", "zh")
    #expect(chinese.output.contains("：第40行第36列：“其他”列：") && chinese.errors == "共 1 份报告：错误 2，警告 0，提醒 0，已接受 0\n")
  }

  @Test("accepted findings are printed with their reason and are status 0")
  func accepted() throws {
    let scratch = ScratchFolder()
    let path = try unbalanced(scratch, accept: "\naccept: {rule: balance, because: 上级核定}\n")
    let result = Program.run("check", path, "--language", "zh")
    #expect(result.status == 0)
    #expect(result.output.contains("已接受：") && result.output.contains("；理由：上级核定 [balance]"))
  }

  @Test("warnings are status 0")
  func warnings() throws {
    let scratch = ScratchFolder()
    let source = try #require(TestFiles.text(Program.example("county-2023.yaml")))
    scratch.write("r.yaml", Array(source.replacing("未收取政府信息公开信息处理费", with: "无其他事项").utf8))
    let result = Program.run("check", "r.yaml", in: scratch.path)
    #expect(
      result.status == 0 && result.output.contains("warning: ") && result.output.contains("[fee-statement]"))
  }

  @Test("as JSON there is one array for all files, with rule, cells, both figures and what was unreadable")
  func json() throws {
    let scratch = ScratchFolder()
    let path = try unbalanced(scratch)
    let result = Program.run(
      "check", path, "/nowhere.yaml", Program.example("notice.yaml"), "--format", "json")
    #expect(result.status == 2 && result.errors == "")
    let judged = Command(
      [
        "python3", "-c",
        """
        import json, sys
        found = json.load(sys.stdin)
        print([f["code"] for f in found])
        last = found[-1]
        print(last["rule"], last["level"], last["found"], last["expected"], last["accepted"], last["line"])
        print(last["cells"][0])
        """,
      ], input: Array(result.output.utf8))
    #expect(
      judged.output == """
        ['unreadable', 'missing-key', 'balance', 'balance']
        balance error 2 1 None 40
        {'path': 'applications.new.other', 'row': ['一、本年新收政府信息公开申请数量'], 'column': '其他'}

        """)
  }

  @Test("last year's report is compared, and refused when it is of another year or can't be read")
  func previous() throws {
    let scratch = ScratchFolder()
    let source = try #require(TestFiles.text(Program.example("county-2023.yaml")))
    scratch.write("2022.yaml", Array(source.replacing("year: 2023", with: "year: 2022").utf8))
    let path = Program.example("county-2023.yaml")
    let chain = Program.run("check", path, "--previous", scratch.path + "/2022.yaml")
    #expect(
      chain.status == 0 && chain.output.contains("[carry-over]") && chain.output.contains("[in-force-chain]"))
    #expect(Program.run("check", path, "--previous", path).output.contains("[previous-year]"))
    #expect(Program.run("check", path, "--previous", "/nowhere.yaml").status == 2)
  }

  @Test("of several reports given as last year's, each goes with its agency")
  func severalPrevious() throws {
    let scratch = ScratchFolder()
    let county = try #require(TestFiles.text(Program.example("county-2023.yaml")))
    scratch.write("county-2022.yaml", Array(county.replacing("year: 2023", with: "year: 2022").utf8))
    let town = try #require(TestFiles.text(Program.example("town-2021.json")))
    scratch.write("town-2022.json", Array(town.replacing("\"year\": 2021", with: "\"year\": 2022").utf8))
    let result = Program.run(
      "check", Program.example("county-2023.yaml"), scratch.path + "/town-2022.json", "--previous",
      Program.example("town-2021.json"), "--previous", scratch.path + "/county-2022.yaml")
    #expect(result.output.contains("county-2023.yaml: line 41") && !result.output.contains("[previous-year]"))
  }

  @Test("with the units' reports, a total that is not their sum is an error")
  func units() {
    let path = Program.example("town-2021.json")
    #expect(Program.run("check", path, "--units", path).status == 0)
    let result = Program.run("check", path, "--units", path, Program.example("county-2023.yaml"))
    #expect(result.status == 1 && result.output.contains("[rollup]"))
    #expect(!Program.run("check", path, "--units", path, "/nowhere.yaml").output.contains("[rollup]"))
    #expect(Program.run("check", path, path, "--units", path).status == 64)
  }

  @Test("nothing to check is wrong usage")
  func usage() {
    #expect(Program.run("check").status == 64)
    #expect(Program.run("check", "r.yaml", "--format", "xml").status == 64)
  }
}

@Suite("render and its checks")
struct RenderCheckTests {
  private func write(_ scratch: ScratchFolder, _ changes: [(String, String)]) throws {
    var text = try #require(TestFiles.text(Program.example("county-2023.yaml")))
    for (old, new) in changes { text = text.replacing(old, with: new) }
    scratch.write("r.yaml", Array(text.utf8))
  }

  @Test("a report with errors is not rendered, except as a draft")
  func refused() throws {
    let scratch = ScratchFolder()
    try write(scratch, [("[163, 11, 0, 2, 5, 1, 182]", "[162, 11, 0, 2, 5, 2, 182]")])
    let refused = Program.run("render", "r.yaml", "--to", "odt", in: scratch.path)
    #expect(refused.status == 1)
    #expect(
      refused.errors.contains("[balance]") && refused.errors.hasSuffix("--draft writes it all the same\n"))
    #expect(TestFiles.names(in: scratch.path) == ["r.yaml"])
    let draft = Program.run("render", "r.yaml", "--to", "odt", "--draft", in: scratch.path)
    #expect(draft.status == 0 && draft.errors.contains("[balance]"))
    #expect(TestFiles.names(in: scratch.path) == ["r.odt", "r.yaml"])
  }

  @Test("warnings are printed and do not stop, notices and what is accepted are not printed")
  func warned() throws {
    let scratch = ScratchFolder()
    try write(
      scratch,
      [
        ("未收取政府信息公开信息处理费", "无其他事项"), ("[163, 11, 0, 2, 5, 1, 182]", "[162, 11, 0, 2, 5, 2, 182]"),
        ("signature:", "accept: {rule: balance, because: 上级核定}\nsignature:"),
      ])
    let result = Program.run("render", "r.yaml", "--to", "odt", in: scratch.path)
    #expect(result.status == 0)
    #expect(result.errors.contains("[fee-statement]") && !result.errors.contains("[balance]"))
  }
}
