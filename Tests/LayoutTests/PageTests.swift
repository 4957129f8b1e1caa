import Filing
import Forms
import TestSupport
import Testing

@Suite("The page for a portal")
struct PageTests {
  private static let editions = [
    "sepabayi-2021.yaml", "county-2023.yaml", "county-2019.yaml", "town-2021.json",
  ]

  private static func report(_ name: String) throws -> Report {
    let bytes = try #require(TestFiles.bytes("\(TestFiles.projectFolder)/Assets/examples/\(name)"))
    return try Report.read(bytes, name: name, forms: BuiltInForms.library)
  }

  /// The cells of each table, rows by rows, after spans are filled in; nil where two cells overlap.
  private static func grids(_ html: String) throws -> [[[String]]?] {
    try html.split(separator: "<table>").dropFirst().map { table in
      let body = try #require(table.split(separator: "</table>").first)
      var grid: [[String?]] = []
      for (row, markup) in body.split(separator: "<tr>").dropFirst().enumerated() {
        var column = 0
        for cell in markup.split(separator: "<t").dropFirst(0)
        where cell.hasPrefix("h") || cell.hasPrefix("d") {
          let content = cell.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
          let tag = cell.prefix { $0 != ">" }
          func span(_ name: String) -> Int {
            tag.split(separator: "\(name)=\"").dropFirst().first.flatMap { Int($0.prefix { $0 != "\"" }) }
              ?? 1
          }
          while grid.count < row + span("rowspan") { grid.append([]) }
          while column < grid[row].count, grid[row][column] != nil { column += 1 }
          for y in row..<(row + span("rowspan")) {
            while grid[y].count < column + span("colspan") { grid[y].append(nil) }
            for x in column..<(column + span("colspan")) {
              guard grid[y][x] == nil else { return nil }
              grid[y][x] = String(content)
            }
          }
        }
      }
      let width = grid.first?.count ?? 0
      guard grid.allSatisfy({ $0.count == width && !$0.contains(nil) }) else { return nil }
      return grid.map { $0.compactMap { $0 } }
    }
  }

  @Test("every table is a full rectangle once spans are filled in", arguments: editions)
  func rectangles(name: String) throws {
    let grids = try Self.grids(ReportPage.html(of: try Self.report(name)))
    #expect(grids.count == 3)
    #expect(grids.allSatisfy { $0 != nil })
    #expect(grids.compactMap { $0?.first?.count } == [4, 10, 15])
  }

  @Test("the applicant matrix has its 28 rows, groups running down, and every figure in its place")
  func matrix() throws {
    let report = try Self.report("county-2023.yaml")
    let grid = try #require(try Self.grids(ReportPage.html(of: report))[1])
    #expect(grid.count == 28)
    #expect(grid[2].dropFirst(3) == ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"])
    #expect(grid[5..<27].allSatisfy { $0[0] == "三、本年度办理结果" })
    #expect(grid[7..<15].allSatisfy { $0[1] == "（三）不予公开" })
    let figures = grid.dropFirst(3).flatMap { $0.dropFirst(3) }
    #expect(figures == report.definition.cells.filter { $0.table == "applications" }.map { report[$0].text })
  }

  @Test("no styles, classes, ids or scripts", arguments: editions)
  func plain(name: String) throws {
    let html = ReportPage.html(of: try Self.report(name))
    for word in ["style", "class=", " id=", "<script", "<font", "<span", "&nbsp;", "on" + "click"] {
      #expect(!html.contains(word), "\(word)")
    }
  }

  @Test(
    "an HTML checker finds nothing", .enabled(if: Command(["tidy", "-version"]).status == 0),
    arguments: editions)
  func checked(name: String) throws {
    let page = ReportPage.html(of: try Self.report(name), isDraft: true)
    let result = Command(["tidy", "-quiet", "-errors", "-utf8"], input: Array(page.utf8))
    #expect(result.status == 0)
    #expect(result.errors == "")
  }

  @Test("text is text, whatever marks it holds")
  func escaped() throws {
    var report = try Reports.county()
    report.opening = ["<b>&\"</b>\u{1}", "\u{3000}\u{3000}缩进 "]
    report.agency = "<甲>"
    let html = ReportPage.html(of: report)
    #expect(html.contains("<p>&lt;b&gt;&amp;&quot;&lt;/b&gt;</p>"))
    #expect(html.contains("<p>缩进</p>"))
    #expect(html.contains("<p>&lt;甲&gt;</p>"))
  }

  @Test("headings by rank, the author's breaks, the date in both ways, a draft's mark")
  func structure() throws {
    var report = try Reports.county(date: "2024-01-07", title: "[云岭县, 2023年报告]")
    report.sections["overview"] = ["（一）主动公开", "公开信息8条。"]
    let html = ReportPage.html(of: report)
    #expect(html.contains("<h1>云岭县<br>2023年报告</h1>"))
    #expect(html.contains("<h2>一、总体情况</h2>\n<h3>（一）主动公开</h3>\n<p>公开信息8条。</p>"))
    #expect(html.contains("<time datetime=\"2024-01-07\">2024年1月7日</time>"))
    #expect(!html.contains("草稿"))
    #expect(ReportPage.html(of: report, isDraft: true).contains("<strong>草稿"))
  }

  @Test("a report with a stamp ends with the head's title")
  func stamp() throws {
    let report = try Reports.county(signature: "  mode: stamp\n  head_title: 县长")
    #expect(ReportPage.html(of: report).contains("<footer>\n<p>县长</p>\n"))
  }
}
