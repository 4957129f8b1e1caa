import TestSupport
import Testing

@testable import TemplateLanguage

@Suite("cn_money: sums of money in characters")
struct ChineseMoneyTests {
  @Test(
    "the examples of the People's Bank's rules",
    arguments: [
      ("1409.50", "壹仟肆佰零玖元伍角"), ("6007.14", "陆仟零柒元壹角肆分"), ("1680.32", "壹仟陆佰捌拾元零叁角贰分"),
      ("107000.53", "壹拾万柒仟元零伍角叁分"),
      ("16409.02", "壹万陆仟肆佰零玖元零贰分"), ("325.04", "叁佰贰拾伍元零肆分"),
    ])
  func rules(number: String, text: String) throws {
    #expect(try apply("cn_money", .string(number)) == .string(text))
    #expect(try apply("cn_money", .string(number), "人民币") == .string("人民币" + text))
  }

  @Test(
    "edges: nothing, 角 and 分 alone, round sums, rounding to 分, negative sums",
    arguments: [
      ("0", "零元整"), ("0.00", "零元整"), ("0.004", "零元整"), ("-0.004", "零元整"), ("123", "壹佰贰拾叁元整"),
      ("123.00", "壹佰贰拾叁元整"), ("10", "壹拾元整"), ("1005.30", "壹仟零伍元叁角"),
      ("0.30", "叁角"), ("0.05", "伍分"), ("0.35", "叁角伍分"), ("10.30", "壹拾元零叁角"), ("10.05", "壹拾元零伍分"),
      ("1.005", "壹元零壹分"), ("1.995", "贰元整"), ("1.004", "壹元整"), ("-1.50", "负壹元伍角"), ("100000000.01", "壹亿元零壹分"),
      ("20000", "贰万元整"), ("1e12", "壹万亿元整"),
    ])
  func edges(number: String, text: String) throws {
    #expect(try apply("cn_money", .decimal(try #require(Decimal(number)))) == .string(text))
  }

  @Test("reading 元, 角 and 分 back gives the sum")
  func inverse() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let cents = Int.random(in: 1...(Bool.random(using: &random) ? 99_999 : 99_999_999_999), using: &random)
      var text = try ChineseMoney.text(Decimal(coefficient: .init(cents), scale: 2))
      var sum = 0
      if let end = text.firstIndex(of: "元") {
        let yuan = ChineseNumeralsTests.read(String(text[..<end]), "零壹贰叁肆伍陆柒捌玖", "拾佰仟")
        sum = try #require(yuan.flatMap { Int(exactly: $0) }) * 100
        text = String(text[text.index(after: end)...])
      }
      let digits = Array("零壹贰叁肆伍陆柒捌玖")
      for (unit, value) in [(Character("角"), 10), (Character("分"), 1)] {
        if let place = text.firstIndex(of: unit) {
          let digit = try #require(text[..<place].last.flatMap { digits.firstIndex(of: $0) })
          sum += digit * value
        }
      }
      #expect(sum == cents, "\(cents)")
    }
  }

  @Test("what is no number is an error", arguments: ["", "五元", .none, false, [], ["a": 1]] as [Value])
  func errors(value: Value) {
    #expect(throws: ValueError(.wrongValue("cn_money", .numeric, value))) { try apply("cn_money", value) }
  }
}
