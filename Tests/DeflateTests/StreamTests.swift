import Deflate
import TestSupport
import Testing
import ZipArchive

/// Texts compressed one by one and put behind each other.
struct StreamTests {
  @Test("stretches compressed by themselves make one stream with one checksum", arguments: UInt64(1)...60)
  func stretches(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var template = RandomTemplate(seed: seed, longest: 3000)
    let code = TemplateCode(template.blob, template.literals)
    var (bytes, wanted): ([UInt8], [UInt8]) = ([], [])
    var checksum: UInt32 = 0
    let count = Int.random(in: 1...5, using: &random)
    for number in 1...count {
      // An empty one, too.
      let size = Int.random(in: 0...40_000, using: &random)
      let text = size < 4000 ? TemplateText() : template.text(bytes: size)
      let packed = code.deflate(text, isLast: number == count)
      bytes += packed.bytes
      wanted += text.bytes(template.blob, template.literals)
      checksum = Deflated.checksum(checksum, followedBy: packed.crc32, count: packed.uncompressedSize)
    }
    let data = CompressedData(method: .deflate, bytes: bytes, uncompressedSize: wanted.count, crc32: checksum)
    #expect(try data.inflated() == wanted)
  }
}
