import TestSupport
import Testing

@Suite("chengwen compare")
struct CompareTests {
  private func earlier(_ scratch: ScratchFolder) throws -> String {
    let text = try #require(TestFiles.text(Program.example("county-2023.yaml")))
    scratch.write(
      "2022.yaml",
      Array(text.replacing("year: 2023", with: "year: 2022").replacing("18243", with: "16000").utf8))
    return scratch.path + "/2022.yaml"
  }

  @Test("two years are printed side by side with change and per cent")
  func text() throws {
    let scratch = ScratchFolder()
    let result = Program.run("compare", try earlier(scratch), Program.example("county-2023.yaml"))
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.contains("行政许可 本年处理决定数量: 16000 → 18243 (+2243, +14.0%)"))
    let same = Program.run(
      "compare", Program.example("county-2023.yaml"), Program.example("county-2023.yaml"))
    #expect(same.status == 0 && same.output.hasSuffix("no difference\n"))
  }

  @Test("as JSON it is read by others")
  func json() throws {
    let scratch = ScratchFolder()
    let result = Program.run(
      "compare", try earlier(scratch), Program.example("county-2023.yaml"), "--format", "json")
    let judged = Command(
      [
        "python3", "-c",
        "import json, sys; c = json.load(sys.stdin); print(c['tables'][0]['figures'][0]['percent'])",
      ],
      input: Array(result.output.utf8))
    #expect(judged.output == "+14.0%\n")
  }

  @Test("a document is written in the format of its name", arguments: ["docx", "odt"])
  func document(format: String) throws {
    let scratch = ScratchFolder()
    let path = try earlier(scratch)
    let result = Program.run(
      "compare", path, Program.example("county-2023.yaml"), "-o", "c.\(format)", in: scratch.path)
    #expect(result.status == 0 && result.errors == "c.\(format)\n")
    #expect(Program.run("text", "c.\(format)", in: scratch.path).output.contains("\t+14.0%\n"))
  }

  @Test("the built-in template can be changed and used")
  func template() throws {
    let scratch = ScratchFolder()
    let path = try earlier(scratch)
    #expect(Program.run("template", "compare", "--to", "odt", "-o", "t.odt", in: scratch.path).status == 0)
    let result = Program.run(
      "compare", path, path, "-o", "c.odt", "--template", "t.odt", in: scratch.path)
    #expect(result.status == 0)
    let other = Program.run("compare", path, path, "-o", "c.docx", "--template", "t.odt", in: scratch.path)
    #expect(other.status == 1 && other.errors.contains("[no-template]"))
  }

  @Test("what can't be compared is refused")
  func refused() {
    let path = Program.example("county-2023.yaml")
    #expect(Program.run("compare", path, "/nowhere.yaml").status == 2)
    #expect(Program.run("compare", path, Program.example("notice.yaml")).status == 1)
    #expect(Program.run("compare", path).status == 64)
    #expect(Program.run("compare", path, path, "-o", "c.pdf").status == 64)
    #expect(Program.run("compare", path, path, "--template", "t.odt").status == 64)
    #expect(Program.run("compare", "-", "-").status == 64)
    #expect(Program.run("compare", path, path, "-o", "/proc/nowhere/c.odt").status == 2)
  }
}
