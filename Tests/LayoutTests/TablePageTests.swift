import Filing
import Forms
import OfficeDocument
import Testing

/// The tables on the page: heads, rows and figures, of one digit and of eight.
@Suite("Tables on the page", .enabled(if: Printer.isHere))
struct TablePageTests {
  static let specimens: [Specimens.Name] = [.small, .large]

  /// Where columns end, in millimetres from the left edge of the text.
  private static let applications = edges([11.4, 25.7, 41, 10.4, 11.2, 10.7, 13.1, 11.4, 10.4, 10.7])
  private static let review = edges(Array(repeating: 10.4, count: 15))
  private static let disclosure = edges([40, 38, 38, 40])

  private static func edges(_ widths: [Double]) -> [Double] {
    widths.reduce(into: [MeasuringTests.block.left]) { $0.append(($0.last ?? 0) + $1) }
  }

  /// A page's words between two lines of text, or its ends.
  private static func words(_ page: PDFPage, from heading: String?, to next: String?) -> [PDFPage.Box] {
    let top = page.body.first { $0.text == heading }?.bottom ?? 0
    let bottom = page.body.first { $0.text == next }?.top ?? Millimetres.points(262)
    return page.words.filter { $0.top > top && $0.bottom < bottom }
  }

  private static let headings = (
    disclosure: "二、主动公开政府信息情况", applications: "三、收到和处理政府信息公开申请情况",
    review: "四、政府信息公开行政复议、行政诉讼情况", problems: "五、存在的主要问题及改进情况"
  )

  /// The words of table 3 on each of its pages.
  private static func matrix(_ pages: [PDFPage]) throws -> [[PDFPage.Box]] {
    let first = try #require(pages.firstIndex { $0.body.contains { $0.text == headings.applications } })
    let last = try #require(pages.firstIndex { $0.body.contains { $0.text == headings.review } })
    return (first...last).map { number in
      words(
        pages[number], from: number == first ? headings.applications : nil,
        to: number == last ? headings.review : nil)
    }.filter { !$0.isEmpty }
  }

  private static func figures(_ words: [PDFPage.Box]) -> [PDFPage.Box] {
    words.filter { !$0.text.isEmpty && $0.text.allSatisfy { ("0"..."9").contains($0) } }
  }

  private static func column(_ box: PDFPage.Box, _ edges: [Double]) -> Int? {
    let (left, right) = (box.left.millimetres, box.right.millimetres)
    return edges.indices.dropLast().first { left >= edges[$0] && right <= edges[$0 + 1] }
  }

  @Test("the applicant matrix repeats its head on each of its pages", arguments: OfficeFormat.allCases)
  func heads(format: OfficeFormat) throws {
    for specimen in Self.specimens {
      let pages = try Self.matrix(try Specimens.pages(specimen, format))
      #expect(pages.count >= 2)
      for words in pages {
        let text = words.sorted { ($0.top, $0.left) < ($1.top, $1.left) }.map(\.text).joined()
        for head in ["申请人情况", "法人或其他组织", "自然", "总计"] { #expect(text.contains(head)) }
        // The head is above every figure.
        let head = try #require(words.first { $0.text == "申请人情况" })
        #expect(Self.figures(words).allSatisfy { $0.top > head.bottom })
      }
    }
  }

  @Test("every figure of the matrix stands whole in its own column and row", arguments: OfficeFormat.allCases)
  func matrixFigures(format: OfficeFormat) throws {
    for specimen in Self.specimens {
      let report = try Specimens.report(specimen)
      let expected = report.definition.cells.filter { $0.table == "applications" }.map { report[$0].text }
      var printed: [String] = []
      for words in try Self.matrix(try Specimens.pages(specimen, format)) {
        let figures = Self.figures(words)
        for figure in figures { #expect((Self.column(figure, Self.applications) ?? 0) >= 3, "\(figure)") }
        let rows = PDFPage(width: 0, height: 0, words: figures).rows
        for row in rows {
          #expect(row.map { Self.column($0, Self.applications) } == Array(3...9))
          printed += row.map(\.text)
        }
      }
      #expect(printed == expected)
    }
  }

  @Test("no row of the matrix is cut: each label stands whole on one page", arguments: OfficeFormat.allCases)
  func labels(format: OfficeFormat) throws {
    for specimen in Self.specimens {
      let report = try Specimens.report(specimen)
      let pages = try Self.matrix(try Specimens.pages(specimen, format))
      let texts = pages.map { words in
        // What begins in the columns of labels, in the order of lines.
        let labels = words.filter { $0.left.millimetres < Self.applications[3] }
        return [Self.applications[2], Self.applications[1], Self.applications[0]].map { edge in
          labels.filter { $0.left.millimetres >= edge }
            .sorted { ($0.top, $0.left) < ($1.top, $1.left) }.map(\.text).joined()
        }
      }
      let table = try #require(report.definition.table("applications"))
      for label in table.blocks.flatMap(\.rows).flatMap(\.leafLabels) {
        #expect(texts.count { $0.contains { $0.contains(label) } } >= 1, "\(label)")
      }
    }
  }

  @Test("fifteen narrow columns hold their figures, and the heads stand two characters to a line")
  func review() throws {
    for format in OfficeFormat.allCases {
      for specimen in Self.specimens {
        let report = try Specimens.report(specimen)
        let expected = report.definition.cells.filter { $0.table == "review" }.map { report[$0].text }
        let pages = try Specimens.pages(specimen, format)
        let page = try #require(pages.first { $0.body.contains { $0.text == Self.headings.review } })
        let words = Self.words(page, from: Self.headings.review, to: Self.headings.problems)
        let figures = Self.figures(words)
        #expect(figures.sorted { $0.left < $1.left }.map(\.text) == expected)
        for (index, figure) in figures.sorted(by: { $0.left < $1.left }).enumerated() {
          #expect(Self.column(figure, Self.review) == index)
        }
        // Figures that are set narrower are still as high as print that can be read, 小五.
        #expect(figures.allSatisfy { $0.height >= 9 })
        for half in ["结果", "维持", "纠正", "其他", "尚未", "审结"] {
          let heads = words.filter { $0.text == half }
          #expect(heads.count >= 3, "\(half)")
          #expect(heads.allSatisfy { Self.column($0, Self.review) != nil })
        }
      }
    }
  }

  @Test(
    "table 4 turned sideways has a page of its own, wider columns, and its number where the other pages have it",
    arguments: [Specimens.Name.turnedOdd, .turnedEven], OfficeFormat.allCases)
  func turned(specimen: Specimens.Name, format: OfficeFormat) throws {
    let pages = try Specimens.pages(specimen, format)
    let index = try #require(pages.firstIndex { $0.width > $0.height })
    #expect(pages.count { $0.width > $0.height } == 1)
    let page = pages[index]
    #expect(page.lines.first?.text == Self.headings.review)
    #expect(pages[index + 1].lines.first?.text == Self.headings.problems)
    let edges = (0...15).map { 36 + 15 * Double($0) }
    let report = try Specimens.report(specimen)
    let expected = report.definition.cells.filter { $0.table == "review" }.map { report[$0].text }
    let figures = Self.figures(page.words).filter { $0.top < Millimetres.points(80) }
      .sorted { $0.left < $1.left }
    #expect(figures.map(\.text) == expected)
    #expect(figures.map { Self.column($0, edges) } == Array(0..<15))
    #expect(page.words.count { $0.text == "结果维持" } == 3)

    // The page as it is bound: its head is at the left edge of an odd page, at the right one of an even page.
    let number = index + 1
    #expect(number % 2 == (specimen == .turnedOdd ? 1 : 0))
    let ink = try PageInk(number, of: try Specimens.pdf(specimen, format))
    let side =
      number % 2 == 1
      ? PageInk.Area(left: 0, top: 0, right: 35, bottom: 210)
      : PageInk.Area(left: 262, top: 0, right: 297, bottom: 210)
    var dash = try #require(ink.bounds(.black, in: side))
    let indent = Millimetres.of(points: 14)
    let end = number % 2 == 1 ? 184 - indent : 210 - 28 - indent
    #expect(MeasuringTests.isNear(dash.bottom, end))
    #expect(dash.bottom - dash.top > 10)
    dash.top = dash.bottom - indent / 2
    dash = try #require(ink.bounds(.black, in: dash))
    #expect(MeasuringTests.isNear(number % 2 == 1 ? 297 - dash.right : dash.left, 262 + 7))
  }

  @Test("the figures of table 2 stand whole in their columns")
  func disclosure() throws {
    for format in OfficeFormat.allCases {
      for specimen in Self.specimens {
        let report = try Specimens.report(specimen)
        let expected = report.definition.cells.filter { $0.table == "disclosure" }.map { report[$0].text }
        let pages = try Specimens.pages(specimen, format)
        let page = try #require(pages.first { $0.body.contains { $0.text == Self.headings.disclosure } })
        let words = Self.words(page, from: Self.headings.disclosure, to: Self.headings.applications)
        let rows = PDFPage(width: 0, height: 0, words: Self.figures(words)).rows
        #expect(rows.flatMap { $0.map(\.text) } == expected)
        for row in rows where row.count == 3 {
          #expect(row.map { Self.column($0, Self.disclosure) } == [1, 2, 3])
        }
      }
    }
  }
}

extension FormRow {
  /// The labels of the rows of figures in it.
  fileprivate var leafLabels: [String] { children.isEmpty ? [label] : children.flatMap(\.leafLabels) }
}
