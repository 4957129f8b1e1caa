import TestSupport
import Testing

@Suite("render and check on many files")
struct ManyFilesTests {
  private let scratch = ScratchFolder()
  private let names: [String]

  init() {
    let text = String(decoding: TestFiles.bytes(Program.example("sepabayi-2021.yaml")) ?? [], as: UTF8.self)
    names = (1...12).map { "unit\($0).yaml" }
    for (number, name) in names.enumerated() {
      // Of each third report a figure is wrong, of one the syntax.
      let wrong = text.replacing(
        "new:        [0, 0, 0, 0, 0, 0, 0]", with: "new:        [1, 0, 0, 0, 0, 0, 5]")
      scratch.write(name, Array((number == 4 ? "agency: [" : number % 3 == 0 ? wrong : text).utf8))
    }
  }

  private func run(_ arguments: [String]) -> Command {
    Command(
      [TestFiles.productsFolder + "/chengwen"] + arguments, in: scratch.path, environment: ["LC_ALL": "C"])
  }

  @Test("messages, their order and the documents are the same however many threads work")
  func render() {
    let one = run(["render"] + names + ["-o", "one", "--jobs", "1"])
    let many = run(["render"] + names + ["-o", "many", "--jobs", "6"])
    #expect(one.status == 1)
    #expect(many.status == 1)
    #expect(many.errors == one.errors.replacing("one/", with: "many/"))
    let documents = TestFiles.names(in: scratch.path + "/one")
    #expect(documents.count == 14)
    #expect(TestFiles.names(in: scratch.path + "/many") == documents)
    for name in documents { #expect(scratch.bytes("one/" + name) == scratch.bytes("many/" + name)) }
  }

  @Test("findings come in the order of the files", arguments: ["text", "json"])
  func check(_ format: String) {
    let one = run(["check"] + names + ["none.yaml", "--jobs", "1", "--format", format])
    let many = run(["check"] + names + ["none.yaml", "--jobs", "5", "--format", format])
    #expect(one.status == 2)
    #expect(one.output.contains("unit1.yaml"))
    #expect(many.status == 2)
    #expect(many.output == one.output)
    #expect(many.errors == one.errors)
    #expect(run(["check"] + names + ["--jobs", "0"]).status == 64)
  }
}
