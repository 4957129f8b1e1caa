import Foundation
import Testing
import ZipArchive

/// Another program's view of what is written here.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no python3"))
struct PythonTests {
  @Test("Python's zipfile reads what is written, and finds nothing wrong")
  func zipfile() throws {
    var writer = try ZipWriter()
    try writer.add("mimetype", Array("application/vnd.oasis.opendocument.text".utf8), .stored)
    try writer.add("内容/一.xml", Array(String(repeating: "成文", count: 10_000).utf8))
    try writer.add("empty/", [], .stored)
    try writer.add("copied", CompressedData(Array("copied".utf8)))
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).zip")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(writer.finish()).write(to: file)

    let script = """
      import sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for entry in archive.infolist():
          assert entry.extra == b'' and entry.date_time == (1980, 1, 1, 0, 0, 0)
          print(entry.filename, entry.compress_type, entry.file_size, len(archive.read(entry)))
      """
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    python.arguments = ["-c", script, file.path]
    python.environment = ["PYTHONIOENCODING": "utf-8"]
    let output = Pipe()
    python.standardOutput = output
    try python.run()
    let said = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    #expect(python.terminationStatus == 0)
    #expect(
      String(decoding: said, as: UTF8.self) == """
        mimetype 0 39 39
        内容/一.xml 8 60000 60000
        empty/ 0 0 0
        copied 8 6 6

        """)
  }
}
