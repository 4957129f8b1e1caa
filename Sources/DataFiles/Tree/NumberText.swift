import TemplateLanguage

/// A number's text taken apart: sign, digits, places after the point, exponent.
struct NumberText {
  /// The most digits a number may have, written out without an exponent.
  static let maximumDigits = 10_000

  private let text: [UInt8]
  private let isHexadecimal: Bool
  private let isOctal: Bool
  /// The digits before and after the point, without the point; the sign is apart.
  private var digits: [UInt8] = []
  private var places = 0
  private var exponent = 0
  private var isNegative = false
  private(set) var isInteger = true

  /// Reads a number: a sign, digits with or without a point, an exponent; or `0x`/`0o` and digits; nil if it is
  /// none, or longer than `maximumDigits` when written out.
  init?(_ string: String) {
    text = Array(string.utf8)
    isHexadecimal = text.starts(with: [0x30, 0x78])
    isOctal = text.starts(with: [0x30, 0x6F])
    if isHexadecimal || isOctal {
      digits = Array(text.dropFirst(2))
      guard !digits.isEmpty, digits.count <= Self.maximumDigits else { return nil }
    } else {
      guard readDecimal(), digits.count <= Self.maximumDigits, places <= Self.maximumDigits,
        digits.count + max(0, exponent) <= Self.maximumDigits, places - exponent <= Self.maximumDigits
      else { return nil }
    }
  }

  private mutating func readDecimal() -> Bool {
    var index = 0
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      isNegative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    var pointSeen = false
    while index < text.count {
      let byte = text[index]
      if byte >= 0x30, byte <= 0x39 {
        digits.append(byte)
        if pointSeen { places += 1 }
      } else if byte == UInt8(ascii: "."), !pointSeen {
        pointSeen = true
        isInteger = false
      } else {
        break
      }
      index += 1
    }
    guard !digits.isEmpty else { return false }
    guard index < text.count else { return true }
    guard text[index] | 0x20 == UInt8(ascii: "e") else { return false }
    isInteger = false
    return readExponent(from: index + 1)
  }

  private mutating func readExponent(from start: Int) -> Bool {
    var index = start
    var negative = false
    if index < text.count, text[index] == UInt8(ascii: "-") || text[index] == UInt8(ascii: "+") {
      negative = text[index] == UInt8(ascii: "-")
      index += 1
    }
    guard index < text.count else { return false }
    while index < text.count {
      guard text[index] >= 0x30, text[index] <= 0x39 else { return false }
      exponent = min(exponent * 10 + Int(text[index] - 0x30), 1_000_000)
      index += 1
    }
    if negative { exponent = -exponent }
    return true
  }

  /// The number as a value: `int` or `bigInt` for whole numbers, `decimal` for those with a point or exponent.
  var value: Value? {
    let radix = isHexadecimal ? 16 : isOctal ? 8 : 10
    if radix == 10, digits.count <= 18, places >= exponent {
      let magnitude = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
      let number = isNegative ? -magnitude : magnitude
      return isInteger ? .int(number) : .decimal(Decimal(coefficient: number, scale: places - exponent))
    }
    guard var coefficient = BigInt(String(decoding: digits, as: UTF8.self), radix: radix) else { return nil }
    if isNegative { coefficient = -coefficient }
    guard !isInteger else { return Int(exactly: coefficient).map(Value.int) ?? .bigInt(coefficient) }
    let scale = places - exponent
    guard scale < 0 else { return .decimal(Decimal(coefficient: coefficient, scale: scale)) }
    return .decimal(Decimal(coefficient: coefficient * BigInt(10).power(-scale), scale: 0))
  }
}
