import DataFiles

/// A date that stands alone: 2022年1月7日, 二〇二二年一月七日, 2022-01-07.
enum DateText {
  /// The date; nil if the text is anything else or more.
  static func date(_ text: String) -> CalendarDate? {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !scalar.isBlank { scalars.append(scalar == "元" ? "一" : scalar) }
    guard (6...14).contains(scalars.count) else { return nil }
    let parts = scalars.split(omittingEmptySubsequences: false) { "年月日-/.．".unicodeScalars.contains($0) }
    let isChinese = scalars.last == "日"
    guard parts.count == (isChinese ? 4 : 3), !isChinese || (scalars.contains("年") && scalars.contains("月"))
    else { return nil }
    guard parts[0].count == 4, let year = number(parts[0]), let month = number(parts[1]),
      let day = number(parts[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// The date that a text ends with, and what stands before it: 某县某局 2022年1月7日; nil if there is none, or
  /// nothing before it.
  static func signed(_ text: String) -> (signature: String, date: CalendarDate)? {
    let scalars = Array(text.trimmed.unicodeScalars)
    guard scalars.last == "日", let year = scalars.lastIndex(of: "年"), year > 4 else { return nil }
    for start in [year - 4, year - 5] where start > 0 {
      var front = String.UnicodeScalarView()
      front.append(contentsOf: scalars[..<start])
      var back = String.UnicodeScalarView()
      back.append(contentsOf: scalars[start...])
      if let date = date(String(back)) { return (String(front).trimmed, date) }
    }
    return nil
  }

  /// A number in digits, or in Chinese up to 三十一 or digit by digit.
  static func number(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard !scalars.isEmpty, scalars.count <= 4 else { return nil }
    var number = 0
    var hasTen = false
    for (offset, scalar) in scalars.enumerated() {
      if scalar == "十" {
        guard !hasTen, number < 10 else { return nil }
        hasTen = true
        number = max(number, 1) * 10
        continue
      }
      guard let digit = digit(scalar) else { return nil }
      number = hasTen ? number + digit : number * 10 + digit
      if hasTen, offset != scalars.count - 1 { return nil }
    }
    return number
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default:
      switch scalar {
      case "〇", "○", "零", "Ｏ", "O": 0
      default: Array("一二三四五六七八九".unicodeScalars).firstIndex(of: scalar).map { $0 + 1 }
      }
    }
  }
}
