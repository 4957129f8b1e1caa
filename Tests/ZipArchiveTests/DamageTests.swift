import Testing
import ZipArchive

struct DamageTests {
  @Test("damaged data is found by its checksum")
  func checksum() {
    #expect(refusal { $0.data[0] ^= 1 } == "zip-bad-checksum")
    #expect(refusal { $0.crc ^= 1 } == "zip-bad-checksum")
  }

  @Test("a deflate stream that is none is refused")
  func badStream() {
    #expect(refusal { ($0.method, $0.data) = (8, [0xFF, 0xFF, 1, 2, 3, 4, 5]) } == "zip-bad-data")
    #expect(refusal { ($0.method, $0.data, $0.packed) = (8, [], 0) } == "zip-wrong-size")
  }

  @Test("an entry that unpacks to more or less than it says is refused", arguments: [-500, -1, 1, 500])
  func lyingSize(_ difference: Int) throws {
    let data = try CompressedData([UInt8](repeating: 7, count: 1_000))
    let refused = refusal {
      ($0.method, $0.data, $0.packed) = (8, data.bytes, data.bytes.count)
      ($0.crc, $0.unpacked) = (Int(data.crc32), 1_000 + difference)
    }
    #expect(refused == "zip-wrong-size" || refused == "zip-bad-checksum")
  }

  @Test("compressed data with a wrong size or checksum does not unpack")
  func compressedData() throws {
    let good = try CompressedData(Array("成文成文成文".utf8))
    func changed(size: Int = 0, crc: UInt32 = 0) -> CompressedData {
      CompressedData(
        method: good.method, bytes: good.bytes, uncompressedSize: good.uncompressedSize + size,
        crc32: good.crc32 ^ crc)
    }
    #expect(try changed().inflated() == Array("成文成文成文".utf8))
    #expect(throws: ZipError.self) { try changed(size: 1).inflated() }
    #expect(throws: ZipError.self) { try changed(size: -1).inflated() }
    #expect(throws: ZipError.self) { try changed(crc: 1).inflated() }
    let error = #expect(throws: ZipError.self) { try changed().inflated(limit: 3) }
    #expect(error?.code == "zip-entry-too-large")
  }

  @Test("no single flipped bit gives other content unnoticed")
  func flips() throws {
    var writer = try ZipWriter()
    try writer.add("a", Array("成文".utf8), .stored)
    try writer.add("b", [UInt8](repeating: 9, count: 300))
    let good = try writer.finish()
    for position in good.indices {
      for bit in 0..<8 {
        var bytes = good
        bytes[position] ^= 1 << bit
        guard refusal(of: bytes) == nil else { continue }
        let reader = try ZipReader(bytes)
        #expect(try reader.read(0) == Array("成文".utf8))
        #expect(try reader.read(1) == [UInt8](repeating: 9, count: 300))
      }
    }
  }
}
