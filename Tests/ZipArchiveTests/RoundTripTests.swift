import Testing
import ZipArchive

struct RoundTripTests {
  @Test(
    "what is written is read back, in order",
    arguments: [Compression.stored, .deflate(level: 1), .deflate(level: 6), .deflate(level: 9)])
  func roundTrip(_ compression: Compression) throws {
    let parts: [(String, [UInt8])] = [
      ("[Content_Types].xml", Array("<Types/>".utf8)), ("word/", []),
      ("word/document.xml", Array(String(repeating: "<w:p/>", count: 5_000).utf8)),
      ("数据/表一.xml", Array("行政许可".utf8)), ("empty", []),
    ]
    var writer = try ZipWriter()
    for (name, content) in parts { try writer.add(name, content, compression) }
    let reader = try ZipReader(writer.finish())
    #expect(reader.entries.map(\.name) == parts.map(\.0))
    #expect(reader.entries.map(\.isFolder) == [false, true, false, false, false])
    for (index, part) in parts.enumerated() {
      #expect(try reader.read(index) == part.1)
      try reader.verify(index)
      #expect(reader.entries[index].uncompressedSize == part.1.count)
    }
  }

  @Test("an entry copied compressed keeps its bytes")
  func copied() throws {
    var writer = try ZipWriter()
    try writer.add("a", Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaa".utf8))
    try writer.add("b", Array("bb".utf8), .stored)
    let bytes = try writer.finish()
    let reader = try ZipReader(bytes)
    var copy = try ZipWriter()
    for (index, entry) in reader.entries.enumerated() {
      try copy.add(entry.name, try reader.readCompressed(index))
    }
    #expect(try copy.finish() == bytes)
  }

  @Test("compressed data unpacks to its content", arguments: [Compression.stored, .deflate(level: 6)])
  func compressedData(_ compression: Compression) throws {
    let content = Array("政府信息公开".utf8)
    let data = try CompressedData(content, compression)
    #expect(data.uncompressedSize == content.count)
    #expect(try data.inflated() == content)
    #expect(throws: ZipError.self) { try data.inflated(limit: content.count - 1) }
  }

  @Test("a stored mimetype that comes first has its type at byte 38")
  func mimetype() throws {
    let type = Array("application/vnd.oasis.opendocument.text".utf8)
    var writer = try ZipWriter()
    try writer.add("mimetype", type, .stored)
    try writer.add("content.xml", Array("<a/>".utf8))
    let bytes = try writer.finish()
    #expect(Array(bytes[38..<38 + type.count]) == type)
  }
}
