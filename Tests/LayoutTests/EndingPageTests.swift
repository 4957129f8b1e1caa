import Filing
import OfficeDocument
import Testing

/// The end of a report measured on the page (GB/T 9704—2012, 7.3.5), in millimetres.
@Suite("The end of a report, measured", .enabled(if: Printer.isHere))
struct EndingPageTests {
  private static let line = MeasuringTests.line
  private static let character = MeasuringTests.character
  private static let rightEdge = MeasuringTests.block.right
  private static let county = "云岭县人民政府"
  private static let date = "2024年1月26日"

  private static func isNear(_ one: Double, _ other: Double) -> Bool { MeasuringTests.isNear(one, other) }

  /// The last page, the line that says `name`, the date's line, and the last line of text above both.
  private struct End {
    let number: Int
    let lines: [PDFPage.Box]
    let name: PDFPage.Box
    let date: PDFPage.Box
    let text: PDFPage.Box

    init(_ specimen: Specimens.Name, _ format: OfficeFormat, name: String, date: String) throws {
      let pages = try Specimens.pages(specimen, format)
      number = pages.count
      lines = try #require(pages.last).body
      let place = try #require(lines.firstIndex { $0.text.contains(name) && $0.text.count < 40 })
      self.name = lines[place]
      self.date = try #require(lines.first { $0.text == date })
      text = lines[place - 1]
    }
  }

  @Test("with a seal: the date in by four, the name centred over it", arguments: OfficeFormat.allCases)
  func seal(format: OfficeFormat) throws {
    let end = try End(.seal, format, name: Self.county, date: Self.date)
    #expect(Self.isNear(end.date.right.millimetres, Self.rightEdge - 4 * Self.character))
    #expect(Self.isNear(end.name.middle.millimetres, end.date.middle.millimetres))
    #expect(Self.isNear((end.date.top - end.name.top).millimetres, Self.line))
    #expect(Self.isNear((end.name.top - end.text.top).millimetres, 3 * Self.line))
  }

  @Test(
    "a seal's picture stays red, is as large as was said, upright over name and date, its top within a line of the text",
    arguments: OfficeFormat.allCases)
  func sealPicture(format: OfficeFormat) throws {
    let end = try End(.seal, format, name: Self.county, date: Self.date)
    let ink = try PageInk(end.number, of: try Specimens.pdf(.seal, format))
    let seal = try #require(ink.bounds(.red, in: .init(left: 0, top: 0, right: 210, bottom: 297)))
    #expect(Self.isNear(seal.right - seal.left, 42))
    #expect(Self.isNear(seal.bottom - seal.top, 42))
    #expect(Self.isNear((seal.left + seal.right) / 2, end.date.middle.millimetres))
    let distance = seal.top - end.text.bottom.millimetres
    #expect(distance > 0)
    #expect(distance <= Self.line)
    // Name and date lie a little below its middle.
    let pressed = (end.name.top + end.date.bottom).millimetres / 2 - (seal.top + seal.bottom) / 2
    #expect(pressed > 0)
    #expect(pressed < Self.line)
    // The text beneath is still there and black.
    let beneath = PageInk.Area(
      left: end.date.left.millimetres, top: end.date.top.millimetres, right: end.date.right.millimetres,
      bottom: end.date.bottom.millimetres)
    #expect(ink.bounds(.black, in: beneath) != nil)
  }

  @Test("without a seal: a line of space, the name in by two, the date two characters to its right")
  func plain() throws {
    for format in OfficeFormat.allCases {
      let end = try End(.plain, format, name: "云岭彝族自治县人民政府", date: Self.date)
      #expect(Self.isNear(end.name.right.millimetres, Self.rightEdge - 2 * Self.character))
      #expect(Self.isNear((end.name.top - end.text.top).millimetres, 2 * Self.line))
      #expect(Self.isNear((end.date.left - end.name.left).millimetres, 2 * Self.character))
      #expect(Self.isNear((end.date.top - end.name.top).millimetres, Self.line))
    }
  }

  @Test("without a seal, a date longer than the name: the date in by two, the name begins two before it")
  func plainLongDate() throws {
    for format in OfficeFormat.allCases {
      let end = try End(.plainLongDate, format, name: "云岭县政府", date: "2024年10月26日")
      #expect(Self.isNear(end.date.right.millimetres, Self.rightEdge - 2 * Self.character))
      #expect(Self.isNear((end.date.left - end.name.left).millimetres, 2 * Self.character))
    }
  }

  @Test("with a stamp: two lines of space, the stamp in by four, the title two left of it, a line, the date")
  func stamp() throws {
    for format in OfficeFormat.allCases {
      let end = try End(.stamp, format, name: "县长", date: Self.date)
      let ink = try PageInk(end.number, of: try Specimens.pdf(.stamp, format))
      let stamp = try #require(ink.bounds(.red, in: .init(left: 0, top: 0, right: 210, bottom: 297)))
      #expect(Self.isNear(stamp.right, Self.rightEdge - 4 * Self.character))
      #expect(Self.isNear(stamp.right - stamp.left, 40))
      #expect(Self.isNear(stamp.left - end.name.right.millimetres, 2 * Self.character))
      #expect(
        Self.isNear((stamp.top + stamp.bottom) / 2, (end.name.top + end.name.bottom).millimetres / 2))
      #expect(Self.isNear(end.date.right.millimetres, Self.rightEdge - 4 * Self.character))
      #expect(stamp.top - end.text.bottom.millimetres >= 2 * Self.line)
      #expect(end.date.top.millimetres - stamp.bottom >= Self.line)
    }
  }

  @Test(
    "issued jointly: three seals a row inside the text block, each on its name, the last on name and date")
  func joint() throws {
    for format in OfficeFormat.allCases {
      let end = try End(.joint, format, name: "云岭县司法局", date: Self.date)
      // Names side by side are one line.
      #expect(end.name.text == "云岭县人民政府云岭县财政局云岭县司法局")
      let ink = try PageInk(end.number, of: try Specimens.pdf(.joint, format))
      let whole = PageInk.Area(left: 0, top: 0, right: 210, bottom: 297)
      let seals = try #require(ink.bounds(.red, in: whole))
      #expect(seals.left >= MeasuringTests.block.left - MeasuringTests.allowance)
      #expect(seals.right <= Self.rightEdge + MeasuringTests.allowance)
      #expect(seals.bottom <= MeasuringTests.block.bottom)
      let distance = seals.top - end.text.bottom.millimetres
      #expect(distance > 0)
      #expect(distance <= Self.line)
      // The last seal stands on the date, in the last row.
      let column = PageInk.Area(
        left: end.date.middle.millimetres - 22, top: seals.bottom - 44,
        right: end.date.middle.millimetres + 22, bottom: seals.bottom)
      let last = try #require(ink.bounds(.red, in: column))
      #expect(Self.isNear((last.left + last.right) / 2, end.date.middle.millimetres))
      #expect(last.top < end.date.top.millimetres && last.bottom > end.date.bottom.millimetres)
    }
  }

  @Test("the line for a signature by hand follows the date on the same page")
  func hand() throws {
    for format in OfficeFormat.allCases {
      let end = try End(.hand, format, name: Self.county, date: Self.date)
      #expect(end.lines.last?.text == "负责人（签字）：")
      #expect((end.lines.last?.top ?? 0) > end.date.top)
    }
  }
}
