import OfficeDocument
import TestSupport
import Testing

@Suite("chengwen batch")
struct BatchTests {
  /// Records for the example's template; of those that are bad the template misses a name.
  static func records(_ count: Int, bad: Set<Int> = []) -> [UInt8] {
    let lines = (1...count).map { number in
      bad.contains(number)
        ? #"{"meeting": "m"}"#
        : #"{"meeting": "第\#(number)次会议", "date": "1日", "place": "三楼", "online": true, "agency": "甲/\#(number % 3)", "units": [{"name": "财政局", "people": \#(number)}]}"#
    }
    return Array(lines.joined(separator: "\n").utf8)
  }

  static func run(_ arguments: String..., input: [UInt8] = [], in folder: ScratchFolder) -> Command {
    run(arguments, input: input, in: folder)
  }

  static func run(_ arguments: [String], input: [UInt8] = [], in folder: ScratchFolder) -> Command {
    Command(
      [TestFiles.productsFolder + "/chengwen", "batch", Program.example("notice")] + arguments,
      in: folder.path,
      environment: ["LC_ALL": "C"], input: input)
  }

  /// The documents in a folder, with their bytes.
  static func documents(_ scratch: ScratchFolder, _ folder: String) -> [String: [UInt8]] {
    var documents: [String: [UInt8]] = [:]
    for name in TestFiles.names(in: scratch.path + "/" + folder, hidden: true) where name.hasSuffix(".docx") {
      documents[name] = scratch.bytes(folder + "/" + name)
    }
    return documents
  }

  @Test("a bad record is reported with its line and stops nobody else; the summary counts")
  func badRecords() {
    let scratch = ScratchFolder()
    scratch.write("r.jsonl", Self.records(20, bad: [4, 9]) + Array("\n{]\n".utf8))
    let result = Self.run("r.jsonl", "-o", "out", "--jobs", "3", in: scratch)
    #expect(result.status == 1)
    #expect(Self.documents(scratch, "out").count == 18)
    #expect(result.errors.contains("unknown name `date` (in r.jsonl:4)"))
    #expect(result.errors.contains("unknown name `date` (in r.jsonl:9)"))
    #expect(result.errors.contains("r.jsonl: line 21, column 2:"))
    #expect(result.errors.contains("21 records: 18 written, 0 unchanged, 3 failed"))
    let json = Self.run("r.jsonl", "-o", "out", "--format", "json", in: scratch)
    #expect(json.status == 1)
    #expect(
      json.output.hasPrefix(
        #"{"records": 21, "written": 18, "unchanged": 0, "failed": 3, "failed_records": [4, 9, 21], "diagnostics": [{"#
      ))
    #expect(json.errors == "")
  }

  @Test("names are safe, short, and each unlike all others")
  func names() {
    let scratch = ScratchFolder()
    let long = String(repeating: "长", count: 100)
    let names = [
      "a/b", "a\\b", "..", "../../x", "con", "COM1.txt", "A", "a", "a", " .b. ", "a-2", "x\u{202E}y\u{7}",
      long, long,
    ]
    let lines = names.map {
      "{\"meeting\": \"m\", \"n\": \"\($0.unicodeScalars.map { $0.value < 32 ? "\\u0007" : $0 == "\\" ? "\\\\" : String($0) }.joined())\"}"
    }
    scratch.write("r.jsonl", Array(lines.joined(separator: "\n").utf8))
    let result = Self.run("r.jsonl", "-o", "out", "--lenient", "--name", "{{ n }}", in: scratch)
    #expect(result.status == 1)
    #expect(result.errors.contains("r.jsonl: line 3, column 1: the name (--name): there is nothing to call"))
    let short = String(repeating: "长", count: 66)
    let cut = String(repeating: "长", count: 62)
    #expect(
      Set(Self.documents(scratch, "out").keys) == [
        "a_b.docx", "a_b-2.docx", "_.._x.docx", "_con.docx", "_COM1.txt.docx", "A.docx", "a-2.docx",
        "a-3.docx", "b.docx",
        "a-2-2.docx", "xy.docx", "\(short).docx", "\(cut)-2.docx",
      ])
  }

  @Test("the bytes are the same with one thread and with many, from lines and from an array")
  func threads() {
    let scratch = ScratchFolder()
    let lines = Self.records(40)
    scratch.write("r.jsonl", lines)
    scratch.write("r.json", Array("[".utf8) + lines.map { $0 == 0x0A ? 0x2C : $0 } + Array("]".utf8))
    #expect(Self.run("r.jsonl", "-o", "one", "--jobs", "1", in: scratch).status == 0)
    #expect(Self.run("r.json", "-o", "many", "--jobs", "8", in: scratch).status == 0)
    #expect(Self.run("-", "-o", "piped", input: lines, in: scratch).status == 0)
    let one = Self.documents(scratch, "one")
    #expect(one.count == 40)
    #expect(one == Self.documents(scratch, "many"))
    #expect(one == Self.documents(scratch, "piped"))
  }

  @Test("--resume writes what is missing, changed or new, and nothing else")
  func resume() {
    let scratch = ScratchFolder()
    scratch.write("r.jsonl", Self.records(10))
    let name = "{{ meeting }}"
    #expect(Self.run("r.jsonl", "-o", "out", "--name", name, in: scratch).status == 0)
    let first = Self.documents(scratch, "out")
    func resumed() -> String {
      Self.run("r.jsonl", "-o", "out", "--name", name, "--resume", in: scratch).errors
    }
    #expect(resumed().hasPrefix("10 records: 0 written, 10 unchanged"))
    _ = Command(["rm", scratch.path + "/out/第3次会议.docx"])
    scratch.write("out/第5次会议.docx", [])
    #expect(resumed().hasPrefix("10 records: 2 written, 8 unchanged"))
    #expect(Self.documents(scratch, "out") == first)
    let text = String(decoding: Self.records(11), as: UTF8.self)
    scratch.write("r.jsonl", Array(text.replacing("\"people\": 7", with: "\"people\": 70").utf8))
    #expect(resumed().hasPrefix("11 records: 2 written, 9 unchanged"))
    let lenient = Self.run("r.jsonl", "-o", "out", "--name", name, "--resume", "--lenient", in: scratch)
    #expect(lenient.errors.hasPrefix("11 records: 11 written, 0 unchanged"))
  }

  @Test(
    "a batch that was killed leaves whole documents, and is completed by --resume", arguments: [60, 150, 300])
  func killed(milliseconds: Int) throws {
    let scratch = ScratchFolder()
    scratch.write("r.jsonl", Self.records(600))
    let program = TestFiles.productsFolder + "/chengwen"
    let arguments = ["batch", Program.example("notice"), "r.jsonl", "-o", "out"]
    let seconds = "0.\(String(1000 + milliseconds).dropFirst())"
    _ = Command(["timeout", "-s", "KILL", seconds, program] + arguments, in: scratch.path)
    for document in Self.documents(scratch, "out").values { _ = try OfficePackage(document) }
    let result = Self.run("r.jsonl", "-o", "out", "--resume", in: scratch)
    #expect(result.status == 0)
    #expect(Self.run("r.jsonl", "-o", "whole", in: scratch).status == 0)
    #expect(Self.documents(scratch, "out") == Self.documents(scratch, "whole"))
    let left = TestFiles.names(in: scratch.path + "/out", hidden: true).filter { $0.hasSuffix(".tmp") }
    #expect(left.isEmpty)
  }

  @Test("shards together give what one run gives, equal names included; each resumes what others did")
  func shards() {
    let scratch = ScratchFolder()
    scratch.write("r.jsonl", Self.records(30, bad: [11]))
    let name = "{{ agency }}"
    #expect(Self.run("r.jsonl", "-o", "whole", "--name", name, in: scratch).status == 1)
    var records: [String] = []
    for index in 1...4 {
      let run = Self.run("r.jsonl", "-o", "parts", "--name", name, "--shard", "\(index)/4", in: scratch)
      records.append(String(run.errors.split(separator: "\n").last?.prefix { $0 != " " } ?? ""))
    }
    #expect(records == ["8", "8", "7", "7"])
    #expect(Self.documents(scratch, "parts") == Self.documents(scratch, "whole"))
    let again = Self.run("r.jsonl", "-o", "parts", "--name", name, "--resume", in: scratch)
    #expect(again.errors.contains("30 records: 0 written, 29 unchanged, 1 failed"))
    for wrong in ["0/4", "5/4", "1", "1/0", "a/b", "-1/2"] {
      #expect(Self.run("r.jsonl", "--shard=\(wrong)", in: scratch).status == 64, "\(wrong)")
    }
  }

  @Test("a folder of files, a YAML list and a CSV file are records too")
  func otherRecords() {
    let scratch = ScratchFolder()
    let record = TestFiles.bytes(Program.example("notice.yaml")) ?? []
    _ = Command(["mkdir", "-p", scratch.path + "/units"])
    scratch.write("units/b.yaml", record)
    scratch.write("units/a.yaml", record)
    scratch.write("units/c.json", Array("[]".utf8))
    scratch.write("units/picture.png", [])
    let folder = Self.run("units", "-o", "out", in: scratch)
    #expect(folder.status == 1)
    #expect(folder.errors.contains("units/c.json: the data must be a mapping"))
    #expect(Set(Self.documents(scratch, "out").keys) == ["a.docx", "b.docx"])
    let yaml = record.split(separator: 0x0A).enumerated().map {
      ($0 == 0 ? "- " : "  ") + String(decoding: $1, as: UTF8.self)
    }
    scratch.write("list.yaml", Array(yaml.joined(separator: "\n").utf8))
    #expect(Self.run("list.yaml", "-o", "yaml", in: scratch).status == 0)
    #expect(Self.documents(scratch, "yaml")["1.docx"] == Self.documents(scratch, "out")["a.docx"])
    scratch.write("t.csv", [0x6D, 0x65, 0x65, 0x74, 0x69, 0x6E, 0x67, 0x0A, 0xBC, 0xD7, 0x0A])
    #expect(Self.run("t.csv", "-o", "csv", "--lenient", "--name", "{{ meeting }}", in: scratch).status == 0)
    #expect(Set(Self.documents(scratch, "csv").keys) == ["甲.docx"])
  }

  @Test("what can't be read or written is status 2, a bad pattern or file 1")
  func statuses() {
    let scratch = ScratchFolder()
    scratch.write("r.jsonl", Self.records(3))
    scratch.write("file", [])
    scratch.write("r.json", Array("[{} {}]".utf8))
    #expect(Self.run("none.jsonl", in: scratch).status == 2)
    #expect(Self.run("file", in: scratch).status == 2)
    #expect(Self.run("r.jsonl", "-o", "file", in: scratch).status == 2)
    #expect(Self.run("r.jsonl", "-o", "file/below", in: scratch).status == 2)
    #expect(Self.run("r.json", "-o", "out", "--lenient", in: scratch).status == 1)
    let pattern = Self.run("r.jsonl", "-o", "out", "--name", "{{ x", in: scratch)
    #expect(pattern.status == 1)
    #expect(pattern.errors.hasPrefix("--name: the name (--name):"))
    #expect(Self.run("r.jsonl", "--jobs", "0", in: scratch).status == 64)
  }

  @Test("a document that can't be written is reported, and the others are written")
  func unwritable() {
    let scratch = ScratchFolder()
    scratch.write("r.jsonl", Self.records(6))
    // A folder stands where the document belongs.
    _ = Command(["mkdir", "-p", scratch.path + "/out/2.docx/x"])
    let result = Self.run("r.jsonl", "-o", "out", in: scratch)
    #expect(result.status == 2)
    #expect(result.errors.contains("out/2.docx: can't be written: Is a directory"))
    #expect(result.errors.contains("6 records: 5 written, 0 unchanged, 1 failed"))
    // A limit of the system stands in for a full disk.
    let program = TestFiles.productsFolder + "/chengwen"
    let full = Command(
      [
        "bash", "-c",
        "trap '' XFSZ; ulimit -f 1; exec '\(program)' batch '\(Program.example("notice"))' r.jsonl -o full",
      ],
      in: scratch.path, environment: ["LC_ALL": "C"])
    #expect(full.status == 2)
    #expect(full.errors.contains("can't be written: File too large"))
    #expect(TestFiles.names(in: scratch.path + "/full", hidden: true).allSatisfy { $0.hasSuffix(".jsonl") })
  }
}
