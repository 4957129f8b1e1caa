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

  @Test("a long title is broken into even lines where words end, without a character added if that can be")
  func long() throws {
    // 阿合奇县色帕巴依乡2021年 and 政府信息公开工作年度报告 are both twelve characters wide.
    let title = "阿合奇县色帕巴依乡2021年政府信息公开工作年度报告"
    let (text, width) = try Self.lines(try Reports.county(title: title))
    #expect(text == title)
    #expect(width > 12.4)
    #expect(width < 13)
  }

  @Test(
    "a line break is added where a narrower paragraph would break inside of a word",
    arguments: [
      ("云岭县人民政府2023年政府信息公开工作年度报告", "云岭县人民政府2023年\n政府信息公开工作年度报告"),
      ("云岭县财政局2023年政府信息公开工作年度报告", "云岭县财政局2023年\n政府信息公开工作年度报告"),
    ])
  func broken(title: String, lines: String) throws {
    let paragraph = try Printed(try Reports.county(title: title)).title
    #expect(paragraph.plain == lines)
    #expect(paragraph.layout == nil)
  }

  @Test(
    "a title of any agency has no line wider than the text block, none inside of a word, and no waist",
    arguments: [
      "云岭县", "云岭县司法局", "云岭县市场监督管理局", "云岭彝族自治县发展和改革委员会", "新疆维吾尔自治区阿合奇县色帕巴依乡人民政府",
      "云岭彝族自治州青龙县住房和城乡建设局政务服务中心",
      "新疆维吾尔自治区克孜勒苏柯尔克孜自治州阿合奇县色帕巴依乡人民政府办公室",
    ])
  func anyAgency(agency: String) throws {
    let title = "\(agency)2023年政府信息公开工作年度报告"
    let paragraph = try Printed(try Reports.county(title: title)).title
    #expect(paragraph.plain.split(separator: "\n").joined() == title)
    guard paragraph.plain.contains("\n") else { return }
    // Digits are half as wide.
    let lines = paragraph.plain.split(separator: "\n").map { line in
      line.reduce(0) { $0 + ($1.isNumber ? 0.5 : 1) }
    }
    #expect(lines.allSatisfy { $0 <= 20 })
    for index in lines.indices.dropFirst().dropLast() {
      #expect(lines[index] >= min(lines[index - 1], lines[index + 1]))
    }
    for word in ["政府信息公开", "年度报告", "2023年"] { #expect(paragraph.plain.contains(word)) }
  }

  @Test("a title without words that are known, of any length, is broken all the same")
  func unknownWords() throws {
    let paragraph = try Printed(try Reports.county(title: String(repeating: "某", count: 700))).title
    #expect(paragraph.plain.count == 700)
  }

  @Test("a break that the author gives is a line break, and nothing else breaks the title")
  func author() throws {
    let title = try Printed(try Reports.county(title: "[云岭县人民政府办公室, 2023年政府信息公开工作年度报告]")).title
    #expect(title.plain == "云岭县人民政府办公室\n2023年政府信息公开工作年度报告")
    #expect(title.layout == nil)
  }
}
