import Glibc
import OfficeDocument
import TestSupport
import Testing

@Suite("chengwen fill with documents, replacements and other templates")
struct FillFilesTests {
  private func scratch(_ text: String, data: String = "{}") throws -> ScratchFolder {
    let scratch = ScratchFolder()
    let template = try WordFile.package(
      "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>", parts: [("media", "image1.png")])
    scratch.write("t.docx", try template.write(replacing: [:]))
    scratch.write("d.json", Array(data.utf8))
    return scratch
  }

  private func fill(_ scratch: ScratchFolder, _ options: String...) -> Command {
    Program.run(["fill", "t.docx", "d.json", "-o", "out.docx"] + options, in: scratch.path)
  }

  private func body(_ scratch: ScratchFolder) throws -> String {
    try PartText.body(of: scratch.bytes("out.docx"))
  }

  @Test("a document beside the data is merged")
  func document() throws {
    let scratch = try scratch("{{ x }}", data: "{\"x\": {\"$document\": \"annex.docx\"}}")
    scratch.write(
      "annex.docx", try WordFile.package("<w:p><w:r><w:t>附件</w:t></w:r></w:p>").write(replacing: [:]))
    #expect(fill(scratch).status == 0)
    #expect(try body(scratch).contains("附件"))
  }

  @Test("a document that is none, or of the other format, is status 1, and nothing is written")
  func noDocument() throws {
    let scratch = try scratch("{{ x }}", data: "{\"x\": {\"$document\": \"annex.docx\"}}")
    scratch.write("annex.docx", Array("text".utf8))
    let damaged = fill(scratch)
    #expect(damaged.status == 1)
    #expect(damaged.errors.contains("x.$document: the document annex.docx can't be merged"))
    scratch.write("annex.docx", try OpenDocumentFile.package("<text:p>a</text:p>").write(replacing: [:]))
    let other = fill(scratch)
    #expect(other.status == 1)
    #expect(other.errors.contains("save the document as .docx"))
    #expect(!TestFiles.names(in: scratch.path).contains("out.docx"))
  }

  @Test("--replace and $replace put files in the place of the template's")
  func replace() throws {
    let scratch = try scratch("a", data: "{\"$replace\": {\"image1.png\": \"new.png\"}}")
    var picture = SmallPicture.png
    picture += [0]
    scratch.write("new.png", picture)
    #expect(fill(scratch).status == 0)
    #expect(try OfficePackage(scratch.bytes("out.docx")).bytes(of: "word/media/image1.png") == picture)
    scratch.write("d.json", Array("{}".utf8))
    #expect(fill(scratch, "--replace", "image1.png=new.png").status == 0)
    #expect(try OfficePackage(scratch.bytes("out.docx")).bytes(of: "word/media/image1.png") == picture)
  }

  @Test("--replace without a file is wrong usage, an unknown name status 1, a missing file status 2")
  func wrongReplace() throws {
    let scratch = try scratch("a")
    scratch.write("new.png", SmallPicture.png)
    #expect(fill(scratch, "--replace", "image1.png").status == 64)
    let unknown = fill(scratch, "--replace", "logo=new.png")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("there is: image1.png"))
    #expect(fill(scratch, "--replace", "image1.png=missing.png").status == 2)
  }

  @Test("--templates names the folder that templates are included from")
  func templates() throws {
    let scratch = try scratch("{% include 'a.txt' %}")
    scratch.write("parts/a.txt", Array("eingefügt".utf8))
    #expect(fill(scratch, "--templates", "parts").status == 0)
    #expect(try body(scratch).contains("eingefügt"))
    let without = fill(scratch)
    #expect(without.status == 1)
    #expect(without.errors.contains("name the folder with --templates"))
  }

  @Test(
    "nothing outside of the folder is included",
    arguments: ["../secret.txt", "link.txt", "folder/secret.txt", "/etc/hostname", "", "a//b"])
  func outside(_ name: String) throws {
    let scratch = try scratch("{% include '\(name)' %}")
    scratch.write("secret.txt", Array("secret".utf8))
    scratch.write("parts/a.txt", [])
    #expect(unsafe symlink("../secret.txt", scratch.path + "/parts/link.txt") == 0)
    #expect(unsafe symlink("..", scratch.path + "/parts/folder") == 0)
    let result = fill(scratch, "--templates", "parts")
    #expect(result.status == 1)
    #expect(result.errors.contains("is not in the folder named by --templates"))
  }

  @Test("a template that is not there is an error at its tag")
  func missing() throws {
    let scratch = try scratch("{% include 'b.txt' %}")
    scratch.write("parts/a.txt", [])
    let result = fill(scratch, "--templates", "parts")
    #expect(result.status == 1)
    #expect(result.errors.contains("body, paragraph 1: there is no template b.txt"))
  }
}
