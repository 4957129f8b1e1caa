import Glibc
import OfficeDocument
import TestSupport
import Testing

@Suite("chengwen fill with pictures")
struct FillPictureTests {
  private func scratch() throws -> ScratchFolder {
    let scratch = ScratchFolder()
    let template = try WordFile.package("<w:p><w:r><w:t>{{ x }}</w:t></w:r></w:p>")
    scratch.write("t.docx", try template.write(replacing: [:]))
    scratch.write("data/a.png", SmallPicture.png)
    scratch.write("b.png", SmallPicture.png)
    return scratch
  }

  private func fill(_ scratch: ScratchFolder, picture: String) -> Command {
    scratch.write("data/d.json", Array("{\"x\": {\"$image\": \"\(picture)\"}}".utf8))
    return Program.run("fill", "t.docx", "data/d.json", "-o", "out.docx", in: scratch.path)
  }

  @Test("a picture beside the data is printed, wherever the command runs")
  func beside() throws {
    let scratch = try scratch()
    #expect(fill(scratch, picture: "a.png").status == 0)
    #expect(try OfficePackage(scratch.bytes("out.docx")).contains("word/media/image1.png"))
  }

  @Test(
    "a file that is not beside the data is not read",
    arguments: ["../b.png", "/etc/passwd", "", "x/../../b.png", "link.png"])
  func elsewhere(name: String) throws {
    let scratch = try scratch()
    unsafe symlink(scratch.path + "/b.png", scratch.path + "/data/link.png")
    let result = fill(scratch, picture: name)
    #expect(result.status == 1)
    #expect(result.errors.contains("[file-elsewhere]"))
    #expect(result.errors.contains("data/d.json: x.$image"))
    #expect(scratch.bytes("out.docx").isEmpty)
  }

  @Test("a picture that is missing, or none, is told with its path in the data")
  func missing() throws {
    let scratch = try scratch()
    #expect(fill(scratch, picture: "none.png").errors.contains("[unreadable-file]"))
    #expect(fill(scratch, picture: "d.json").errors.contains("[unknown-picture]"))
  }
}
