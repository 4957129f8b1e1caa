import Testing
import ZipArchive

struct HeaderTests {
  @Test("the archive these tests change is a good one")
  func control() {
    #expect(refusal { _ in } == nil)
  }

  @Test("methods other than stored and deflate are refused", arguments: [1, 6, 9, 12, 14, 93, 95, 0xFFFF])
  func method(_ method: Int) {
    #expect(refusal { $0.method = method } == "zip-method")
  }

  @Test("an encrypted entry is refused, whichever bit says so", arguments: [0x1, 0x41, 0x2000])
  func encrypted(_ flags: Int) {
    #expect(refusal { $0.flags = flags } == "zip-encrypted")
  }

  @Test("a local header that contradicts the directory is refused")
  func local() {
    #expect(refusal { $0.localName = Array("word/Document.xml".utf8) } == "zip-header-differs")
    #expect(refusal { $0.localName = Array("word/document.xml2".utf8) } == "zip-header-differs")
    #expect(refusal { $0.localMethod = 8 } == "zip-header-differs")
    #expect(refusal { $0.localCRC = 0 } == "zip-header-differs")
    #expect(refusal { $0.localPacked = 6 } == "zip-header-differs")
    #expect(refusal { $0.localUnpacked = 8 } == "zip-header-differs")
    #expect(refusal { $0.localFlags = 1 } == "zip-header-differs")
    #expect(refusal { $0.localFlags = 8 } == "zip-header-differs")
  }

  @Test("a symbolic link is refused")
  func link() {
    let refused = refusal {
      $0.madeBy = 0x31E
      $0.attributes = 0xA1FF_0000
    }
    #expect(refused == "zip-symbolic-link")
  }

  @Test("a Unicode path field may repeat the name, not change it")
  func unicodePath() {
    func field(_ name: String) -> [UInt8] {
      le(0x7075, 2) + le(5 + name.utf8.count, 2) + [1] + le(0, 4) + Array(name.utf8)
    }
    #expect(refusal { $0.extra = field("word/document.xml") } == nil)
    #expect(refusal { $0.extra = field("word/other.xml") } == "zip-header-differs")
    #expect(refusal { $0.localExtra = field("word/other.xml") } == "zip-header-differs")
  }

  @Test("sizes may stand in a descriptor after the data", arguments: [true, false])
  func descriptor(_ isSigned: Bool) {
    let refused = refusal {
      $0.flags = 8
      $0.descriptor = (isSigned ? le(0x0807_4B50, 4) : []) + le($0.crc, 4) + le(7, 4) + le(7, 4)
      ($0.localCRC, $0.localPacked, $0.localUnpacked) = (0, 0, 0)
    }
    #expect(refused == nil)
  }

  @Test("sizes that stand nowhere in the local header without a descriptor are refused")
  func noDescriptor() {
    #expect(refusal { ($0.localCRC, $0.localPacked, $0.localUnpacked) = (0, 0, 0) } == "zip-header-differs")
  }

  @Test("ZIP64 sizes are read from the extra field")
  func zip64() {
    let refused = refusal {
      $0.extra = le(1, 2) + le(16, 2) + le($0.unpacked, 8) + le($0.packed, 8)
      $0.localExtra = $0.extra
      ($0.packed, $0.unpacked) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    }
    #expect(refused == nil)
  }

  @Test("a ZIP64 size without its extra field, or with one cut short, is refused", arguments: [0, 8])
  func zip64Missing(_ length: Int) {
    let refused = refusal {
      $0.extra = length == 0 ? [] : le(1, 2) + le(length, 2) + le($0.unpacked, length)
      $0.localExtra = $0.extra
      ($0.packed, $0.unpacked) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    }
    #expect(refused == "zip-bad-directory")
  }

  @Test("sizes no file can have are refused", arguments: [Int.max, 1 << 60, 1 << 40, -1])
  func hugeSizes(_ size: Int) {
    let refused = refusal {
      $0.extra = le(1, 2) + le(16, 2) + le(size, 8) + le(size, 8)
      $0.localExtra = $0.extra
      ($0.packed, $0.unpacked) = (0xFFFF_FFFF, 0xFFFF_FFFF)
    }
    #expect(refused == "zip-entry-too-large")
  }

  @Test("an entry on another disk is refused")
  func disk() {
    #expect(refusal { $0.disk = 1 } == "zip-many-disks")
  }
}
