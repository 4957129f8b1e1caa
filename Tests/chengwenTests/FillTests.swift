import OfficeDocument
import TestSupport
import Testing

@Suite("chengwen fill and inspect")
struct FillTests {
  @Test("a template from a folder and data from standard input give a document on standard output")
  func streams() {
    let result = Program.run(
      "fill", Program.example("notice"), "-", "-o", "-",
      input: TestFiles.bytes(Program.example("notice.yaml")) ?? [])
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("PK"))
    #expect(result.errors == "")
  }

  @Test("an unknown name is status 1 with its place and a hint; the output that was there stays")
  func unknown() {
    let scratch = ScratchFolder()
    scratch.write("notice.docx", Array("old".utf8))
    scratch.write("data.yaml", Array("meetng: x\n".utf8))
    let result = Program.run(
      "fill", Program.example("notice"), "data.yaml", "-o", "notice.docx", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("body, paragraph 1: unknown name `meeting`"))
    #expect(result.errors.contains("meetng"))
    #expect(scratch.bytes("notice.docx") == Array("old".utf8))
    #expect(TestFiles.names(in: scratch.path) == ["data.yaml", "notice.docx"])
  }

  @Test("--lenient prints nothing for unknown names")
  func lenient() {
    let scratch = ScratchFolder()
    scratch.write("data.json", Array("{}".utf8))
    let result = Program.run("fill", Program.example("notice"), "data.json", "--lenient", in: scratch.path)
    #expect(result.status == 0)
    #expect(TestFiles.names(in: scratch.path) == ["data.docx", "data.json"])
  }

  @Test("--delimiters says what tags stand between; wrong ones are wrong usage")
  func delimiters() throws {
    let scratch = ScratchFolder()
    let package = try WordFile.package("<w:p><w:r><w:t>[[ a ]]{{ a }}</w:t></w:r></w:p>")
    scratch.write("t.docx", try package.write(replacing: [:]))
    scratch.write("data.json", Array("{\"a\": 1}".utf8))
    let result = Program.run(
      "fill", "t.docx", "data.json", "-o", "out.docx", "--delimiters", "[[ ]] [% %] [# #]", in: scratch.path)
    #expect(result.status == 0)
    #expect(try OfficePackage(scratch.bytes("out.docx")).plainText() == "1{{ a }}\n")
    for command in [["lint", "t.docx"], ["inspect", "t.docx"], ["batch", "t.docx", "data.json"]] {
      let result = Program.run(command + ["--delimiters", "[[ ]] [% %] [# #]"], in: scratch.path)
      #expect(result.status == 0, "\(command): \(result.errors)")
    }
    #expect(
      Program.run(["inspect", "t.docx", "--delimiters", "[[ ]] [% %] [# #]"], in: scratch.path).output
        .contains("[[ a ]]"))
    let wrong = Program.run("fill", "t.docx", "data.json", "--delimiters", "[[ ]]", in: scratch.path)
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("there must be six delimiters with blanks between them, not 2"))
    #expect(wrong.errors.contains("应有六个分隔符"))
  }

  @Test("--format json gives the findings as JSON on standard output")
  func json() {
    let scratch = ScratchFolder()
    scratch.write("data.json", Array("{}".utf8))
    let result = Program.run(
      "fill", Program.example("notice"), "data.json", "--format", "json", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("[{\"severity\": \"error\", \"code\": \"unknown-name\""))
    #expect(result.errors == "")
  }

  @Test("data that is no mapping, and a file that is no template, are told apart by the status")
  func wrongKinds() {
    let scratch = ScratchFolder()
    scratch.write("list.yaml", Array("- 1\n".utf8))
    scratch.write("text.docx", Array("not a zip".utf8))
    #expect(Program.run("fill", Program.example("notice"), "list.yaml", in: scratch.path).status == 1)
    #expect(Program.run("fill", "text.docx", "list.yaml", in: scratch.path).status == 2)
    #expect(Program.run("inspect", "text.docx", in: scratch.path).status == 2)
    #expect(TestFiles.names(in: scratch.path) == ["list.yaml", "text.docx"])
  }

  @Test("inspect lists each tag with its place, and the names the data needs, in both languages")
  func inspect() {
    let english = Program.run("inspect", Program.example("notice"))
    #expect(english.status == 0)
    #expect(english.output.contains("body, table 1, row 2, cell 2, paragraph 1\t{{ unit.name }}\n"))
    #expect(english.output.contains("data: meeting, date, place, online, units, agency\n"))
    let chinese = Program.run("inspect", Program.example("notice"), "--language", "zh")
    #expect(chinese.output.contains("正文，第1个表格，第2行，第2格，第1段\t{{ unit.name }}\n"))
  }

  @Test("a built-in template comes out as a file that fill and render take")
  func template() {
    let scratch = ScratchFolder()
    #expect(Program.run("template", "2021", "--to", "odt", "-o", "t.odt", in: scratch.path).status == 0)
    let result = Program.run(
      "render", Program.example("county-2023.yaml"), "--to", "odt", "--template", "t.odt", "-o", "out",
      in: scratch.path)
    #expect(result.status == 0)
    #expect(Program.run("template", "1999", "--to", "odt", in: scratch.path).status == 1)
  }
}
