/// Numbers in Chinese characters, 一百二十三 or 壹佰贰拾叁.
///
/// Digits stand in groups of four, 万 after the second, 亿 after the third and fourth, 亿亿 after the next. Zeros
/// at the end of a group are not said; one or several elsewhere are said as one 零. 零 and not 〇, for the number
/// counts (GB/T 15835-2011).
struct ChineseNumerals: Sendable {
  private let digits: [String]
  /// For ten, a hundred and a thousand.
  private let units: [String]
  /// Whether ten to nineteen at the beginning are said without a one: 十五.
  private let shortensTens: Bool

  static let lower = ChineseNumerals(
    digits: ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], units: ["", "十", "百", "千"], shortensTens: true
  )

  /// The characters of cheques and receipts, which can't be altered into each other.
  static let upper = ChineseNumerals(
    digits: ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], units: ["", "拾", "佰", "仟"],
    shortensTens: false)

  /// The number in characters, with 负 before a negative one, and after 点 all places it has.
  func text(_ number: Decimal) throws(ValueError) -> String {
    let parts = number.magnitude.text.split(separator: ".")
    var result = number.signum < 0 ? "负" : ""
    result += try whole(number.magnitude.truncated)
    guard parts.count > 1 else { return result }
    guard parts[1].utf8.count <= Self.most else { throw ValueError(.tooLargeForCharacters) }
    return result + "点" + parts[1].utf8.map { digits[Int($0 - UInt8(ascii: "0"))] }.joined()
  }

  /// An integer that is not negative, of at most 32 digits.
  func whole(_ integer: Integer) throws(ValueError) -> String {
    if integer.isZero { return digits[0] }
    guard integer.magnitudeBits <= 107, integer.digitCount <= Self.most else {
      throw ValueError(.tooLargeForCharacters)
    }
    var result = ""
    // Whether a group of zeros has been passed over.
    var isGap = false
    for block in blocks(integer) {
      if !result.isEmpty { result += "亿" }
      if block == 0 {
        isGap = true
        continue
      }
      if !result.isEmpty, isGap || block < 10_000_000 { result += digits[0] }
      isGap = false
      result += eightDigits(block)
    }
    let tens = digits[1] + units[1]
    return shortensTens && result.hasPrefix(tens) ? String(result.dropFirst()) : result
  }

  private static let most = 32

  /// Eight digits each, the first ones first.
  private func blocks(_ integer: Integer) -> [Int] {
    var blocks: [Int] = []
    var rest = integer
    while !rest.isZero {
      let (quotient, remainder) = rest.dividedTruncating(by: .small(100_000_000))
      blocks.append(remainder.small ?? 0)
      rest = quotient
    }
    return blocks.reversed()
  }

  private func eightDigits(_ number: Int) -> String {
    let (high, low) = number.quotientAndRemainder(dividingBy: 10_000)
    var result = high == 0 ? "" : fourDigits(high) + "万"
    if high > 0, low > 0, low < 1000 { result += digits[0] }
    if low > 0 { result += fourDigits(low) }
    return result
  }

  private func fourDigits(_ number: Int) -> String {
    var result = ""
    var isGap = false
    for (power, divisor) in [(3, 1000), (2, 100), (1, 10), (0, 1)] {
      let digit = number / divisor % 10
      if digit == 0 {
        isGap = !result.isEmpty
        continue
      }
      if isGap { result += digits[0] }
      isGap = false
      result += digits[digit] + units[power]
    }
    return result
  }
}
