import OfficeDocument
import TestSupport
import Testing

@Suite("the memory of chengwen batch")
struct MemoryTests {
  /// Kilobytes of addresses: more than a batch needs, less than all its annexes have.
  private static let limit = 320_000

  private static func limited(_ arguments: [String], in folder: String) -> Command {
    let program = TestFiles.productsFolder + "/chengwen"
    return Command(
      ["sh", "-c", "ulimit -v \(limit); exec \"$0\" \"$@\"", program] + arguments, in: folder,
      environment: ["LC_ALL": "C"])
  }

  @Test("documents that are merged are let go of with the document they are merged into")
  func merged() throws {
    let scratch = ScratchFolder()
    // A sanitizer needs more addresses than there may be; it finds what is kept by itself.
    guard Self.limited(["--version"], in: scratch.path).status == 0 else { return }
    scratch.write(
      "t.docx", try WordFile.package("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>").write(replacing: [:]))
    let annex = try WordFile.package(
      "<w:p><w:r><w:t>annex</w:t></w:r></w:p>", parts: [("media1", "large.png")])
    var large = [UInt8](repeating: 0, count: 12 << 20)
    var state: UInt64 = 1
    for index in large.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1
      large[index] = UInt8(truncatingIfNeeded: state >> 56)
    }
    let picture = try OfficePackage.compress(large, as: "word/media/large.png", level: 1)
    scratch.write("annex.docx", try annex.write(replacing: ["word/media/large.png": picture]))
    let record = "{\"x\": {\"$document\": \"annex.docx\"}}\n"
    scratch.write("r.jsonl", Array(String(repeating: record, count: 24).utf8))
    let result = Self.limited(["batch", "t.docx", "r.jsonl", "-o", "out", "--jobs", "1"], in: scratch.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.contains("24 records: 24 written"))
    #expect(TestFiles.names(in: scratch.path + "/out").count { $0.hasSuffix(".docx") } == 24)
  }
}
