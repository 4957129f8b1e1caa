/// How a date is written: `yyyy年M月d日`, `yyyy-MM-dd HH:mm`, `EEEE`.
///
/// The letters are those of Unicode Technical Standard #35 that make sense for Chinese documents: `y` year, `M`
/// month, `d` day, `E` day of the week, `Q` quarter, `a` 上午 or 下午, `H` hour to 23, `h` hour to 12, `m` minute,
/// `s` second. A letter twice fills up with a zero. Other ASCII letters must stand in single quotes.
enum DatePattern {
  static func text(_ date: DateValue, _ pattern: String) throws(ValueError) -> String {
    var result: [UInt8] = []
    var rest = Array(pattern.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "'" {
        if rest.first == "'" {
          rest.removeFirst()
          result.append(UInt8(ascii: "'"))
          continue
        }
        guard let end = rest.firstIndex(of: "'") else { throw ValueError(.patternQuote) }
        result.append(contentsOf: String(rest[..<end]).utf8)
        rest = rest[(end + 1)...]
        continue
      }
      guard scalar.isASCII, scalar.properties.isAlphabetic else {
        result.append(contentsOf: String(Character(scalar)).utf8)
        continue
      }
      var count = 1
      while rest.first == scalar {
        rest.removeFirst()
        count += 1
      }
      try append(scalar, count: count, of: date, to: &result)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(
    _ letter: Unicode.Scalar, count: Int, of date: DateValue, to result: inout [UInt8]
  ) throws(ValueError) {
    if "aHhms".unicodeScalars.contains(letter), date.secondOfDay == nil { throw ValueError(.dateWithoutTime) }
    switch letter {
    case "y" where count == 2: result.append(number: date.year % 100, width: 2)
    case "y" where count <= 4: result.append(number: date.year, width: count)
    case "E" where count <= 3: result.append(contentsOf: "周\(weekdays[date.weekday])".utf8)
    case "E" where count == 4: result.append(contentsOf: "星期\(weekdays[date.weekday])".utf8)
    case "a" where count == 1: result.append(contentsOf: (date.hour < 12 ? "上午" : "下午").utf8)
    case "Q" where count <= 2: result.append(number: (date.month + 2) / 3, width: count)
    case "M" where count <= 2: result.append(number: date.month, width: count)
    case "d" where count <= 2: result.append(number: date.day, width: count)
    case "H" where count <= 2: result.append(number: date.hour, width: count)
    case "h" where count <= 2: result.append(number: (date.hour + 11) % 12 + 1, width: count)
    case "m" where count <= 2: result.append(number: date.minute, width: count)
    case "s" where count <= 2: result.append(number: date.second, width: count)
    default:
      throw ValueError(.datePattern(String(repeating: String(Character(letter)), count: min(count, 8))))
    }
  }

  private static let weekdays = ["一", "二", "三", "四", "五", "六", "日"]
}
