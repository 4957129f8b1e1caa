import Testing
import ZipArchive

struct LimitTests {
  /// Three entries of 1,000 bytes each, about 20 packed.
  let bytes: [UInt8]

  init() throws {
    var writer = try ZipWriter()
    for name in ["one", "two", "three"] { try writer.add(name, [UInt8](repeating: 1, count: 1_000)) }
    bytes = try writer.finish()
  }

  @Test("what is at its limit passes, what is beyond is refused")
  func each() {
    #expect(refusal(of: bytes, limits: ZipLimits(entries: 3)) == nil)
    #expect(refusal(of: bytes, limits: ZipLimits(entries: 2)) == "zip-too-many-entries")
    #expect(refusal(of: bytes, limits: ZipLimits(nameBytes: 5)) == nil)
    #expect(refusal(of: bytes, limits: ZipLimits(nameBytes: 4)) == "zip-bad-name")
    #expect(refusal(of: bytes, limits: ZipLimits(archiveBytes: bytes.count)) == nil)
    #expect(refusal(of: bytes, limits: ZipLimits(archiveBytes: bytes.count - 1)) == "zip-too-large")
    #expect(refusal(of: bytes, limits: ZipLimits(entryBytes: 1_000)) == nil)
    #expect(refusal(of: bytes, limits: ZipLimits(entryBytes: 999)) == "zip-entry-too-large")
    #expect(refusal(of: bytes, limits: ZipLimits(totalBytes: 3_000)) == nil)
    #expect(refusal(of: bytes, limits: ZipLimits(totalBytes: 2_999)) == "zip-unpacks-too-large")
  }

  @Test("the ratio counts only above its floor")
  func ratio() {
    #expect(refusal(of: bytes, limits: ZipLimits(ratio: 10, ratioFloor: 999)) == "zip-bomb")
    #expect(refusal(of: bytes, limits: ZipLimits(ratio: 10, ratioFloor: 1_000)) == nil)
    #expect(refusal(of: bytes, limits: ZipLimits(ratio: 200, ratioFloor: 0)) == nil)
  }

  @Test("20,000 entries are read when the limit allows them")
  func many() throws {
    let entries = (0..<20_000).map { RawArchive.Entry("word/media/image\($0).png", "") }
    let archive = RawArchive(entries).bytes
    #expect(refusal(of: archive) == "zip-too-many-entries")
    #expect(try ZipReader(archive, limits: ZipLimits(entries: 20_000)).entries.count == 20_000)
  }

  @Test("a deflate stream that claims more than deflate can do is refused before it is unpacked")
  func impossible() {
    let refused = refusal {
      ($0.method, $0.unpacked) = (8, 200 << 20)
    }
    #expect(refused == "zip-bomb")
    let small = refusal {
      ($0.method, $0.unpacked) = (8, 15 << 20)
    }
    #expect(small == "zip-wrong-size")
  }
}
