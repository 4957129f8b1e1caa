import DocumentTemplate
import Filing
import Forms
import Testing

@Suite("The title")
struct TitleTests {
  private static func lines(_ report: Report) throws -> (text: String, width: Double) {
    let title = try Printed(report).title
    return (title.plain, (442.2 - title.left - title.right) / 22)
  }

  @Test("a title that fits on a line has no indents")
  func short() throws {
    let title = try Printed(try Reports.county(title: "云岭县政府信息公开报告")).title
    #expect(title.layout == nil)
  }

  @Test("a long title is broken into even lines where words end, without a character added")
  func long() throws {
    // 阿合奇县色帕巴依乡2021年 and 政府信息公开工作年度报告 are both twelve characters wide.
    let title = "阿合奇县色帕巴依乡2021年政府信息公开工作年度报告"
    let (text, width) = try Self.lines(try Reports.county(title: title))
    #expect(text == title)
    #expect(width > 12.4)
    #expect(width < 13)
  }

  @Test("a break that the author gives is a line break, and nothing else breaks the title")
  func author() throws {
    let title = try Printed(try Reports.county(title: "[云岭县人民政府办公室, 2023年政府信息公开工作年度报告]")).title
    #expect(title.plain == "云岭县人民政府办公室\n2023年政府信息公开工作年度报告")
    #expect(title.layout == nil)
  }
}
