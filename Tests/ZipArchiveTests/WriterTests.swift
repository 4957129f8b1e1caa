import Testing
import ZipArchive

struct WriterTests {
  @Test("a fixed archive has fixed bytes")
  func golden() throws {
    var writer = try ZipWriter()
    try writer.add("mimetype", Array("text/plain".utf8), .stored)
    try writer.add("表", Array("aaaaaaaaaaaaaaaaaaaa".utf8))
    let stored =
      le(0, 2) + le(0, 2) + [0x21, 0] + le(Int(crc32(Array("text/plain".utf8))), 4) + le(10, 4) + le(10, 4)
    let deflated: [UInt8] = [0x4B, 0x4C, 0xC4, 0x04, 0x00]
    let packed =
      le(8, 2) + le(0, 2) + [0x21, 0] + le(Int(crc32([UInt8](repeating: 0x61, count: 20))), 4)
      + le(deflated.count, 4) + le(20, 4)
    let first = Array("mimetype".utf8)
    let second = Array("表".utf8)
    var expected = Array("PK\u{3}\u{4}".utf8)
    // Version, flags, what is above, the lengths of name and extra field.
    expected += le(10, 2) + le(0, 2) + stored + le(8, 2) + le(0, 2) + first + Array("text/plain".utf8)
    let secondOffset = expected.count
    expected += Array("PK\u{3}\u{4}".utf8)
    expected += le(20, 2) + le(0x800, 2) + packed + le(3, 2) + le(0, 2) + second + deflated
    let directory = expected.count
    // No extra field, comment, disk nor internal attributes; a regular file, rw-rw-rw-.
    let attributes = le(0, 2) + le(0, 2) + le(0, 2) + le(0, 2) + le(0x81B6_0000, 4)
    expected += Array("PK\u{1}\u{2}".utf8) + [63, 3]
    expected += le(10, 2) + le(0, 2) + stored + le(8, 2) + attributes + le(0, 4) + first
    expected += Array("PK\u{1}\u{2}".utf8) + [63, 3]
    expected += le(20, 2) + le(0x800, 2) + packed + le(3, 2) + attributes + le(secondOffset, 4) + second
    let size = expected.count - directory
    expected += Array("PK\u{5}\u{6}".utf8) + le(0, 4) + le(2, 2) + le(2, 2)
    expected += le(size, 4) + le(directory, 4) + le(0, 2)
    #expect(try writer.finish() == expected)
  }

  @Test("a level that is none is refused", arguments: [-1, 0, 10])
  func level(_ level: Int) throws {
    var writer = try ZipWriter()
    let error = #expect(throws: ZipError.self) { try writer.add("a", [], .deflate(level: level)) }
    #expect(error?.code == "zip-bad-level")
    #expect(throws: ZipError.self) { try CompressedData([], .deflate(level: level)) }
  }

  @Test("an archive without entries cannot be finished")
  func empty() throws {
    let error = #expect(throws: ZipError.self) { try ZipWriter().finish() }
    #expect(error?.code == "zip-no-entries")
  }

  @Test("a writer goes on after a refused entry")
  func goesOn() throws {
    var writer = try ZipWriter()
    #expect(throws: ZipError.self) { try writer.add("../a", [1]) }
    try writer.add("a", [1])
    #expect(throws: ZipError.self) { try writer.add("A", [2]) }
    let reader = try ZipReader(writer.finish())
    #expect(reader.entries.map(\.name) == ["a"])
    #expect(try reader.read(0) == [1])
  }

  @Test("what a caller's own encoder made is packed as it comes")
  func ownEncoder() throws {
    // A deflate stream of one stored block, which zlib would never choose for this.
    let content = Array("own".utf8)
    let stream: [UInt8] = [0x01, 3, 0, 0xFC, 0xFF] + content
    let data = CompressedData(
      method: .deflate, bytes: stream, uncompressedSize: 3, crc32: crc32(content))
    var writer = try ZipWriter()
    try writer.add("own", data)
    let reader = try ZipReader(writer.finish())
    #expect(try reader.readCompressed(0) == data)
    #expect(try reader.read(0) == content)
  }

  @Test("a writer that is not finished leaves nothing behind")
  func dropped() throws {
    // Under AddressSanitizer a leak fails the run.
    var writer = try ZipWriter()
    try writer.add("a", [UInt8](repeating: 0, count: 100_000))
    #expect(throws: ZipError.self) { try writer.add("a", []) }
  }
}
