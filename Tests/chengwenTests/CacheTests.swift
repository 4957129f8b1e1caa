import BinaryForms
import Glibc
import OfficeDocument
import TestSupport
import Testing

@Suite("Compiled templates that are kept")
struct CacheTests {
  private static let template = "<w:p><w:r><w:t>Dear {{ name }}</w:t></w:r></w:p>"

  /// A folder with a template and data for it.
  private static func scratch(_ body: String = template) throws -> ScratchFolder {
    let scratch = ScratchFolder()
    scratch.write("t.docx", try WordFile.package(body).write(replacing: [:]))
    scratch.write("d.json", Array(#"{"name": "王芳", "rows": [1, 2]}"#.utf8))
    return scratch
  }

  private static func fill(
    _ scratch: ScratchFolder, _ options: String..., cache: String = "cache"
  ) -> (document: [UInt8], command: Command) {
    let name = cache == "off" ? cache : "\(scratch.path)/\(cache)"
    unsafe unlink(scratch.path + "/out.docx")
    let command = Program.run(
      ["fill", "t.docx", "d.json", "-o", "out.docx"] + options, in: scratch.path, cache: name)
    return (scratch.bytes("out.docx"), command)
  }

  private static func kept(_ scratch: ScratchFolder, _ folder: String = "cache") -> [String] {
    TestFiles.names(in: "\(scratch.path)/\(folder)", hidden: true)
  }

  @Test("a template is kept once, and gives the same document from then on")
  func same() throws {
    let scratch = try Self.scratch()
    let plain = Self.fill(scratch, cache: "off")
    #expect(plain.command.status == 0)
    #expect(Self.kept(scratch).isEmpty)
    for _ in 0..<3 {
      let filled = Self.fill(scratch)
      #expect(filled.command.status == 0, "\(filled.command.errors)")
      #expect(filled.document == plain.document)
      #expect(Self.kept(scratch).count == 1)
    }
  }

  /// Changes a word of the template in what is kept of it, as only its owner can: the checksum holds.
  private static func forge(_ path: String, in scratch: ScratchFolder) throws {
    let bytes = scratch.bytes(path)
    let archive = scratch.bytes("t.docx")
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: archive) }) + archive.count
    var form = Array(bytes[start...])
    let words = form.indices.filter { form[$0...].starts(with: "Dear".utf8) }
    #expect(!words.isEmpty)
    for word in words { form[word] = UInt8(ascii: "F") }
    BinaryChecksum.enter(into: &form)
    scratch.write(path, bytes[..<start] + form)
  }

  private static func text(_ document: [UInt8]) throws -> String {
    String(decoding: try OfficePackage(document).bytes(of: "word/document.xml"), as: UTF8.self)
  }

  @Test("what is kept is what a later run uses, and does not write again")
  func used() throws {
    let scratch = try Self.scratch()
    #expect(try Self.text(Self.fill(scratch).document).contains("Dear 王芳"))
    let path = "cache/" + (try #require(Self.kept(scratch).first))
    try Self.forge(path, in: scratch)
    let written = Self.times(scratch, path)
    #expect(try Self.text(Self.fill(scratch).document).contains("Fear 王芳"))
    #expect(Self.times(scratch, path) == written)
    scratch.write(path, [])
    #expect(try Self.text(Self.fill(scratch).document).contains("Dear 王芳"))
    #expect(Self.times(scratch, path) != written, "an empty file is as none, and is written anew")
  }

  private static func times(_ scratch: ScratchFolder, _ path: String) -> [Int] {
    var status = stat()
    _ = unsafe stat("\(scratch.path)/\(path)", &status)
    return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
  }

  @Test("faults found with data have their places in a template that was kept, too")
  func faults() throws {
    let scratch = try Self.scratch(
      "<w:p><w:r><w:t>A {{ missing.x }} and {{ name | int }} {{ rows[9] }}</w:t></w:r></w:p>")
    let plain = Self.fill(scratch, cache: "off").command
    #expect(plain.status == 1)
    let first = Self.fill(scratch).command
    #expect(Self.kept(scratch).count == 1)
    let second = Self.fill(scratch).command
    for one in [first, second] {
      #expect(one.status == plain.status)
      #expect(one.errors == plain.errors)
    }
    let marked = Self.fill(scratch, "--mark-errors").command
    #expect(marked.status == 1)
    #expect(!scratch.bytes("t-errors.docx").isEmpty)
  }

  @Test("the data are held against a template that was kept")
  func check() throws {
    let scratch = try Self.scratch("<w:p><w:r><w:t>{{ name }} {{ rows[0] }} {{ place }}</w:t></w:r></w:p>")
    let plain = Self.fill(scratch, "--check", cache: "off").command
    #expect(plain.status == 1)
    for _ in 0..<2 { #expect(Self.fill(scratch, "--check").command.errors == plain.errors) }
    let inspected = Program.run(["inspect", "t.docx", "--format", "json"], in: scratch.path)
    for _ in 0..<2 {
      let again = Program.run(
        ["inspect", "t.docx", "--format", "json"], in: scratch.path, cache: scratch.path + "/cache")
      #expect(again.output == inspected.output)
    }
  }

  @Test("a faulty template is not kept")
  func faulty() throws {
    let scratch = try Self.scratch("<w:p><w:r><w:t>{{ name | nothing }}</w:t></w:r></w:p>")
    #expect(Self.fill(scratch).command.status == 1)
    #expect(Self.kept(scratch).isEmpty)
  }

  @Test("another template, other delimiters and streamed lists each have their own")
  func keys() throws {
    let rows = """
      <w:p><w:r><w:t>{{ name }}[[ name ]]</w:t></w:r></w:p><w:p><w:r><w:t>{%p for r in rows %}</w:t></w:r></w:p>\
      <w:p><w:r><w:t>{{ r }}</w:t></w:r></w:p><w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>
      """
    let scratch = try Self.scratch(rows)
    scratch.write("rows.jsonl", Array("1\n2\n".utf8))
    let options = [[], ["--delimiters", "[[ ]] [% %] [# #]"], ["--stream", "rows=rows.jsonl"]]
    for _ in 0..<2 {
      for option in options {
        func run(_ cache: String) -> [UInt8] {
          let command = Program.run(
            ["fill", "t.docx", "d.json", "-o", "out.docx"] + option, in: scratch.path, cache: cache)
          #expect(command.status == 0, "\(command.errors)")
          return scratch.bytes("out.docx")
        }
        #expect(run(scratch.path + "/cache") == run("off"), "\(option)")
      }
    }
    #expect(Self.kept(scratch).count == 3)
  }

  @Test("templates that may include others are not kept")
  func including() throws {
    let scratch = try Self.scratch()
    scratch.write("parts/p.txt", Array("x".utf8))
    #expect(Self.fill(scratch, "--templates", "parts").command.status == 0)
    #expect(Self.kept(scratch).isEmpty)
  }

  @Test("a file that is damaged anywhere is as none", arguments: [0, 20, 60, 500, -1, -400])
  func damaged(_ place: Int) throws {
    let scratch = try Self.scratch()
    let plain = Self.fill(scratch)
    let path = "cache/" + (try #require(Self.kept(scratch).first))
    let bytes = scratch.bytes(path)
    var damaged = bytes
    damaged[place < 0 ? damaged.count + place : place] ^= 0x41
    scratch.write(path, damaged)
    let filled = Self.fill(scratch)
    #expect(filled.command.status == 0, "\(filled.command.errors)")
    #expect(filled.document == plain.document)
    #expect(scratch.bytes(path) == bytes, "it is written anew")
    for count in [0, 10, 56, 300, bytes.count - 1] {
      scratch.write(path, Array(bytes[..<count]))
      #expect(Self.fill(scratch).document == plain.document)
    }
  }

  @Test("what another program of the same name wrote is as none")
  func otherProgram() throws {
    let scratch = try Self.scratch()
    let plain = Self.fill(scratch)
    let path = "cache/" + (try #require(Self.kept(scratch).first))
    let bytes = scratch.bytes(path)
    let copy = Command(["cp", "\(TestFiles.productsFolder)/chengwen", scratch.path + "/chengwen"])
    try #require(copy.status == 0, "\(copy.errors)")
    let other = Command(
      ["./chengwen", "fill", "t.docx", "d.json", "-o", "other.docx"], in: scratch.path,
      environment: ["CHENGWEN_CACHE": scratch.path + "/cache"])
    #expect(other.status == 0, "\(other.errors)")
    #expect(scratch.bytes("other.docx") == plain.document)
    #expect(scratch.bytes(path) != bytes, "it keeps what it compiled itself")
  }

  @Test(
    "what others could have written is not read: files, folders, links",
    arguments: ["chmod g+w FILE", "chmod o+w cache", "mv FILE away; ln -s ../away FILE"])
  func foreign(_ change: String) throws {
    let scratch = try Self.scratch()
    _ = Self.fill(scratch)
    let path = "cache/" + (try #require(Self.kept(scratch).first))
    try Self.forge(path, in: scratch)
    let done = Command(["sh", "-c", change.replacing("FILE", with: path)], in: scratch.path)
    try #require(done.status == 0, "\(done.errors)")
    let filled = Self.fill(scratch)
    #expect(filled.command.status == 0, "\(filled.command.errors)")
    #expect(try Self.text(filled.document).contains("Dear 王芳"))
  }

  @Test("a folder that can't be made or written changes nothing")
  func unwritable() throws {
    let scratch = try Self.scratch()
    scratch.write("file", [1])
    let filled = Self.fill(scratch, cache: "file/cache")
    #expect(filled.command.status == 0, "\(filled.command.errors)")
    #expect(filled.document == Self.fill(scratch, cache: "off").document)
    #expect(scratch.bytes("file") == [1])
  }

  @Test("the folder and its files are the user's alone")
  func permissions() throws {
    let scratch = try Self.scratch()
    _ = Self.fill(scratch, cache: "a/b")
    let name = try #require(Self.kept(scratch, "a/b").first)
    for (path, mode) in [("a", 0o700), ("a/b", 0o700), ("a/b/\(name)", 0o600)] {
      var status = stat()
      #expect(unsafe stat("\(scratch.path)/\(path)", &status) == 0)
      #expect(Int(status.st_mode & 0o777) == mode, "\(path)")
    }
  }

  @Test("where nothing is said, the folder is the user's cache folder")
  func standardFolder() throws {
    for (variables, folder) in [
      (["XDG_CACHE_HOME": "caches"], "caches/chengwen"), (["HOME": "home"], "home/.cache/chengwen"),
    ] {
      let scratch = try Self.scratch()
      let set = variables.map { "\($0.key)=\(scratch.path)/\($0.value)" }
      let program = "\(TestFiles.productsFolder)/chengwen"
      let filled = Command(
        ["env", "-u", "CHENGWEN_CACHE", "-u", "XDG_CACHE_HOME", "-u", "HOME"] + set
          + [program, "fill", "t.docx", "d.json", "-o", "out.docx"], in: scratch.path)
      #expect(filled.status == 0, "\(filled.errors)")
      #expect(Self.kept(scratch, folder).count == 1, "\(variables)")
    }
  }

  @Test("64 templates are kept; the oldest go")
  func room() throws {
    let scratch = try Self.scratch()
    _ = Self.fill(scratch)
    let first = try #require(Self.kept(scratch).first)
    for number in 0..<70 { scratch.write("cache/\(number).compiled", [0]) }
    // A file of a run that was killed, and files of somebody else.
    scratch.write("cache/0.compiled.123.tmp", [0])
    for name in ["cache/letter.docx", "cache/folder/1.compiled"] { scratch.write(name, [1]) }
    let dated = Command(
      [
        "sh", "-c",
        "touch -d 2001-01-01 cache/?.compiled; touch -d 2000-01-01 cache/*.tmp cache/letter.docx cache/folder/*",
      ],
      in: scratch.path)
    try #require(dated.status == 0)
    scratch.write("t.docx", try WordFile.package(Self.template + "<w:p/>").write(replacing: [:]))
    _ = Self.fill(scratch)
    let kept = Self.kept(scratch)
    #expect(kept.count { $0.hasSuffix(".compiled") } == 64)
    #expect(kept.contains(first))
    #expect(!kept.contains("0.compiled") || !kept.contains("1.compiled"))
    #expect(!kept.contains("0.compiled.123.tmp"))
    #expect(scratch.bytes("cache/letter.docx") == [1])
    #expect(scratch.bytes("cache/folder/1.compiled") == [1])
  }

  @Test("a large template is not kept")
  func large() throws {
    let scratch = try Self.scratch()
    var random = SeededGenerator(seed: 3)
    let noise = String(
      (0..<5_000_000).map { _ in Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &random))) })
    scratch.write(
      "t.docx",
      try WordFile.package(Self.template + "<w:p><w:r><w:t>\(noise)</w:t></w:r></w:p>").write(replacing: [:]))
    #expect(Self.fill(scratch).command.status == 0)
    #expect(Self.kept(scratch).isEmpty)
  }

  @Test("the built-in templates are kept, each format's, and give the same documents")
  func builtIn() throws {
    let scratch = ScratchFolder()
    for (output, cache) in [("plain", "off"), ("first", "cache"), ("second", "cache")] {
      let result = Program.run(
        ["render", Program.example("sepabayi-2021.yaml"), "-o", output], in: scratch.path,
        cache: cache == "off" ? cache : "\(scratch.path)/\(cache)")
      #expect(result.status == 0, "\(result.errors)")
    }
    #expect(Self.kept(scratch).count == 2)
    for ending in ["docx", "odt"] {
      let plain = scratch.bytes("plain/sepabayi-2021.\(ending)")
      #expect(!plain.isEmpty)
      #expect(scratch.bytes("first/sepabayi-2021.\(ending)") == plain)
      #expect(scratch.bytes("second/sepabayi-2021.\(ending)") == plain)
    }
    for name in Self.kept(scratch) {
      scratch.write("cache/\(name)", Array(scratch.bytes("cache/\(name)").dropLast(9)))
    }
    let result = Program.run(
      ["render", Program.example("sepabayi-2021.yaml"), "-o", "third"], in: scratch.path,
      cache: scratch.path + "/cache")
    #expect(result.status == 0, "\(result.errors)")
    #expect(scratch.bytes("third/sepabayi-2021.odt") == scratch.bytes("plain/sepabayi-2021.odt"))
  }
}
