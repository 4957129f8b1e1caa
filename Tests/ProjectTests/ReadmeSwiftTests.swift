import DocumentTemplate
import OfficeDocument
import TemplateLanguage
import TestSupport
import Testing

/// The README's Swift, compiled and run, and held against what the README shows.
struct ReadmeSwiftTests {
  @Test("the README's Swift renders the example template")
  func renders() throws {
    let bytes = try Self.noticeTemplate()
    // README begins
    let template = try DocumentTemplate(OfficePackage(bytes), name: "notice.docx")
    let document = try template.render([
      "meeting": "政务公开工作会议",
      "date": "2022年3月8日",
      "place": "县政府三楼会议室",
      "online": false,
      "agency": "阿合奇县人民政府办公室",
      "units": [["name": "县财政局", "people": 3], ["name": "县司法局", "people": 1]],
    ])
    // README ends
    let package = try OfficePackage(document)
    let text = String(decoding: try package.bytes(of: "word/document.xml"), as: UTF8.self)
    #expect(text.contains("县司法局"))
    #expect(!text.contains("视频分会场"))
    #expect(!text.contains("{"))
  }

  @Test("the README shows just that Swift")
  func shown() throws {
    let source = try #require(TestFiles.text(String(#filePath)))
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let begin = try #require(lines.firstIndex { $0.hasSuffix("// README begins") })
    let end = try #require(lines.firstIndex { $0.hasSuffix("// README ends") })
    let imports = lines[..<begin].filter { $0.hasPrefix("import ") && !$0.contains("Test") }
    let code = lines[begin + 1..<end].map { $0.dropFirst(4) }
    let shown = (imports + [""] + code).map { $0 + "\n" }.joined()
    #expect(MarkdownBlocks(ReadmeTests.text("README.md")).of("swift") == [shown])
  }

  /// The example template, packed.
  static func noticeTemplate() throws -> [UInt8] {
    let folder = TestFiles.projectFolder + "/Assets/examples/notice"
    let files = TestFiles.paths(below: folder).map {
      (name: $0, bytes: TestFiles.bytes(folder + "/" + $0) ?? [])
    }
    return try OfficePackage(files: files).write(replacing: [:])
  }
}
