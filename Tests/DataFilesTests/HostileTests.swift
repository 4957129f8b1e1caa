import DataFiles
import TestSupport
import Testing

@Suite("Hostile data files")
struct HostileTests {
  @Test("random bytes, NUL and broken UTF-8 are refused", arguments: DataFormat.allCases)
  func noText(format: DataFormat) {
    var random = SeededGenerator(seed: 1)
    for length in [1, 2, 3, 16, 1000] {
      let bytes = (0..<length).map { _ in UInt8.random(in: 0x80...0xFF, using: &random) }
      #expect(throws: DataErrors.self) { try DataFile.read(bytes, name: "x", format: format) }
    }
    #expect(throws: DataErrors.self) { try DataFile.read([0, 0, 0], name: "x", format: format) }
    #expect(throws: DataErrors.self) {
      try DataFile.read(Array("\"a".utf8) + [0] + Array("b\"".utf8), name: "x", format: format)
    }
    for end in [[0xE8], [0xE8, 0xA7], [0xF0, 0x9F, 0x98], [0xC2]] as [[UInt8]] {
      #expect(throws: DataErrors.self) {
        try DataFile.read(Array("a: ".utf8) + end, name: "x", format: format)
      }
    }
  }

  @Test("a file that ends anywhere within is read or refused", arguments: DataFormat.allCases)
  func cutOff(format: DataFormat) {
    for seed in RandomTests.seeds {
      let bytes = Array(seed.utf8)
      for length in 0..<bytes.count {
        do throws(DataErrors) {
          _ = try DataFile.read(Array(bytes[..<length]), name: "x", format: format)
        } catch {
          #expect(!error.diagnostics.isEmpty)
        }
      }
    }
  }

  @Test("an alias of very much, used as a key, is refused as soon as one used as a value")
  func aliasAsKey() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      text +=
        "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(throws: DataErrors.self) {
      try DataFile.read(Array((text + "? *a9\n: 1\n").utf8), name: "x", format: .yaml)
    }
  }

  @Test(
    "a million brackets, minus signs, quotation marks or blanks cost no more than reading them",
    arguments: ["[", "- ", "\"", " ", "{", "a: ", "&a ", "!", "\n", "'", "\\", "0"])
  func long(piece: String) {
    let text = String(repeating: piece, count: 200_000)
    for format in DataFormat.allCases {
      do throws(DataErrors) {
        _ = try DataFile.read(Array(text.utf8), name: "x", format: format)
      } catch {
        #expect(error.diagnostics.count == 1)
      }
    }
  }
}
