import TestSupport
import Testing

@Suite("chengwen new")
struct NewTests {
  @Test("a file to fill in goes to standard output, on the edition for the year")
  func output() {
    let result = Program.run("new", "--agency", "云岭县人民政府", "--year", "2024")
    #expect(result.status == 0 && result.errors == "")
    #expect(result.output.contains("edition: \"2021\"") && result.output.contains("agency: 云岭县人民政府"))
    #expect(Program.run("new", "--agency", "某局", "--year", "2019").output.contains("edition: \"2019\""))
    #expect(
      Program.run("new", "--agency", "某局", "--year", "2024", "--edition", "2019").output.contains(
        "edition: \"2019\""))
  }

  @Test("what was not filled in is not rendered: every open place is named")
  func unfilled() {
    let scratch = ScratchFolder()
    let made = Program.run("new", "--agency", "某局", "--year", "2024", "-o", "r.yaml", in: scratch.path)
    #expect(made.status == 0 && made.errors == "r.yaml\n")
    let rendered = Program.run("render", "r.yaml", in: scratch.path)
    #expect(rendered.status == 1)
    #expect(rendered.errors.contains("[empty-value]") && rendered.errors.contains("[number-missing]"))
    #expect(Program.run("check", "r.yaml", in: scratch.path).status == 1)
    #expect(TestFiles.names(in: scratch.path) == ["r.yaml"])
  }

  @Test("from last year's report come the agency, the year and what is carried over")
  func previous() {
    let result = Program.run("new", "--previous", Program.example("county-2023.yaml"))
    #expect(result.status == 0 && result.errors == "")
    #expect(
      result.output.contains("year: 2024") && result.output.contains("carried_in:  [12, 1, 0, 0, 1, 0]"))
    let late = Program.run("new", "--previous", Program.example("county-2023.yaml"), "--year", "2026")
    #expect(late.status == 0 && late.errors.contains("warning: ") && late.errors.contains("[previous-year]"))
  }

  @Test("a file that is there is not overwritten")
  func exists() {
    let scratch = ScratchFolder()
    scratch.write("r.yaml", Array("mine".utf8))
    let result = Program.run("new", "--agency", "某局", "--year", "2024", "-o", "r.yaml", in: scratch.path)
    #expect(result.status == 2 && result.errors.contains("[file-exists]"))
    #expect(scratch.bytes("r.yaml") == Array("mine".utf8))
  }

  @Test("the schema is JSON, of the latest edition unless one is named")
  func schema() {
    let latest = Program.run("new", "--schema")
    #expect(latest.status == 0 && latest.output.contains("\"$id\": \"urn:chengwen:annual-report:2021\""))
    #expect(Command(["python3", "-m", "json.tool"], input: Array(latest.output.utf8)).status == 0)
    #expect(Program.run("new", "--schema", "--year", "2020").output.contains("annual-report:2019\""))
    #expect(
      Program.run("new", "--schema", "--edition", "2021-transitional").output.contains(":2021-transitional\"")
    )
  }

  @Test("what can't be made is refused: no agency, no year, a year without an edition, no such edition")
  func refused() {
    #expect(Program.run("new").status == 64)
    #expect(Program.run("new", "--year", "2024").status == 64)
    #expect(Program.run("new", "--agency", "某局").status == 64)
    #expect(Program.run("new", "--agency", " ", "--year", "2024").status == 64)
    #expect(Program.run("new", "--agency", "某局", "--year", "24").status == 64)
    let early = Program.run("new", "--agency", "某局", "--year", "2008")
    #expect(early.status == 1 && early.errors.contains("[no-edition]"))
    let unknown = Program.run("new", "--agency", "某局", "--year", "2024", "--edition", "2012")
    #expect(unknown.status == 1 && unknown.errors.contains("[unknown-edition]"))
    #expect(Program.run("new", "--previous", "/nowhere.yaml").status == 2)
    #expect(Program.run("new", "--previous", Program.example("notice.yaml")).status == 1)
  }
}
