import TestSupport
import Testing

@testable import TemplateLanguage

@Suite("Looking for bytes")
struct ByteSearchTests {
  @Test("it finds what comparing everywhere finds")
  func property() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        UInt8.random(in: 0...1, using: &random)
      }
      let part = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        UInt8.random(in: 0...1, using: &random)
      }
      let naive = text.indices.first { text[$0...].starts(with: part) }
      #expect(ByteSearch(part).first(in: text) == naive)
    }
  }

  @Test("occurrences do not overlap, and are limited")
  func all() {
    let search = ByteSearch([1, 1])
    #expect(search.all(in: [1, 1, 1, 1, 1]) == [0, 2])
    #expect(search.all(in: [1, 1, 1, 1, 1], limit: 1) == [0])
    #expect(search.all(in: [1, 1], limit: 0) == [])
    #expect(search.all(in: []) == [])
  }
}
