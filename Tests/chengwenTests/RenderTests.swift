import TestSupport
import Testing

@Suite("chengwen render")
struct RenderTests {
  @Test("a report becomes a .docx and an .odt named after it, and the paths are said")
  func both() {
    let scratch = ScratchFolder()
    let result = Program.run("render", Program.example("sepabayi-2021.yaml"), "-o", "\(scratch.path)/a/b")
    #expect(result.status == 0)
    #expect(
      result.errors == "\(scratch.path)/a/b/sepabayi-2021.docx\n\(scratch.path)/a/b/sepabayi-2021.odt\n")
    #expect(TestFiles.names(in: "\(scratch.path)/a/b") == ["sepabayi-2021.docx", "sepabayi-2021.odt"])
  }

  @Test("another edition warns of every figure that has no place and goes on")
  func edition() {
    let scratch = ScratchFolder()
    let result = Program.run(
      "render", Program.example("sepabayi-2021.yaml"), "--edition", "2021", "--to", "docx", "-o", scratch.path
    )
    #expect(result.status == 0)
    #expect(result.errors.contains("warning: "))
    #expect(TestFiles.names(in: scratch.path) == ["sepabayi-2021.docx"])
  }

  @Test(
    "a report with errors is refused with status 1, every error with line and column, and nothing is written")
  func faulty() {
    let scratch = ScratchFolder()
    scratch.write("r.yaml", Array("form: annual-report\nedition: \"2021\"\nagncy: x\nyear: -1\n".utf8))
    let result = Program.run("render", "r.yaml", "-o", "out", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("r.yaml: line 3, column 1: "))
    #expect(result.errors.contains("r.yaml: line 4, column 7: "))
    #expect(TestFiles.names(in: scratch.path) == ["r.yaml"])
  }

  @Test("one bad report stops no other")
  func mixed() {
    let scratch = ScratchFolder()
    scratch.write("bad.yaml", Array("edition: \"2021\"\n".utf8))
    let result = Program.run(
      "render", "bad.yaml", Program.example("town-2021.json"), "--to", "odt", "-o", ".", in: scratch.path)
    #expect(result.status == 1)
    #expect(TestFiles.names(in: scratch.path) == ["bad.yaml", "town-2021.odt"])
  }

  @Test("two reports that would be written to the same file are refused")
  func sameName() {
    let scratch = ScratchFolder()
    scratch.write("a/r.yaml", [])
    scratch.write("b/r.yaml", [])
    let result = Program.run("render", "a/r.yaml", "b/r.yaml", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("[same-output]"))
  }

  @Test("a missing file is status 2, wrong usage is status 64")
  func unusable() {
    #expect(Program.run("render", "/nowhere/r.yaml").status == 2)
    #expect(Program.run("render").status == 64)
    #expect(Program.run("render", "x.yaml", "--to", "doc").status == 64)
    #expect(Program.run("no-such-command").status == 64)
  }

  @Test("an output that can't be written is status 2")
  func unwritable() {
    let result = Program.run(
      "render", Program.example("town-2021.json"), "--to", "odt", "-o", "/proc/nowhere")
    #expect(result.status == 2)
    #expect(result.errors.contains("[unwritable]"))
  }

  @Test("without LibreOffice a PDF is status 2 with a clear message, and nothing is written")
  func noLibreOffice() {
    let scratch = ScratchFolder()
    let result = Program.run(
      "render", Program.example("town-2021.json"), "--to", "docx,pdf", "--soffice", "/nowhere/soffice", "-o",
      scratch.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("[no-libreoffice]"))
    #expect(TestFiles.names(in: scratch.path).isEmpty)
  }

  @Test("a page for a portal is written as .html")
  func html() throws {
    let scratch = ScratchFolder()
    let result = Program.run(
      "render", Program.example("town-2021.json"), "--to", "html", "-o", scratch.path)
    #expect(result.status == 0)
    #expect(TestFiles.names(in: scratch.path) == ["town-2021.html"])
    #expect(try #require(TestFiles.text("\(scratch.path)/town-2021.html")).hasPrefix("<!DOCTYPE html>"))
  }

  @Test("a seal's picture stands beside the report file; one that is not there is said where it is named")
  func sealPicture() throws {
    let scratch = ScratchFolder()
    let report = try #require(TestFiles.text(Program.example("county-2023.yaml")))
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.prefix { $0 != "signature:" }.joined(separator: "\n")
    scratch.write("r.yaml", Array((kept + "\nsignature:\n  seal: seal.png\n").utf8))
    let missing = Program.run("render", "r.yaml", in: scratch.path)
    #expect(missing.status == 2)
    #expect(missing.errors.contains("seal.png"))
    #expect(missing.errors.contains("r.yaml: line "))
    let seal = "\(TestFiles.projectFolder)/Tests/LayoutTests/Fixtures/seal.png"
    scratch.write("seal.png", try #require(TestFiles.bytes(seal)))
    #expect(Program.run("render", "r.yaml", in: scratch.path).status == 0)
    scratch.write("seal.png", Array("no picture".utf8))
    #expect(Program.run("render", "r.yaml", in: scratch.path).status == 2)
  }
}
