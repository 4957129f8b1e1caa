import TestSupport
import Testing
import ZipArchive

struct RandomTests {
  @Test("random entries come back as they were written", arguments: 0..<40)
  func roundTrip(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var parts: [(name: String, content: [UInt8])] = []
    var writer = try ZipWriter()
    for index in 0..<Int.random(in: 1...30, using: &random) {
      // From noise to one repeated byte, from nothing to more than libzip's buffers.
      let length = Int.random(in: 0...1 << Int.random(in: 0...17, using: &random), using: &random)
      let alphabet = UInt8.random(in: 0...255, using: &random)
      let content = (0..<length).map { _ in UInt8.random(in: 0...alphabet, using: &random) }
      parts.append(("folder\(index % 3)/部件\(index)", content))
      let level = Int.random(in: 0...9, using: &random)
      try writer.add(parts[index].name, content, level == 0 ? .stored : .deflate(level: level))
    }
    let reader = try ZipReader(writer.finish())
    #expect(reader.entries.map(\.name) == parts.map(\.name))
    var copy = try ZipWriter()
    for (index, part) in parts.enumerated() {
      #expect(try reader.read(index) == part.content)
      try reader.verify(index)
      let data = try reader.readCompressed(index)
      #expect(data.crc32 == crc32(part.content))
      #expect(try data.inflated() == part.content)
      try copy.add(part.name, data)
    }
    let copied = try ZipReader(copy.finish())
    for (index, part) in parts.enumerated() { #expect(try copied.read(index) == part.content) }
  }
}
