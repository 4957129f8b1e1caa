import OfficeDocument
import TestSupport
import Testing

@Suite("--compress")
struct CompressTests {
  private static let rows = """
    <w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>{%tr for r in rows %}\
    </w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>{{ r }}</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p>\
    <w:r><w:t>{%tr endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>
    """

  /// A folder with a template, few.json and many.json.
  private static func scratch() throws -> ScratchFolder {
    let scratch = ScratchFolder()
    scratch.write("t.docx", try WordFile.package(rows).write(replacing: [:]))
    for (name, count) in [("few", 2), ("many", 500)] {
      let list = (1...count).map { "\"row \($0 % 7)\"" }.joined(separator: ",")
      scratch.write("\(name).json", Array("{\"rows\": [\(list)]}".utf8))
    }
    return scratch
  }

  /// The document that `fill` writes.
  private static func filled(_ data: String, _ compress: String?, in scratch: ScratchFolder) throws -> [UInt8]
  {
    let option = compress.map { ["--compress", $0] } ?? []
    let result = Program.run(["fill", "t.docx", data, "-o", "out.docx"] + option, in: scratch.path)
    #expect(result.status == 0, "\(result.errors)")
    return scratch.bytes("out.docx")
  }

  @Test("every way unpacks to the same parts; a higher level is smaller")
  func ways() throws {
    let scratch = try Self.scratch()
    let plain = try OfficePackage(Self.filled("many.json", "zlib", in: scratch))
    for way in ["template", "zlib:1", "zlib:9"] {
      let document = try OfficePackage(Self.filled("many.json", way, in: scratch))
      #expect(document.entries.map(\.name) == plain.entries.map(\.name))
      for entry in plain.entries {
        #expect(try document.bytes(of: entry.name) == plain.bytes(of: entry.name), "\(way) \(entry.name)")
      }
    }
    #expect(
      try Self.filled("many.json", "zlib:9", in: scratch).count
        < Self.filled("many.json", "zlib:1", in: scratch).count)
    #expect(
      try Self.filled("few.json", "zlib", in: scratch) == Self.filled("few.json", "zlib:6", in: scratch))
  }

  @Test("one document is made without a search of the template, unless loops write much more than it holds")
  func oneOff() throws {
    let scratch = try Self.scratch()
    #expect(try Self.filled("few.json", nil, in: scratch) == Self.filled("few.json", "zlib:3", in: scratch))
    #expect(
      try Self.filled("many.json", nil, in: scratch) == Self.filled("many.json", "template", in: scratch))
    #expect(
      try Self.filled("few.json", "template", in: scratch) != Self.filled("few.json", "zlib:3", in: scratch))
  }

  @Test("batch searches the template, render does not; both can be told")
  func otherCommands() throws {
    let scratch = ScratchFolder()
    scratch.write("r.jsonl", BatchTests.records(3))
    func batch(_ option: String...) -> [String: [UInt8]] {
      let result = BatchTests.run(["r.jsonl", "-o", "out"] + option, in: scratch)
      #expect(result.status == 0, "\(result.errors)")
      return BatchTests.documents(scratch, "out")
    }
    let searched = batch()
    #expect(searched.count == 3)
    #expect(batch("--compress", "template") == searched)
    #expect(batch("--compress", "zlib:3") != searched)
    // What was made with other options is made again.
    #expect(batch("--compress", "template", "--resume") == searched)

    func render(_ option: String...) -> [UInt8] {
      let result = Program.run(
        ["render", Program.example("sepabayi-2021.yaml"), "-o", "out", "--to", "odt"] + option,
        in: scratch.path)
      #expect(result.status == 0, "\(result.errors)")
      return scratch.bytes("out/sepabayi-2021.odt")
    }
    let plain = render()
    #expect(render("--compress", "zlib:3") == plain)
    #expect(render("--compress", "template") != plain)
  }

  @Test(
    "what is no way is wrong usage",
    arguments: ["", "gzip", "zlib:", "zlib:0", "zlib:10", "zlib:six", "Template"])
  func wrong(_ way: String) throws {
    let scratch = try Self.scratch()
    for command in ["fill", "batch"] {
      let result = Program.run([command, "t.docx", "few.json", "--compress", way], in: scratch.path)
      #expect(result.status == 64)
      #expect(result.errors.contains("--compress"))
    }
    #expect(TestFiles.names(in: scratch.path) == ["few.json", "many.json", "t.docx"])
  }
}
