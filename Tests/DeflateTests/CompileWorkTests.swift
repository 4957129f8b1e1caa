import TestSupport
import Testing

@testable import Deflate

struct CompileWorkTests {
  /// Literals as a template with so many tags has them: rows that differ a little, with text here and there.
  private static func table(tags: Int) -> StretchTable {
    var random = SeededGenerator(seed: 11)
    var blob: [UInt8] = []
    var literals: [Range<Int>] = []
    for tag in 0..<tags {
      let start = blob.count
      let width = 400 + Int.random(in: 0...900, using: &random)
      let label = Int.random(in: 0..<4, using: &random) == 0 ? "第\(tag)项规章行政规范性文件" : ""
      blob += Array(
        "</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w=\"\(width)\" w:type=\"dxa\"/></w:tcPr><w:p><w:r><w:t>\(label)"
          .utf8)
      literals.append(start..<blob.count)
    }
    return StretchTable(blob, literals)
  }

  @Test("the search for repetitions is linear: ten times the tags, ten times the work")
  func linear() {
    let work = [1000, 10_000, 100_000].map { StretchParser(Self.table(tags: $0)).work }
    // At first there is less to look at than later on.
    #expect(work[1] <= 12 * work[0] && work[2] * 2 <= 21 * work[1], "\(work)")
  }

  @Test("the worst texts cost no more than their length times the candidates looked at")
  func worst() {
    for text in [
      [UInt8](repeating: 0x61, count: 100_000), Array(String(repeating: "abcd", count: 25_000).utf8),
    ] {
      for size in [7, 500, 100_000] {
        let literals = stride(from: 0, to: text.count, by: size).map { $0..<min(text.count, $0 + size) }
        #expect(StretchParser(StretchTable(text, literals)).work <= 200 * text.count)
      }
    }
  }
}
