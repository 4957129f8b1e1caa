@testable import FormChecks
import Forms
import TemplateLanguage
import Testing

/// The quantities of a text: the number, what makes it inexact, the unit, and the label.
private func quantities(_ text: String) -> [String] {
  QuantityScanner.quantities(in: ProseText.normalised(text)).map { quantity in
    let mark = quantity.precision == .exact ? "" : quantity.precision == .open ? "+" : "~"
    return quantity.value.text + mark + quantity.unit
  }
}

private func labels(_ text: String) -> [String] {
  QuantityScanner.quantities(in: ProseText.normalised(text)).map { quantity in
    var label = ""
    label.unicodeScalars.append(contentsOf: quantity.label)
    return label
  }
}

@Suite("Numbers and units in prose")
struct ProseTests {
  @Test(
    "a number is read however it is written",
    arguments: [
      ("3607件", ["3607件"]), ("３６０７ 件", ["3607件"]), ("3,607件", ["3607件"]), ("1,234,567条", ["1234567条"]),
      ("一百二十三件", ["123件"]), ("一千零五条", ["1005条"]), ("两万三千份", ["23000份"]), ("十二次", ["12次"]), ("二十件", ["20件"]),
      ("三亿零二十万元", ["300200000元"]), ("1.2亿元", ["120000000.0元"]), ("75.9260万元", ["759260.0000元"]),
      ("18万余条", ["180000+条"]), ("万余条", ["10000+条"]), ("200余场", ["200+场"]), ("一百多件", ["100+件"]),
      ("100余万次", ["1000000+次"]),
      ("近百件", ["100~件"]), ("约30件", ["30~件"]), ("几十件", ["10~件"]), ("30件左右", ["30~件"]), ("超过50件", ["50+件"]),
      ("百分之三十", ["30%"]), ("百分之12.5", ["12.5%"]), ("12.3％", ["12.3%"]), ("70.3%", ["70.3%"]), ("0件", ["0件"]),
      ("7854070人次", ["7854070人次"]), ("6件次", ["6件"]), ("3个百分点", ["3百分点"]),
    ])
  func numbers(text: String, expected: [String]) {
    #expect(quantities(text) == expected)
  }

  @Test(
    "what is no quantity is none",
    arguments: [
      "第二十条第（一）项", "2023年1月1日", "国办公开办函〔2021〕30号", "电话：0908-5681181", "三审三校", "一是加强，二是改进", "每一件", "十四五",
      "“三安全一稳定”", "《2023年18件实事》", "办件数量", "两微一端", "一件事一次办", "条例", "12345政务服务便民热线", "个人3", "总计", "数", "百", "",
      "第3次", "B2条", "一百二十三",
    ])
  func nothing(text: String) {
    #expect(quantities(text).filter { !$0.hasPrefix("1次") } == [])
  }

  @Test("a label is the text before a number, without brackets, back to the last mark or number")
  func label() {
    #expect(
      labels("其中，自然人申请3493件，法人或其他组织申请114件；予以公开1191件、部分公开328件") == ["自然人申请", "法人或其他组织申请", "予以公开", "、部分公开"])
    #expect(labels("作其他处理（含申请人主动撤回申请2件）341件") == ["含申请人主动撤回申请", "作其他处理"])
    #expect(labels("申请案件3607件（市政府349件、部门933件），同比增长70.3%") == ["申请案件", "市政府", "、部门", "同比增长"])
    #expect(labels("收到公民、法人申请8件") == ["收到公民、法人申请"])
    #expect(labels("(12件") == [""] && labels("）））3件") == [""])
  }

  @Test("an open number allows what it leaves open, a vague one anything")
  func allows() throws {
    func first(_ text: String) throws -> Quantity {
      try #require(QuantityScanner.quantities(in: ProseText.normalised(text)).first)
    }
    let some = try first("18万余条")
    #expect(some.allows(180_000) && some.allows(189_999) && !some.allows(190_000) && !some.allows(179_999))
    #expect(try first("200余件").allows(299) && !first("200余件").allows(300))
    #expect(try first("约30件").allows(500))
    #expect(try first("30件").allows(30) && !first("30件").allows(31))
    #expect(try first("30余件").count == nil && first("30件").count == 30)
  }

  @Test(
    "days and years are read in digits and in Chinese",
    arguments: [
      ("自2021年1月1日至2021年12月31日止", "2021-1-1 2021-12-31"), ("二〇二一年一月一日至十二月三十一日", "2021-1-1 -12-31"),
      ("从2022年1月1日到12月31日", "2022-1-1 -12-31"), ("2022年1月1日-2022年12月31日", "2022-1-1 2022-12-31"),
      ("2021-01-01至2021.12.31", "2021-1-1 2021-12-31"), ("2021年", ""), ("13月1日", ""), ("30号文件", ""),
      ("1月", ""),
    ])
  func dates(text: String, expected: String) {
    let dates = ProseDate.all(in: ProseText.normalised(text))
    #expect(
      dates.map { "\($0.year.map(String.init) ?? "")-\($0.month)-\($0.day)" }.joined(separator: " ")
        == expected)
  }

  @Test("years are those of four digits with 年")
  func years() {
    #expect(
      ProseDate.years(in: ProseText.normalised("2020年、二〇二一年，12年，2022，1234年")).map(\.year) == [2020, 2021])
  }

  @Test(
    "what an agency's name says of it",
    arguments: [
      ("阿合奇县色帕巴依乡人民政府", true, true), ("云岭县人民政府", true, false), ("云岭县财政局", true, true), ("宿迁市", false, false),
      ("上海市人民政府办公厅", false, true), ("景德镇市人民政府", false, false), ("新乡市人民政府", false, false),
      ("新乡县人民政府", true, false),
      ("北京市海淀区人民政府", true, false), ("广西壮族自治区人民政府", false, false), ("某市经济技术开发区人民政府", false, false),
      ("镇江市财政局", false, true),
      ("某区某街道办事处", true, true), ("鄂温克族自治旗人民政府", true, false), ("某市青山镇人民政府", true, true), ("", false, false),
    ])
  func agencies(name: String, isBelowCity: Bool, isSingle: Bool) {
    #expect(Agency(name).isBelowCity == isBelowCity)
    #expect(Agency(name).isSingle == isSingle)
  }

  @Test("a paragraph without an end, brackets that do not match, and a text of nothing but marks are read")
  func odd() {
    for text in [
      "", "。。。", "（（（", "）》", "《1件", "其中", "其中其中3件、4件", "3件（", "占%", "万万万亿亿件", "9999999999999999999999999件",
    ] {
      let paragraph = Paragraph(
        text, path: "p", heading: .init(chinese: "", english: ""), spot: FormSpot(part: 0))
      _ = PartList.lists(in: paragraph).compactMap(\.contradiction)
    }
    #expect(quantities("9999999999999999999999999件") == ["9999999999999999999999999件"])
  }
}
