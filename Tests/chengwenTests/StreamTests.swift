import OfficeDocument
import TestSupport
import Testing

@Suite("chengwen fill --stream")
struct StreamTests {
  static let data = "{meeting: m, date: d, place: p, online: false, agency: a}"
  static let units = [
    #"{"name": "甲<&", "people": 1}"#, #"{"name": "乙", "people": 2}"#, #"{"name": "丙", "people": 3}"#,
  ]

  private let scratch = ScratchFolder()

  init() {
    scratch.write("data.yaml", Array(Self.data.utf8))
    scratch.write("units.json", Array("[\(Self.units.joined(separator: ", "))]".utf8))
    scratch.write("units.jsonl", Array(Self.units.joined(separator: "\n").utf8))
    scratch.write("units.csv", Array("name,people\n甲<&,1\n乙,2\n丙,3\n".utf8))
    scratch.write(
      "whole.json",
      Array(
        "{\"meeting\": \"m\", \"date\": \"d\", \"place\": \"p\", \"online\": false, \"agency\": \"a\", \"units\": [\(Self.units.joined(separator: ", "))]}"
          .utf8))
  }

  private func fill(_ arguments: String..., input: [UInt8] = []) -> Command {
    Command(
      [TestFiles.productsFolder + "/chengwen", "fill", Program.example("notice")] + arguments,
      in: scratch.path,
      environment: ["LC_ALL": "C"], input: input)
  }

  @Test("a list streamed from an array, lines, CSV or standard input gives what the data file gives")
  func same() throws {
    #expect(fill("whole.json", "-o", "whole.docx").status == 0)
    let whole = try OfficePackage(scratch.bytes("whole.docx"))
    for file in ["units.json", "units.jsonl", "units.csv", "-"] {
      let result = fill(
        "data.yaml", "--stream", "units=\(file)", "-o", "s.docx", input: scratch.bytes("units.jsonl"))
      #expect(result.status == 0, "\(file): \(result.errors)")
      let streamed = try OfficePackage(scratch.bytes("s.docx"))
      #expect(try streamed.bytes(of: "word/document.xml") == whole.bytes(of: "word/document.xml"))
    }
    let names = TestFiles.names(in: scratch.path, hidden: true)
    #expect(!names.contains { $0.hasSuffix(".tmp") || $0.hasPrefix(".chengwen") })
  }

  @Test("rows that are wrong are said with their places in their file, and the document that was there stays")
  func badRows() {
    scratch.write("s.docx", Array("old".utf8))
    scratch.write(
      "units.jsonl", Array((Self.units[0] + "\n{\"name\": }\n" + Self.units[1] + "\n{\"name\" 1}\n").utf8))
    let result = fill("data.yaml", "--stream", "units=units.jsonl", "-o", "s.docx")
    #expect(result.status == 1)
    #expect(result.errors.contains("units.jsonl: line 2, column 10: a value is expected here"))
    #expect(result.errors.contains("units.jsonl: line 4, column 9: a colon is expected"))
    #expect(scratch.bytes("s.docx") == Array("old".utf8))
    scratch.write("units.json", Array("[{} {}]".utf8))
    #expect(fill("data.yaml", "--stream", "units=units.json", "-o", "s.docx").status == 1)
    let missing = fill("data.yaml", "--stream", "units=none.jsonl", "-o", "s.docx")
    #expect(missing.status == 1)
    #expect(missing.errors.contains("none.jsonl: can't be read: No such file"))
  }

  @Test("wrong usage, and what a streamed list can't do, end before anything is read")
  func wrong() {
    #expect(fill("data.yaml", "--stream", "units").status == 64)
    #expect(fill("data.yaml", "--stream", "units=a.json", "--stream", "units=b.json").status == 64)
    #expect(fill("-", "--stream", "units=-").status == 64)
    #expect(fill("data.yaml", "--max-output", "many").status == 64)
    #expect(fill("data.yaml", "--stream", "units=units.docx").status == 2)
    let elsewhere = fill("data.yaml", "--stream", "meeting=units.jsonl", "-o", "s.docx")
    #expect(elsewhere.status == 1)
    #expect(elsewhere.errors.contains("body, paragraph 1: `meeting` is read as it goes"))
  }

  @Test("--max-output bounds a part; what can't be written is status 2")
  func bounds() {
    let limited = fill("data.yaml", "--stream", "units=units.jsonl", "--max-output", "1K", "-o", "s.docx")
    #expect(limited.status == 1)
    #expect(limited.errors.contains("[too-much-output]"))
    #expect(fill("data.yaml", "--stream", "units=units.jsonl", "-o", "none/s.docx").status == 2)
    #expect(fill("whole.json", "-o", "/dev/full/x").status == 2)
  }

  @Test("memory does not grow with the rows")
  func memory() {
    func peak(_ rows: Int) -> Int {
      var lines: [UInt8] = []
      for row in 0..<rows { lines += Array("{\"name\": \"单位\(row)\", \"people\": \(row)}\n".utf8) }
      scratch.write("rows.jsonl", lines)
      let script =
        "import resource,subprocess,sys; subprocess.run(sys.argv[1:],check=True); print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
      let run = Command(
        [
          "python3", "-c", script, TestFiles.productsFolder + "/chengwen", "fill", Program.example("notice"),
          "data.yaml", "--stream", "units=rows.jsonl", "-o", "rows.docx",
        ], in: scratch.path,
        // AddressSanitizer keeps what is freed for a while.
        environment: ["ASAN_OPTIONS": "quarantine_size_mb=1"])
      return run.output.split(separator: "\n").last.flatMap { Int($0) } ?? 0
    }
    let (few, many) = (peak(5_000), peak(40_000))
    #expect(few > 0)
    #expect(many < few * 3 / 2, "\(few) KiB for few rows, \(many) KiB for many")
  }
}
