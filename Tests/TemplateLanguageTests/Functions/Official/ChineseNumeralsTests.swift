import TestSupport
import Testing

@testable import TemplateLanguage

@Suite("cn_number: numbers in characters")
struct ChineseNumeralsTests {
  @Test(
    "small characters and large ones",
    arguments: [
      ("0", "零", "零"), ("5", "五", "伍"), ("10", "十", "壹拾"), ("11", "十一", "壹拾壹"), ("20", "二十", "贰拾"),
      ("100", "一百", "壹佰"),
      ("101", "一百零一", "壹佰零壹"), ("110", "一百一十", "壹佰壹拾"), ("123", "一百二十三", "壹佰贰拾叁"), ("1001", "一千零一", "壹仟零壹"),
      ("1010", "一千零一十", "壹仟零壹拾"),
      ("1100", "一千一百", "壹仟壹佰"), ("10000", "一万", "壹万"), ("10005", "一万零五", "壹万零伍"), ("12000", "一万二千", "壹万贰仟"),
      ("100000", "十万", "壹拾万"), ("100010", "十万零一十", "壹拾万零壹拾"),
      ("150000", "十五万", "壹拾伍万"), ("1000000", "一百万", "壹佰万"), ("1000001", "一百万零一", "壹佰万零壹"),
      ("10001000", "一千万一千", "壹仟万壹仟"), ("20030040", "二千零三万零四十", "贰仟零叁万零肆拾"),
      ("100000000", "一亿", "壹亿"), ("100000001", "一亿零一", "壹亿零壹"), ("100010000", "一亿零一万", "壹亿零壹万"),
      ("1500000000", "十五亿", "壹拾伍亿"), ("1000000000000", "一万亿", "壹万亿"),
      ("10000000000000000", "一亿亿", "壹亿亿"), ("10000000000000005", "一亿亿零五", "壹亿亿零伍"),
      ("10000000010000000", "一亿亿零一千万", "壹亿亿零壹仟万"),
      ("12345678987654321", "一亿二千三百四十五万六千七百八十九亿八千七百六十五万四千三百二十一", "壹亿贰仟叁佰肆拾伍万陆仟柒佰捌拾玖亿捌仟柒佰陆拾伍万肆仟叁佰贰拾壹"),
      ("-15", "负十五", "负壹拾伍"), ("3.14", "三点一四", "叁点壹肆"), ("0.5", "零点五", "零点伍"), ("10.05", "十点零五", "壹拾点零伍"),
      ("75.9260", "七十五点九二六零", "柒拾伍点玖贰陆零"), ("-0.10", "负零点一零", "负零点壹零"),
    ])
  func table(number: String, lower: String, upper: String) throws {
    let value = Value.decimal(try #require(Decimal(number)))
    #expect(try apply("cn_number", value) == .string(lower))
    #expect(try apply("cn_number", value, "upper") == .string(upper))
    #expect(try apply("cn_number", .string(number)) == .string(lower))
  }

  @Test("reading the characters back gives the number")
  func inverse() throws {
    var random = SeededGenerator(seed: 6)
    var numbers =
      (0...1100).map { BigInt($0) }
      + (0...31).flatMap { [BigInt(10).power($0), BigInt(10).power($0) + 1, BigInt(10).power($0) - 1] }
    for _ in 0..<300 {
      // Many zeros, which are where rules differ.
      var number = BigInt(0)
      for _ in 0..<Int.random(in: 1...32, using: &random) {
        number = number * 10 + BigInt(Bool.random(using: &random) ? 0 : Int.random(in: 0...9, using: &random))
      }
      numbers.append(number)
    }
    for number in numbers {
      for (numerals, digits, units) in [
        (ChineseNumerals.lower, "零一二三四五六七八九", "十百千"), (.upper, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
      ] {
        let text = try numerals.whole(Integer(number))
        let isRead = Self.read(text, digits, units) == number
        let hasNeedlessZero =
          number != 0 && ["零零", "零万", "零亿"].contains { text.contains($0) }
          || number != 0 && text.hasSuffix("零")
        if !isRead || hasNeedlessZero { Issue.record("\(number): \(text)") }
      }
    }
  }

  @Test("numbers of more than 32 digits are an error, before and after the point")
  func tooLarge() throws {
    let largest = String(repeating: "9", count: 32)
    #expect(try apply("cn_number", .string(largest)).printed.hasPrefix("九千九百九十九万"))
    #expect(throws: ValueError(.tooLargeForCharacters)) { try apply("cn_number", .string(largest + "0")) }
    #expect(throws: ValueError(.tooLargeForCharacters)) {
      try apply("cn_number", .string("0." + largest + "0"))
    }
    #expect(throws: ValueError(.tooLargeForCharacters)) { try apply("cn_money", .string(largest + "0")) }
  }

  @Test("what is no number, and other styles, are errors")
  func errors() {
    for value in ["", "一", .none, true, []] as [Value] {
      #expect(throws: ValueError(.wrongValue("cn_number", .numeric, value))) { try apply("cn_number", value) }
    }
    #expect(throws: ValueError(.argumentChoice("cn_number", "style", ["upper"]))) {
      try apply("cn_number", 5, "大写")
    }
    #expect(throws: ValueError(.tooManyArguments("cn_number", takes: 1, given: 2))) {
      try apply("cn_number", 5, "upper", 1)
    }
  }

  /// The number characters say: each unit multiplies what stands before it, 万 and 亿 everything up to a larger one.
  static func read(_ text: String, _ digits: String, _ units: String) -> BigInt? {
    let digits = Array(digits)
    let units = Array(units)
    func value(_ characters: ArraySlice<Character>) -> BigInt? {
      if let split = characters.lastIndex(of: "亿") {
        guard let high = value(characters[..<split]), let low = value(characters[(split + 1)...]) else {
          return nil
        }
        return high * 100_000_000 + low
      }
      if let split = characters.lastIndex(of: "万") {
        guard let high = value(characters[..<split]), let low = value(characters[(split + 1)...]) else {
          return nil
        }
        return high * 10_000 + low
      }
      var sum = BigInt(0)
      var digit: Int?
      for character in characters {
        if let found = digits.firstIndex(of: character) {
          digit = found
        } else if let unit = units.firstIndex(of: character) {
          sum = sum + BigInt(digit ?? 1) * BigInt(10).power(unit + 1)
          digit = nil
        } else {
          return nil
        }
      }
      return sum + BigInt(digit ?? 0)
    }
    return value(Array(text)[...])
  }
}
