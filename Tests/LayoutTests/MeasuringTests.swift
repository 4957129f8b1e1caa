import Filing
import OfficeDocument
import Testing

/// GB/T 9704—2012 measured on pages that LibreOffice printed, in millimetres.
@Suite("Pages measured", .enabled(if: Printer.isHere))
struct MeasuringTests {
  /// The text block, 版心.
  static let block = PageInk.Area(left: 28, top: 37, right: 184, bottom: 262)
  static let line = Millimetres.of(points: 28.95)
  static let character = Millimetres.of(points: 16)
  static let allowance = 1.0

  static func isNear(_ one: Double, _ other: Double) -> Bool { abs(one - other) <= allowance }

  @Test("A4, and a full page of text is 22 lines of 28 characters", arguments: OfficeFormat.allCases)
  func grid(format: OfficeFormat) throws {
    let pages = try Specimens.pages(.prose, format)
    for page in pages {
      #expect(Self.isNear(page.width.millimetres, 210))
      #expect(Self.isNear(page.height.millimetres, 297))
    }
    let lines = pages[1].body
    #expect(lines.count == 22)
    for line in lines {
      #expect(line.text.count == 28)
      #expect(Self.isNear(line.left.millimetres, Self.block.left))
      #expect(Self.isNear(line.right.millimetres, Self.block.right))
    }
    let (first, last) = (try #require(lines.first), try #require(lines.last))
    #expect(Self.isNear((last.top - first.top).millimetres / 21 * 22, 225))
    // The glyphs of the first and last line lie in the block, which as many lines fill.
    #expect(first.top.millimetres >= Self.block.top)
    #expect(last.bottom.millimetres <= Self.block.bottom)
  }

  @Test("the margins hold for tables too", arguments: OfficeFormat.allCases)
  func tables(format: OfficeFormat) throws {
    // The third page begins with the repeated head of the applicant matrix.
    let ink = try PageInk(3, of: try Specimens.pdf(.county, format))
    let inside = try #require(ink.bounds(.black, in: .init(left: 0, top: 0, right: 210, bottom: 264)))
    #expect(Self.isNear(inside.left, Self.block.left))
    #expect(Self.isNear(inside.right, Self.block.right))
    #expect(Self.isNear(inside.top, Self.block.top))
    #expect(inside.bottom <= Self.block.bottom)
  }

  @Test("title, text and page number have their sizes, and a paragraph is in by two characters")
  func sizes() throws {
    for format in OfficeFormat.allCases {
      let page = try #require(try Specimens.pages(.prose, format).first)
      let (title, text) = (page.body[0], page.body[2])
      #expect(abs(title.height / text.height - 22.0 / 16) < 0.03)
      let number = try #require(page.lines.last)
      #expect(abs(number.height / text.height - 14.0 / 16) < 0.03)
      #expect(Self.isNear(text.left.millimetres, Self.block.left + 2 * Self.character))
      #expect(Self.isNear((title.left + title.right).millimetres / 2, 106))
    }
  }

  @Test("page numbers are 7 mm below the text, right on odd pages and left on even ones")
  func pageNumbers() throws {
    let indent = Millimetres.of(points: 14)
    for format in OfficeFormat.allCases {
      let pages = try Specimens.pages(.county, format)
      for number in 1...pages.count {
        #expect(pages[number - 1].lines.last?.text == "—\(number)—")
        let ink = try PageInk(number, of: try Specimens.pdf(.county, format))
        let below = PageInk.Area(left: 0, top: 264, right: 210, bottom: 297)
        var dash = try #require(ink.bounds(.black, in: below))
        if number % 2 == 1 {
          #expect(Self.isNear(dash.right, Self.block.right - indent))
          dash.left = dash.right - indent / 2
        } else {
          #expect(Self.isNear(dash.left, Self.block.left + indent))
          dash.right = dash.left + indent / 2
        }
        // One of the two dashes, without the number between them.
        dash = try #require(ink.bounds(.black, in: dash))
        #expect(Self.isNear(dash.top, Self.block.bottom + 7))
        #expect(dash.bottom - dash.top < 1)
      }
    }
  }

  @Test("a draft says so at the head of every page, nothing else does")
  func draft() throws {
    for format in OfficeFormat.allCases {
      for page in try Specimens.pages(.sealDrafted, format) {
        #expect(page.lines.first?.text.hasPrefix("草稿") == true)
        #expect((page.lines.first?.bottom.millimetres ?? 297) <= Self.block.top)
      }
      let heads = try Specimens.pages(.seal, format).compactMap(\.lines.first)
      #expect(!heads.contains { $0.text.contains("草稿") })
    }
  }
}

extension Double {
  /// Points in millimetres.
  var millimetres: Double { Millimetres.of(points: self) }
}
