/// Dates as official documents write them.
enum ChineseDate {
  /// 2022年1月7日: in Arabic digits without filling zeros, as GB/T 9704-2012, 7.3.5.4, wants the date of a
  /// document.
  static func text(_ date: DateValue) -> String { "\(date.year)年\(date.month)月\(date.day)日" }

  /// 二〇二二年一月七日: the digits of the year one by one, with 〇, for they name the year and do not count
  /// (GB/T 15835-2011); month and day as numbers are said.
  static func inCharacters(_ date: DateValue) -> String {
    let year = "\(date.year)".utf8.map { digits[Int($0 - UInt8(ascii: "0"))] }.joined()
    return "\(year)年\(spoken(date.month))月\(spoken(date.day))日"
  }

  /// A number up to 99: 七, 十, 二十三.
  private static func spoken(_ number: Int) -> String {
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let last = ones == 0 ? "" : digits[ones]
    return tens == 0 ? last : (tens == 1 ? "" : digits[tens]) + "十" + last
  }

  private static let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
}
