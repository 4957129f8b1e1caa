import Testing
import ZipArchive

struct LayoutTests {
  let good = RawArchive(.init("a", "first"), .init("b", "second"))

  func refusal(_ change: (inout RawArchive) -> Void) -> String? {
    var archive = good
    change(&archive)
    return ZipArchiveTests.refusal(of: archive.bytes)
  }

  @Test("the archive these tests change is a good one")
  func control() {
    #expect(refusal { _ in } == nil)
  }

  @Test(
    "what is no archive is refused",
    arguments: ["", "P", "PK\u{3}\u{4}", "{\\rtf1 this is no archive at all}"])
  func noArchive(_ text: String) {
    #expect(ZipArchiveTests.refusal(of: Array(text.utf8)) == "zip-not-an-archive")
  }

  @Test("an archive cut off anywhere is refused")
  func cutOff() {
    let bytes = good.bytes
    for length in 0..<bytes.count {
      let code = ZipArchiveTests.refusal(of: Array(bytes[..<length]))
      #expect(code == (length < 22 ? "zip-not-an-archive" : "zip-cut-off"), "\(length) bytes")
    }
  }

  @Test("an archive without entries is refused")
  func empty() {
    #expect(ZipArchiveTests.refusal(of: RawArchive([]).bytes) == "zip-no-entries")
  }

  @Test("foreign bytes before, between directory and end, or behind are refused")
  func foreign() {
    #expect(refusal { $0.prefix = Array("%PDF-1.7".utf8) } == "zip-foreign-bytes")
    #expect(refusal { $0.beforeEnd = [1, 2, 3] } == "zip-foreign-bytes")
    #expect(refusal { $0.suffix = [0] } == "zip-cut-off")
  }

  @Test("a comment is allowed, unless it holds a second end record")
  func comment() {
    #expect(refusal { $0.comment = Array("PK\u{5}\u{6} harmless".utf8) } == nil)
    #expect(refusal { $0.comment = RawArchive(.init("other")).bytes } == "zip-two-end-records")
  }

  @Test("a directory that is not where or what the end record says is refused")
  func directory() {
    let size = good.entries.count * 47
    #expect(refusal { $0.count = 1 } == "zip-bad-directory")
    #expect(refusal { $0.count = 3 } == "zip-bad-directory")
    #expect(refusal { $0.count = 0 } == "zip-no-entries")
    #expect(refusal { $0.directorySize = size + 1 } == "zip-cut-off")
    #expect(refusal { $0.directorySize = size - 1 } == "zip-foreign-bytes")
    #expect(refusal { $0.directoryOffset = 0xFFFF_FFF0 } == "zip-cut-off")
    #expect(refusal { $0.directoryOffset = 0 } == "zip-foreign-bytes")
  }

  @Test("an archive split over disks is refused")
  func disks() {
    #expect(refusal { $0.disk = 1 } == "zip-many-disks")
  }

  @Test("entries that overlap are refused")
  func overlap() {
    // The second is the first once more: its own header has the first's name.
    #expect(refusal { $0.entries[1].offset = 0 } == "zip-header-differs")
    // An entry inside the data of another one, headers and all.
    var inner = RawArchive.Entry("inner", "hidden")
    let head = RawArchive(inner).bytes.prefix(30 + 5 + 6)
    let outer = RawArchive.Entry(Array("outer".utf8), [1, 2, 3] + head + [4])
    (inner.offset, inner.isGhost) = (30 + 5 + 3, true)
    #expect(ZipArchiveTests.refusal(of: RawArchive([outer, inner]).bytes) == "zip-overlap")
    #expect(ZipArchiveTests.refusal(of: RawArchive([outer]).bytes) == nil)
  }

  @Test("an entry that points outside the archive, or at no header, is refused")
  func pointsOutside() {
    #expect(refusal { $0.entries[1].offset = 0x7FFF_FFFF } == "zip-cut-off")
    #expect(refusal { $0.entries[1].offset = 1 } == "zip-bad-directory")
    #expect(refusal { ($0.entries[1].packed, $0.entries[1].unpacked) = (500, 500) } == "zip-cut-off")
  }

  @Test("a ZIP64 end record is read, and refused when it lies")
  func zip64() {
    #expect(refusal { $0.isZip64 = true } == nil)
    #expect(refusal { ($0.isZip64, $0.count) = (true, 3) } == "zip-bad-directory")
    #expect(refusal { ($0.isZip64, $0.count) = (true, Int.max) } == "zip-too-many-entries")
    #expect(refusal { ($0.isZip64, $0.directoryOffset) = (true, Int.max) } == "zip-cut-off")
    #expect(refusal { ($0.isZip64, $0.directorySize) = (true, -1) } == "zip-cut-off")
  }
}
