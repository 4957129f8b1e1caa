import Diagnostics
import OfficeDocument
import TestSupport
import Testing

@Suite("pictures by their headers")
struct PictureDataTests {
  private static let folder = TestFiles.projectFolder + "/Tests/OfficeDocumentTests/Fixtures/pictures/"

  private func file(_ name: String) throws -> [UInt8] {
    try #require(TestFiles.bytes(Self.folder + name))
  }

  @Test(
    "a file's kind and size are read from it",
    arguments: [
      ("board.png", PictureFormat.png, 365_760, 182_880),  // 120 × 60 at 300 to the inch
      ("board.gif", .gif, 25_400, 12_700),
      ("board.bmp", .bmp, 76_200, 38_100),  // 96 to the inch
      ("board.svg", .svg, 720_000, 360_000),
    ])
  func files(name: String, format: PictureFormat, width: Int, height: Int) throws {
    let picture = try PictureData(file(name))
    #expect(picture.format == format)
    #expect(abs(picture.naturalSize.width - width) <= 100)
    #expect(abs(picture.naturalSize.height - height) <= 100)
  }

  @Test("a JPEG's resolution comes from JFIF, in inches or centimetres, or from Exif")
  func jpeg() throws {
    #expect(try PictureData(Sample.jpeg(unit: 1, density: 300)).naturalSize.width == 304_800)
    #expect(try PictureData(Sample.jpeg(unit: 2, density: 100)).naturalSize.width == 360_000)
    #expect(try PictureData(Sample.jpeg(unit: 0, density: 1)).naturalSize.width == 1_270_000)
    #expect(
      try PictureData(Sample.exif(perInch: 200)).naturalSize == PictureSize(width: 457_200, height: 228_600))
  }

  @Test("metafiles say their size in their own units")
  func metafiles() throws {
    #expect(
      try PictureData(Sample.emf(width: 1_000)).naturalSize == PictureSize(width: 360_000, height: 180_000))
    #expect(
      try PictureData(Sample.wmf(width: 1_440, perInch: 1_440)).naturalSize
        == PictureSize(width: 914_400, height: 457_200))
  }

  @Test("a TIFF's size is in its first directory, in either byte order")
  func tiff() throws {
    for isLittle in [true, false] {
      let picture = try PictureData(Sample.tiff(columns: 72, rows: 36, isLittle: isLittle))
      #expect(picture.format == .tiff)
      #expect(picture.naturalSize == PictureSize(width: 914_400, height: 457_200))
    }
  }

  @Test(
    "a drawing's size is in any unit, or in its view box",
    arguments: [
      ("width=\"96\" height=\"48px\"", 914_400, 457_200), ("width=\"1in\" height=\"36pt\"", 914_400, 457_200),
      ("width=\"2.54cm\" viewBox=\"0 0 2 1\"", 914_400, 457_200),
      ("width=\"100%\" height=\"100%\" viewBox=\"0,0,96,48\"", 914_400, 457_200),
    ])
  func drawing(attributes: String, width: Int, height: Int) throws {
    let size = try PictureData(Sample.svg(attributes)).naturalSize
    #expect(abs(size.width - width) <= 100)
    #expect(abs(size.height - height) <= 100)
  }

  @Test("sizes keep their proportions")
  func proportions() {
    let size = PictureSize(width: 300, height: 100)
    #expect(size.scaled(toWidth: 90) == PictureSize(width: 90, height: 30))
    #expect(size.scaled(toHeight: 90) == PictureSize(width: 270, height: 90))
    #expect(size.scaled(within: 90, 10) == PictureSize(width: 30, height: 10))
    #expect(size.scaled(within: 90, 1_000) == PictureSize(width: 90, height: 30))
    #expect(PictureSize(width: 100_000, height: 1).scaled(toWidth: 10).height == 1)
  }

  @Test("every beginning of a picture is refused, none ends the program")
  func truncated() throws {
    let pictures = [
      try file("board.png"), try file("board.bmp"), Sample.jpeg(unit: 1, density: 72),
      Sample.exif(perInch: 200),
      Sample.emf(width: 100), Sample.wmf(width: 100, perInch: 96),
      Sample.tiff(columns: 1, rows: 1, isLittle: true), try file("board.svg"),
    ]
    for picture in pictures {
      // A PNG has an end that must be there; of the others the header is enough.
      for count in 0..<(picture.first == 0x89 ? picture.count : 24) {
        #expect(throws: OfficeError.self) { try PictureData(Array(picture.prefix(count))) }
      }
    }
  }

  @Test("damaged bytes give a size or an error")
  func damaged() throws {
    var generator = SeededGenerator(seed: 7)
    for original in [
      try file("board.png"), Sample.exif(perInch: 200), Sample.tiff(columns: 9, rows: 9, isLittle: true),
    ] {
      for _ in 0..<2_000 {
        var picture = original
        for _ in 0..<3 {
          picture[Int(generator.next() % UInt64(picture.count))] = UInt8(truncatingIfNeeded: generator.next())
        }
        if let read = try? PictureData(picture) {
          #expect(read.naturalSize.width > 0 && read.naturalSize.height > 0)
        }
      }
    }
  }

  @Test("a picture of too many pixels is refused")
  func bomb() {
    #expect(code(of: Sample.png(columns: 50_000, rows: 50_000)) == "picture-too-large")
    #expect(code(of: Sample.png(columns: 70_000, rows: 1)) == "picture-too-large")
    #expect(code(of: Sample.png(columns: 0, rows: 5)) == "damaged-picture")
  }

  @Test("what is no picture is refused")
  func unknown() {
    #expect(code(of: []) == "unknown-picture")
    #expect(code(of: Array("hello".utf8)) == "unknown-picture")
    #expect(code(of: Array("<html><svg/></html>".utf8)) == "damaged-picture")
    #expect(code(of: Sample.svg("")) == "damaged-picture")
  }

  @Test(
    "a drawing that runs or loads something is refused",
    arguments: [
      "<script>alert(1)</script>", "<rect onclick=\"f()\"/>", "<image href=\"http://example.cn/a.png\"/>",
      "<image xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"file:///etc/passwd\"/>",
      "<style>@import 'http://example.cn/a.css';</style>",
      "<rect style=\"fill:url( 'http://example.cn/a' )\"/>",
      "<foreignObject/>", "<use href=\"other.svg#a\"/>",
    ])
  func active(content: String) {
    #expect(code(of: Sample.svg("width=\"9\" height=\"9\"", content)) == "active-picture")
  }

  @Test("a drawing may refer to itself, hold a picture, and lead somewhere on a click")
  func harmless() throws {
    let content =
      "<rect fill=\"url(#g)\"/><use href=\"#r\"/><image href=\"data:image/png;base64,AA==\"/><a href=\"https://example.cn/\"/>"
    #expect(try PictureData(Sample.svg("width=\"9\" height=\"9\"", content)).format == .svg)
  }

  @Test("a drawing with a document type is refused")
  func documentType() {
    let bytes = Array("<!DOCTYPE svg [<!ENTITY a \"b\">]>".utf8) + Sample.svg("width=\"9\" height=\"9\"")
    #expect(throws: OfficeError.self) { try PictureData(bytes) }
  }

  /// The code of the message with which a file is refused.
  private func code(of bytes: [UInt8]) -> String? {
    do throws(OfficeError) {
      _ = try PictureData(bytes)
      return nil
    } catch {
      return error.message.code
    }
  }
}

/// Headers put together for tests.
enum Sample {
  static func png(columns: Int, rows: Int) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + big(13, 4) + Array("IHDR".utf8) + big(columns, 4)
      + big(rows, 4) + [8, 2, 0, 0, 0] + [0, 0, 0, 0] + big(0, 4) + Array("IDAT".utf8) + [0, 0, 0, 0]
      + big(0, 4) + Array("IEND".utf8) + [0, 0, 0, 0]
  }

  /// 100 × 50 pixels.
  static func jpeg(unit: UInt8, density: Int) -> [UInt8] {
    let header = Array("JFIF".utf8) + [0, 1, 1, unit] + big(density, 2) + big(density, 2) + [0, 0]
    return [0xFF, 0xD8, 0xFF, 0xE0] + big(header.count + 2, 2) + header + frame
  }

  static func exif(perInch: Int) -> [UInt8] {
    // A directory of three entries, its fractions behind it at 50 and 58.
    let entries =
      big(0x011A, 2) + big(5, 2) + big(1, 4) + big(50, 4) + big(0x011B, 2) + big(5, 2) + big(1, 4)
      + big(58, 4)
      + big(0x0128, 2) + big(3, 2) + big(1, 4) + big(2, 2) + big(0, 2)
    let tiff =
      Array("MM".utf8) + big(42, 2) + big(8, 4) + big(3, 2) + entries + big(0, 4) + big(perInch, 4)
      + big(1, 4)
      + big(perInch, 4) + big(1, 4)
    let header = Array("Exif".utf8) + [0, 0] + tiff
    return [0xFF, 0xD8, 0xFF, 0xE1] + big(header.count + 2, 2) + header + frame
  }

  private static let frame: [UInt8] =
    [0xFF, 0xC0] + big(17, 2) + [8] + big(50, 2) + big(100, 2) + [3, 1, 17, 0, 2, 17, 0, 3, 17, 0] + [
      0xFF, 0xD9,
    ]

  static func emf(width: Int) -> [UInt8] {
    let frame = little(0, 4) + little(0, 4) + little(width, 4) + little(width / 2, 4)
    return little(1, 4) + little(88, 4) + [UInt8](repeating: 0, count: 16) + frame + Array(" EMF".utf8)
      + [UInt8](repeating: 0, count: 60)
  }

  static func wmf(width: Int, perInch: Int) -> [UInt8] {
    [0xD7, 0xCD, 0xC6, 0x9A, 0, 0] + little(0, 2) + little(0, 2) + little(width, 2) + little(width / 2, 2)
      + little(perInch, 2) + [UInt8](repeating: 0, count: 40)
  }

  static func tiff(columns: Int, rows: Int, isLittle: Bool) -> [UInt8] {
    func number(_ value: Int, _ count: Int) -> [UInt8] { isLittle ? little(value, count) : big(value, count) }
    return Array((isLittle ? "II" : "MM").utf8) + number(42, 2) + number(8, 4) + number(2, 2)
      + number(0x0100, 2)
      + number(3, 2) + number(1, 4) + number(columns, 2) + number(0, 2) + number(0x0101, 2) + number(4, 2)
      + number(1, 4) + number(rows, 4) + number(0, 4) + [UInt8](repeating: 0, count: 40)
  }

  static func svg(_ attributes: String, _ content: String = "") -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\" \(attributes)>\(content)</svg>".utf8)
  }

  private static func big(_ value: Int, _ count: Int) -> [UInt8] { little(value, count).reversed() }

  private static func little(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }
}
