import Deflate
import TestSupport
import Testing
import ZipArchive

/// What is compressed unpacks to the same bytes, with the size and CRC that were said.
struct InflatingTests {
  private func expectSame(_ code: TemplateCode, _ text: TemplateText, _ bytes: [UInt8]) throws {
    let packed = code.deflate(text)
    #expect(packed.uncompressedSize == bytes.count)
    let data = CompressedData(
      method: .deflate, bytes: packed.bytes, uncompressedSize: packed.uncompressedSize, crc32: packed.crc32)
    let inflated = try data.inflated()
    // Not compared by the macro, which would print megabytes.
    let isSame = inflated == bytes
    #expect(isSame)
  }

  @Test("random texts of random templates", arguments: 0..<60)
  func random(_ seed: UInt64) throws {
    var template = RandomTemplate(seed: seed, longest: seed % 4 == 0 ? 100_000 : 3000)
    let code = TemplateCode(template.blob, template.literals)
    for bytes in [0, 1, 100, 10_000, 200_000] {
      let text = template.text(bytes: bytes)
      try expectSame(code, text, text.bytes(template.blob, template.literals))
    }
  }

  @Test("many values, for which codes are made anew", arguments: 200..<205)
  func manyValues(_ seed: UInt64) throws {
    var template = RandomTemplate(seed: seed, longest: 300)
    let text = template.text(bytes: 1_000_000)
    try expectSame(
      TemplateCode(template.blob, template.literals), text, text.bytes(template.blob, template.literals))
  }

  @Test("nothing, from a template without literals and from one that is not used")
  func nothing() throws {
    try expectSame(TemplateCode([], []), TemplateText(), [])
    try expectSame(TemplateCode([1, 2, 3], [0..<0, 0..<3]), TemplateText(), [])
  }

  @Test("values alone", arguments: [1, 2, 3, 4, 5, 258, 259, 260, 261, 16_384, 16_385, 70_000])
  func values(_ count: Int) throws {
    let code = TemplateCode([], [])
    var random = SeededGenerator(seed: UInt64(count))
    for values in [
      [UInt8](repeating: 7, count: count), (0..<count).map { UInt8(truncatingIfNeeded: $0) },
      (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) },
    ] {
      var text = TemplateText()
      text.values = values
      try expectSame(code, text, values)
    }
  }

  @Test("empty literals between values", arguments: [0, 1, 5])
  func emptyLiterals(_ count: Int) throws {
    let code = TemplateCode([1, 2, 3, 4, 5], [0..<0, 0..<5])
    var text = TemplateText()
    for value in ["abcabcabc", "abcabcabd", "", "abcabcabc"] {
      for _ in 0..<count { text.append(literal: 0, count: 0) }
      text.values += Array(value.utf8)
      text.append(literal: 1, count: 5)
    }
    try expectSame(code, text, text.bytes([1, 2, 3, 4, 5], [0..<0, 0..<5]))
  }

  @Test(
    "the same literal again after just as many bytes as a match may reach back, and one more",
    arguments: [32_760, 32_767, 32_768, 32_769, 40_000, 70_000])
  func distance(_ distance: Int) throws {
    let blob = Array("<w:p><w:r><w:t xml:space=\"preserve\">".utf8)
    var random = SeededGenerator(seed: 1)
    var text = TemplateText()
    for _ in 0..<3 {
      text.append(literal: 0, count: blob.count)
      text.values += (0..<distance - blob.count).map { _ in UInt8.random(in: 0...255, using: &random) }
    }
    try expectSame(TemplateCode(blob, [0..<blob.count]), text, text.bytes(blob, [0..<blob.count]))
  }

  @Test("a literal longer than a match may reach back, once and again")
  func longLiterals() throws {
    var random = SeededGenerator(seed: 2)
    let noise = (0..<70_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    let blob = noise + noise + [UInt8](repeating: 9, count: 100_000)
    let literals = [0..<140_000, 140_000..<240_000]
    let code = TemplateCode(blob, literals)
    var text = TemplateText()
    for number in [0, 1, 1, 0] {
      text.append(literal: number, count: literals[number].count)
      text.values += [1, 2]
    }
    try expectSame(code, text, text.bytes(blob, literals))
  }

  @Test("a literal that refers to one that was left out, or is written later")
  func leftOut() throws {
    let words = (0..<60).map { "<w:element w:number=\"\($0)\"/>" }.joined()
    let blob = Array((words + "<end/>" + words).utf8)
    let half = blob.count / 2
    let literals = [0..<half, half..<blob.count]
    let code = TemplateCode(blob, literals)
    for order in [[1], [1, 0], [1, 1, 0], [0, 1]] {
      var text = TemplateText()
      for number in order { text.append(literal: number, count: literals[number].count) }
      try expectSame(code, text, text.bytes(blob, literals))
    }
  }

  @Test("the same text gives the same bytes")
  func reproducible() {
    var template = RandomTemplate(seed: 7, longest: 5000)
    let text = template.text(bytes: 100_000)
    let code = TemplateCode(template.blob, template.literals)
    let again = TemplateCode(template.blob, template.literals)
    #expect(code.deflate(text) == code.deflate(text))
    #expect(code.deflate(text) == again.deflate(text))
  }

  @Test(
    "Python's zlib unpacks it, too, and finds nothing behind the stream's end",
    .enabled(if: Command(["python3", "--version"]).status == 0, "no python3"))
  func python() {
    let folder = ScratchFolder()
    var names: [String] = []
    for seed in UInt64(300)..<320 {
      var template = RandomTemplate(seed: seed, longest: 20_000)
      let text = template.text(bytes: seed % 2 == 0 ? 20_000 : 300_000)
      folder.write("\(seed).deflate", TemplateCode(template.blob, template.literals).deflate(text).bytes)
      folder.write("\(seed).text", text.bytes(template.blob, template.literals))
      names.append("\(folder.path)/\(seed)")
    }
    let script = """
      import sys, zlib
      for name in sys.argv[1:]:
          unpacker = zlib.decompressobj(-15)
          text = unpacker.decompress(open(name + '.deflate', 'rb').read())
          assert unpacker.eof and not unpacker.unused_data, name
          assert text == open(name + '.text', 'rb').read(), name
      """
    let python = Command(["python3", "-c", script] + names)
    #expect(python.status == 0, "\(python.errors)")
  }
}
