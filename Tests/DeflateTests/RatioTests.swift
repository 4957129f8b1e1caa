import Deflate
import TestSupport
import Testing
import ZipArchive

struct RatioTests {
  /// A table as Word writes it, its cells to be filled in.
  private static let cells = (0..<7).map { column in
    """
    </w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:w="\(900 + 7 * column)" w:type="dxa"/><w:vAlign w:val="center"/>\
    </w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="21"/>\
    </w:rPr><w:t xml:space="preserve">
    """
  }

  /// The code, and a text of as many rows.
  private func table(rows: Int, _ value: (Int, Int) -> String) -> (TemplateCode, TemplateText, [UInt8]) {
    var blob: [UInt8] = []
    var literals: [Range<Int>] = []
    for cell in Self.cells {
      literals.append(blob.count..<blob.count + cell.utf8.count)
      blob += Array(cell.utf8)
    }
    var text = TemplateText()
    for row in 0..<rows {
      for column in literals.indices {
        text.append(literal: column, count: literals[column].count)
        text.values += Array(value(row, column).utf8)
      }
    }
    return (TemplateCode(blob, literals), text, text.bytes(blob, literals))
  }

  @Test("a table's rows take at most a fifth more than zlib needs", arguments: [1, 2, 30, 1000])
  func rows(_ count: Int) throws {
    for value: (Int, Int) -> String in [
      { _, _ in "0" }, { row, column in "\(row * 7919 % 90_000 + column)" },
      { row, column in
        let units = ["县教育局", "县财政局", "色帕巴依乡人民政府", "县卫生健康委员会"]
        return column == 3 ? "第\(row * 31 % 977)号申请，按期答复" : units[(row * row + column * 5) % 4]
      },
    ] {
      let (code, text, bytes) = table(rows: count, value)
      let zlib = try CompressedData(bytes, .deflate(level: 6)).bytes.count
      // The code of one block has 100 bytes of header, which a short text hardly earns.
      #expect(code.deflate(text).bytes.count <= zlib * 6 / 5 + 100)
    }
  }

  @Test("noise does not grow by more than a hundredth")
  func noise() {
    var random = SeededGenerator(seed: 3)
    var text = TemplateText()
    text.values = (0..<200_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(TemplateCode([], []).deflate(text).bytes.count < 202_000)
  }
}
