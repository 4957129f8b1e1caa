import Diagnostics
import Testing

@testable import TemplateLanguage

@Suite("date and date_cn: how dates are written")
struct DatePatternTests {
  @Test(
    "patterns",
    arguments: [
      ("yyyy年M月d日", "2022年1月7日"), ("yyyy-MM-dd", "2022-01-07"), ("yy.MM.dd", "22.01.07"), ("y", "2022"),
      ("EEEE", "星期五"), ("E EEE", "周五 周五"),
      ("Q季度", "1季度"), ("'Year' yyyy", "Year 2022"), ("''yy''", "'22'"), ("（yyyy）", "（2022）"), ("", ""),
      ("印发", "印发"),
    ])
  func patterns(pattern: String, text: String) throws {
    let date = Value.date(try #require(DateValue(iso: "2022-01-07")))
    #expect(try apply("date", date, .string(pattern)) == .string(text))
    #expect(try apply("date", "2022-01-07", .string(pattern)) == .string(text))
  }

  @Test(
    "times",
    arguments: [
      ("H:m:s", "9:5:3"), ("HH:mm:ss", "09:05:03"), ("a h时", "上午 9时"),
      ("yyyy-MM-dd'T'HH:mm", "2022-01-07T09:05"),
    ])
  func times(pattern: String, text: String) throws {
    #expect(try apply("date", "2022-01-07 09:05:03", .string(pattern)) == .string(text))
  }

  @Test(
    "noon and midnight are twelve",
    arguments: [("00:30", "上午12"), ("12:00", "下午12"), ("13:00", "下午1"), ("23:59", "下午11")])
  func twelve(time: String, text: String) throws {
    #expect(try apply("date", .string("2022-01-07 \(time)"), "ah") == .string(text))
  }

  @Test("every day of the week has its name")
  func weekdays() throws {
    let names = ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"]
    for (index, name) in names.enumerated() {
      let date = try #require(DateValue(year: 2022, month: 1, day: 3 + index))
      #expect(try apply("date", .date(date), "EEEE") == .string(name))
    }
  }

  @Test(
    "unknown letters, too many of them and open quotes are errors",
    arguments: ["Year", "MMM", "ddd", "yyyyy", "EEEEE", "w", "yyyy-MM-ddTHH", "aa", "D", "Y"])
  func wrong(pattern: String) throws {
    let error = try #require(throws: ValueError.self) {
      try apply("date", "2022-01-07 10:00", .string(pattern))
    }
    #expect(error.message.code == "date-pattern")
    #expect(throws: ValueError(.patternQuote)) { try apply("date", "2022-01-07", "'yyyy") }
  }

  @Test("a plain date has no time to write", arguments: ["HH:mm", "h", "m", "s", "a"])
  func noTime(pattern: String) {
    #expect(throws: ValueError(.dateWithoutTime)) { try apply("date", "2022-01-07", .string(pattern)) }
  }

  @Test("texts that are no dates, and other values, are errors; days that do not exist are said to be none")
  func values() {
    for text in ["2022-02-30", "2022-13-01", "2022-1-7", "20220107"] as [Value] {
      #expect(throws: ValueError(.notADate("date"))) { try apply("date", text, "yyyy") }
      #expect(throws: ValueError(.notADate("date_cn"))) { try apply("date_cn", text) }
    }
    for value in ["", "昨天", 20220107, .none, true, []] as [Value] {
      #expect(throws: ValueError(.wrongValue("date", .date, value))) { try apply("date", value, "yyyy") }
    }
  }

  @Test(
    "dates of official documents, in digits and in characters",
    arguments: [
      ("2022-01-07", "2022年1月7日", "二〇二二年一月七日"), ("2020-10-10", "2020年10月10日", "二〇二〇年十月十日"),
      ("2011-11-11", "2011年11月11日", "二〇一一年十一月十一日"),
      ("2000-12-20", "2000年12月20日", "二〇〇〇年十二月二十日"), ("1999-12-31", "1999年12月31日", "一九九九年十二月三十一日"),
      ("2024-02-29 08:00", "2024年2月29日", "二〇二四年二月二十九日"), ("0987-06-05", "987年6月5日", "九八七年六月五日"),
    ])
  func official(date: String, digits: String, characters: String) throws {
    #expect(try apply("date_cn", .string(date)) == .string(digits))
    #expect(try apply("date_cn", .string(date), "upper") == .string(characters))
  }

  @Test("date_cn knows no other style")
  func style() {
    #expect(throws: ValueError(.argumentChoice("date_cn", "style", ["upper"]))) {
      try apply("date_cn", "2022-01-07", "lower")
    }
  }
}
