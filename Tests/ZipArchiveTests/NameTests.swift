import Testing
import ZipArchive

struct NameTests {
  static let bad: [[UInt8]] = [
    [], Array("../a".utf8), Array("a/../b".utf8), Array("a/..".utf8), Array("..".utf8), Array("./a".utf8),
    Array("a/./b".utf8), Array("/a".utf8), Array("//a".utf8), Array("a//b".utf8), Array("C:a".utf8),
    Array("c:/a".utf8), Array("a\\b".utf8), Array("..\\a".utf8), [0x61, 0, 0x62], [0x61, 0x0A], [0x7F],
    [0xC3, 0x28], [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [UInt8](repeating: 0x61, count: 1_025),
  ]

  @Test("a name that climbs, is absolute, or is no clean UTF-8 is refused on reading", arguments: bad)
  func refused(_ name: [UInt8]) {
    #expect(refusal { $0.name = name } == "zip-bad-name")
  }

  @Test("the same names are refused on writing", arguments: bad.filter { $0.count < 1_025 })
  func refusedOnWriting(_ name: [UInt8]) throws {
    guard let text = String(validating: name, as: UTF8.self) else { return }
    var writer = try ZipWriter()
    let error = #expect(throws: ZipError.self) { try writer.add(text, [1]) }
    #expect(error?.code == "zip-bad-name")
  }

  @Test(
    "unusual but harmless names pass",
    arguments: [
      "a", "...", "a/.b", "a..b", "..a", "[Content_Types].xml", "_rels/.rels", "附件/表一.xml", "ab:c", "a b",
    ])
  func allowed(_ name: String) throws {
    var writer = try ZipWriter()
    try writer.add(name, [1, 2])
    let reader = try ZipReader(writer.finish())
    #expect(reader.entries.map(\.name) == [name])
    #expect(try reader.read(0) == [1, 2])
  }

  @Test(
    "two names that differ at most in ASCII case are refused", arguments: ["last", "LAST", "lAsT", "last/"])
  func twins(_ name: String) throws {
    #expect(refusal { $0.name = Array(name.utf8) } == "zip-twin-name")
    var writer = try ZipWriter()
    try writer.add("last", [])
    let error = #expect(throws: ZipError.self) { try writer.add(name, []) }
    #expect(error == ZipError.twin(name))
  }

  @Test("names that differ in the case of other letters are no twins")
  func otherCase() throws {
    var writer = try ZipWriter()
    try writer.add("é", [1])
    try writer.add("É", [2])
    #expect(try ZipReader(writer.finish()).entries.count == 2)
  }

  @Test("an error shows a name without its control characters")
  func shown() {
    let error = #expect(throws: ZipError.self) {
      _ = try ZipReader(RawArchive(.init([0x61, 0x1B, 0x62], [])).bytes).entries
    }
    #expect(error?.entry == "a?b")
  }
}

extension ZipError {
  fileprivate static func twin(_ name: String) -> ZipError {
    ZipError(
      entry: name, code: "zip-twin-name", chinese: "同名文件出现两次（不区分大小写）",
      english: "two entries have this name (letter case does not count)")
  }
}
