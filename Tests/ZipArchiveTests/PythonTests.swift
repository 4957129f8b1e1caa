import TestSupport
import Testing
import ZipArchive

/// Another program's view of what is written here.
@Suite(.enabled(if: Command(["python3", "--version"]).status == 0, "no python3"))
struct PythonTests {
  @Test("Python's zipfile reads what is written, and finds nothing wrong")
  func zipfile() throws {
    var writer = try ZipWriter()
    try writer.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8), .stored)
    try writer.add("内容/一.xml", Array(String(repeating: "成文", count: 10_000).utf8))
    try writer.add("empty/", [], .stored)
    try writer.add("copied", CompressedData(Array("copied".utf8)))
    let folder = ScratchFolder()
    folder.write("archive.zip", try writer.finish())
    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for entry in archive.infolist():
          assert entry.extra == b'' and entry.date_time == (1980, 1, 1, 0, 0, 0)
          print(entry.filename, entry.compress_type, entry.file_size, len(archive.read(entry)))
      """
    let python = Command(
      ["python3", "-c", script, folder.path + "/archive.zip"], environment: ["PYTHONIOENCODING": "utf-8"])
    #expect(python.status == 0, "\(python.errors)")
    #expect(
      python.output == """
        mimetype 0 39 39
        内容/一.xml 8 60000 60000
        empty/ 0 0 0
        copied 8 6 6

        """)
  }
}
