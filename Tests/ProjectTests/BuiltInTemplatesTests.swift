import BuiltInTemplates
import TestSupport
import Testing

struct BuiltInTemplatesTests {
  let folder = TestFiles.projectFolder + "/Templates"

  @Test("the program carries every file of Templates and no other; if not, run `make embedded`")
  func list() {
    let files = TestFiles.paths(below: folder)
    #expect(!files.isEmpty)
    #expect(BuiltInTemplates.paths == files)
  }

  @Test("the files in the program have the bytes of those in Templates")
  func contents() {
    for path in BuiltInTemplates.paths {
      #expect(BuiltInTemplates.bytes(of: path) == TestFiles.bytes(folder + "/" + path), "\(path)")
    }
  }

  @Test(
    "a path that is none has no bytes",
    arguments: ["", "2021", "2021/", "2021/no.yaml", "/2021/docx", "../README.md"])
  func missing(_ path: String) {
    #expect(BuiltInTemplates.bytes(of: path) == nil)
  }

  @Test("the files of a folder are named from that folder on")
  func folderOfFiles() {
    let parts = BuiltInTemplates.files(below: "2021/docx")
    #expect(parts.map(\.name).contains("word/document.xml"))
    #expect(parts.map(\.name).contains("_rels/.rels"))
    #expect(parts.map(\.name) == BuiltInTemplates.files(below: "2021/docx/").map(\.name))
    for part in parts { #expect(BuiltInTemplates.bytes(of: "2021/docx/" + part.name) == part.bytes) }
  }

  @Test("a folder whose name only begins alike is another folder")
  func otherFolder() {
    #expect(BuiltInTemplates.files(below: "2021/doc").isEmpty)
    #expect(BuiltInTemplates.files(below: "2021").allSatisfy { !$0.name.hasPrefix("-transitional") })
  }
}
