import TestSupport
import Testing

@Suite("chengwen import and rollup")
struct RollupTests {
  private func unit(_ agency: String, _ fees: String) -> [UInt8] {
    let text = TestFiles.text(Program.example("county-2023.yaml")) ?? ""
    return Array(
      text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        if line.hasPrefix("agency:") { return "agency: \(agency)" }
        return line.hasPrefix("    fees:") ? "    fees: \(fees)" : String(line)
      }
      .joined(separator: "\n").utf8)
  }

  @Test("two units are added up, amounts exactly, and the roster says who is missing")
  func roster() {
    let scratch = ScratchFolder()
    scratch.write("a.yaml", unit("甲局", "75.9260"))
    scratch.write("b.yaml", unit("乙局", "0.074"))
    scratch.write("roster.csv", Array("name,agency\n1,甲局\n2,\"乙局\"\n3,丙局\n".utf8))
    let result = Program.run(
      "rollup", "a.yaml", "b.yaml", "--roster", "roster.csv", "-o", "sum.yaml", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("roster.csv: line 4, column 1: the report of 丙局 is missing"))
    let sum = TestFiles.text("\(scratch.path)/sum.yaml") ?? ""
    #expect(sum.contains("fees: 76.0000"))
    #expect(sum.contains("[326, 22, 0, 4, 10, 2, 364]"))
  }

  @Test("a unit that is there twice is not added twice, and one that can't be read is named")
  func faulty() {
    let scratch = ScratchFolder()
    scratch.write("a.yaml", unit("甲局", "1"))
    scratch.write("again.yaml", unit("甲局", "1"))
    scratch.write("bad.yaml", Array("edition: \"2021\"\n".utf8))
    let result = Program.run(
      "rollup", "a.yaml", "again.yaml", "bad.yaml", "-o", "-", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("[unit-twice]"))
    #expect(result.errors.contains("bad.yaml: "))
    #expect(result.output.contains("fees: 1 "))
    #expect(Program.run("rollup", "/nowhere.yaml").status == 2)
    #expect(Program.run("rollup").status == 64)
  }

  @Test("where a county's report differs from its units the cell is named, and the unit that explains it")
  func total() {
    let scratch = ScratchFolder()
    scratch.write("a.yaml", unit("甲局", "1.5"))
    scratch.write("total.yaml", unit("某县", "2.5"))
    let result = Program.run("rollup", "a.yaml", "--check-total", "total.yaml", in: scratch.path)
    #expect(result.status == 1)
    #expect(result.errors.contains("is 2.5; the 1 units together have 1.5, a difference of 1.0 [rollup]"))
    #expect(TestFiles.names(in: scratch.path) == ["a.yaml", "total.yaml"])
  }

  @Test("a document is imported into a report file that renders; what is no document is status 2")
  func importing() {
    let scratch = ScratchFolder()
    #expect(
      Program.run("render", Program.example("town-2021.json"), "--to", "odt", "-o", scratch.path).status == 0)
    let result = Program.run("import", "town-2021.odt", in: scratch.path)
    #expect(result.status == 0)
    #expect(TestFiles.names(in: scratch.path) == ["town-2021.odt", "town-2021.yaml"])
    scratch.write("x.doc", [0xD0, 0xCF, 0x11, 0xE0, 0])
    #expect(Program.run("import", "x.doc", in: scratch.path).status == 2)
    #expect(Program.run("import", "none.docx", in: scratch.path).status == 2)
    scratch.write("x.txt", Array("通知\n".utf8))
    #expect(Program.run("import", "x.txt", "-o", "-", in: scratch.path).status == 1)
  }
}
