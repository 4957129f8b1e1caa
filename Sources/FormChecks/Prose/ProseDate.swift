/// Years and days as prose writes them: 2021年1月1日, 二〇二一年一月一日, 12月31日, 2021-01-01.
struct ProseDate: Sendable, Equatable {
  /// The year; nil where the text leaves it to the date before.
  var year: Int?
  var month: Int
  var day: Int

  /// The years that the text names, of 1900 to 2099.
  static func years(in text: [Unicode.Scalar]) -> [(year: Int, at: Int)] {
    var years: [(year: Int, at: Int)] = []
    var index = 0
    while index < text.count {
      guard let (year, end) = number(in: text, at: index, digits: 4) else {
        index += 1
        continue
      }
      if end < text.count, text[end] == "年", (1900...2099).contains(year) { years.append((year, index)) }
      index = end
    }
    return years
  }

  /// The days that the text names, in order.
  static func all(in text: [Unicode.Scalar]) -> [ProseDate] {
    var dates: [ProseDate] = []
    var index = 0
    while index < text.count {
      if let (date, end) = date(in: text, at: index) {
        dates.append(date)
        index = end
      } else if let (_, end) = number(in: text, at: index) {
        index = end
      } else {
        index += 1
      }
    }
    return dates
  }

  private static func date(in text: [Unicode.Scalar], at start: Int) -> (ProseDate, end: Int)? {
    guard var (first, end) = number(in: text, at: start), end < text.count else { return nil }
    var year: Int?
    let yearMarks: Set<Unicode.Scalar> = ["年", "-", "/", "."]
    if (1900...2099).contains(first), yearMarks.contains(text[end]) {
      year = first
      guard let month = number(in: text, at: end + 1), month.end < text.count else { return nil }
      (first, end) = month
    }
    let monthMarks: Set<Unicode.Scalar> = year == nil ? ["月"] : ["月", "-", "/", "."]
    guard monthMarks.contains(text[end]), let day = number(in: text, at: end + 1) else { return nil }
    guard (1...12).contains(first), (1...31).contains(day.value) else { return nil }
    let isClosed = day.end < text.count && (text[day.end] == "日" || text[day.end] == "号")
    guard isClosed || year != nil else { return nil }
    return (ProseDate(year: year, month: first, day: day.value), day.end + (isClosed ? 1 : 0))
  }

  /// A number in digits or Chinese numerals.
  private static func number(
    in text: [Unicode.Scalar], at start: Int, digits: Int? = nil
  ) -> (value: Int, end: Int)? {
    guard start < text.count else { return nil }
    var end = start
    if text[start].isDigit {
      var value = 0
      while end < text.count, text[end].isDigit, end - start < 12 {
        value = value * 10 + Int(text[end].value - 0x30)
        end += 1
      }
      return digits.map { $0 == end - start } ?? true ? (value, end) : (0, end)
    }
    let numerals = Array("〇零一二三四五六七八九十".unicodeScalars)
    while end < text.count, numerals.contains(text[end]) { end += 1 }
    guard end > start, let value = ChineseNumber.chinese(text[start..<end]) else { return nil }
    return digits.map { $0 == end - start } ?? true ? (value, end) : (0, end)
  }
}
