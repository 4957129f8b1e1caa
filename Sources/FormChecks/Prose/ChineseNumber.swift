import TemplateLanguage

/// Numbers as Chinese prose writes them: 3607, 18万, 一百二十三, 二〇二三, 万余.
struct ChineseNumber {
  /// The number; for an approximate one its lower bound.
  let value: Decimal
  /// The least step that the number as written shows: 10000 for 18万, 1 for 3607, 100 for 两百 and for 200余.
  let step: Decimal
  /// Whether it says 余, 多 or 来.
  let isOpen: Bool
  /// Whether it has a form that says no number exactly: 几, 数.
  let isVague: Bool
  /// Where it ends.
  let end: Int

  /// Reads the number that begins at `start`; nil if there is none.
  init?(in text: [Unicode.Scalar], at start: Int) {
    var index = start
    var value: Decimal
    var step: Decimal = 1
    var vague = false
    if text[start].isDigit {
      let written = Self.digits(text, &index)
      guard let number = Decimal(written) else { return nil }
      value = number
      for _ in 0..<number.scale { step = step * (Decimal("0.1") ?? 1) }
      while index < text.count, let factor = Self.units[text[index]] {
        value = value * Decimal(integerLiteral: factor)
        step = step * Decimal(integerLiteral: factor)
        index += 1
      }
    } else {
      let first = index
      while index < text.count, Self.isNumeral(text[index]) {
        if text[index] == "几" || text[index] == "数" { vague = true }
        index += 1
      }
      guard index > first else { return nil }
      // 数 and 几 alone are no numbers, and 余 in 万余 may stand within: 一万余.
      guard let number = Self.chinese(text[first..<index]) else { return nil }
      value = Decimal(integerLiteral: number)
      var least = 1
      while number > 0, number % (least * 10) == 0 { least *= 10 }
      step = Decimal(integerLiteral: least)
    }
    var open = false
    if index < text.count, Self.openers.contains(text[index]) {
      open = true
      index += 1
      // 100余万: the factor follows.
      while index < text.count, let factor = Self.units[text[index]] {
        value = value * Decimal(integerLiteral: factor)
        step = step * Decimal(integerLiteral: factor)
        index += 1
      }
      step = max(step, Self.roundness(of: value))
    }
    self.value = value
    self.step = step
    isOpen = open
    isVague = vague
    end = index
  }

  private static let openers: Set<Unicode.Scalar> = ["余", "多", "来"]

  private static let units: [Unicode.Scalar: Int] = [
    "十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000,
  ]

  private static let numerals: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    numerals[scalar] != nil || units[scalar] != nil || scalar == "几" || scalar == "数"
  }

  /// The place of the last digit that is no zero: 100 for 1200.
  private static func roundness(of value: Decimal) -> Decimal {
    guard value.scale == 0, value != 0 else { return 0 }
    var place: Decimal = 1
    for _ in value.text.utf8.reversed().prefix(while: { $0 == 0x30 }) { place = place * 10 }
    return place
  }

  /// Digits with a point and digits.
  private static func digits(_ text: [Unicode.Scalar], _ index: inout Int) -> String {
    var written = ""
    var hasPoint = false
    while index < text.count {
      if text[index].isDigit {
        written.unicodeScalars.append(text[index])
      } else if text[index] == ".", !hasPoint, index + 1 < text.count, text[index + 1].isDigit {
        hasPoint = true
        written += "."
      } else {
        break
      }
      index += 1
    }
    return written
  }

  /// The number that Chinese numerals say, by places (一百二十三) or digit by digit (二〇二三).
  static func chinese(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard text.count <= 20, text.contains(where: { $0 != "几" && $0 != "数" }) else { return nil }
    if !text.contains(where: { units[$0] != nil }) {
      guard text.count <= 12 else { return nil }
      var number = 0
      for scalar in text {
        guard let digit = numerals[scalar] else { return nil }
        number = number * 10 + digit
      }
      return number
    }
    var total = 0
    var section = 0
    var digit: Int?
    for scalar in text {
      if let number = numerals[scalar] {
        digit = number
      } else if let unit = units[scalar] {
        if unit >= 10_000 {
          // 万 by itself is ten thousand.
          let below = section + (digit ?? 0)
          let whole = total > 0 && unit > 10_000 ? total + below : below
          guard whole < 1_000_000_000 else { return nil }
          total = (total > 0 && unit > 10_000 ? 0 : total) + (whole == 0 ? 1 : whole) * unit
          section = 0
        } else {
          section += (digit ?? 1) * unit
        }
        digit = nil
      }
    }
    return total + section + (digit ?? 0)
  }
}
