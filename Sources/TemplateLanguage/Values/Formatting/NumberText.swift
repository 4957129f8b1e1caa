/// A number's magnitude written out, for `%` formatting and format specifications; rounding takes halves to
/// the even digit, as Python's does.
enum NumberText {
  /// With exactly `places` places: 1234.50
  static func fixed(_ magnitude: Decimal, places: Int) -> String {
    magnitude.rounded(to: places, .halfEven).padded(to: places).text
  }

  /// With an exponent of at least two digits: 1.23e+03
  static func exponential(_ magnitude: Decimal, places: Int) -> String {
    let (digits, exponent) = significant(magnitude, count: places + 1)
    return mantissa(digits) + exponentText(exponent)
  }

  /// With `precision` significant digits, zeros at the end left out unless `keepsZeros`, with an exponent where
  /// the point would stand far away: C's `%g`.
  static func general(_ magnitude: Decimal, precision: Int, keepsZeros: Bool) -> String {
    let precision = max(precision, 1)
    var (digits, exponent) = significant(magnitude, count: precision)
    if !keepsZeros {
      while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }
    if exponent < -4 || exponent >= precision { return mantissa(digits) + exponentText(exponent) }
    if exponent < 0 {
      digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: -exponent), at: 0)
      return mantissa(digits)
    }
    if digits.count <= exponent {
      digits.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent + 1 - digits.count))
    }
    return mantissa(digits, point: exponent + 1)
  }

  /// Exactly `count` significant digits, and the power of ten of the first.
  private static func significant(_ magnitude: Decimal, count: Int) -> (digits: [UInt8], exponent: Int) {
    var digits = magnitude.digits
    if digits.isZero { return ([UInt8](repeating: UInt8(ascii: "0"), count: count), 0) }
    var exponent = digits.digitCount - 1 - magnitude.scale
    let surplus = digits.digitCount - count
    if surplus > 0 {
      digits = digits.divided(by: .powerOfTen(surplus), .halfEven)
      // 9.99 to two digits is 10: the first digit has moved.
      if digits.digitCount > count { exponent += 1 }
    }
    var text = Array(digits.description.utf8.prefix(count))
    if text.count < count {
      text.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count - text.count))
    }
    return (text, exponent)
  }

  /// With a point, even if nothing stands after it.
  static func pointed(_ text: String) -> String {
    guard !text.utf8.contains(UInt8(ascii: ".")) else { return text }
    let mantissa = text.prefix { $0 != "e" }
    return mantissa + "." + text.dropFirst(mantissa.count)
  }

  private static func mantissa(_ digits: [UInt8], point: Int = 1) -> String {
    var digits = digits
    if digits.count > point { digits.insert(UInt8(ascii: "."), at: point) }
    return String(decoding: digits, as: UTF8.self)
  }

  private static func exponentText(_ exponent: Int) -> String {
    let digits = exponent.magnitude.description
    return "e" + (exponent < 0 ? "-" : "+") + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  /// With `precision` significant digits, a place after the point at least, and an exponent earlier than
  /// `general`: a float in a format specification without a type.
  static func shortest(_ magnitude: Decimal, precision: Int, keepsZeros: Bool) -> String {
    let precision = max(precision, 1)
    if significant(magnitude, count: precision).exponent >= precision - 1 {
      var (digits, exponent) = significant(magnitude, count: precision)
      while !keepsZeros, digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
      return mantissa(digits) + exponentText(exponent)
    }
    let text = general(magnitude, precision: precision, keepsZeros: keepsZeros)
    return text.utf8.contains(UInt8(ascii: ".")) || text.utf8.contains(UInt8(ascii: "e")) ? text : text + ".0"
  }

  /// The digits before the point in groups of `size`.
  static func grouped(
    _ text: String, by size: Int = 3, separator: String = ",", isDigit: (UInt8) -> Bool = \.isDigit
  ) -> String {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { !isDigit($0) } ?? bytes.count
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if index > 0, index < end, (end - index) % size == 0 { result.append(contentsOf: separator.utf8) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Integer {
  /// Its magnitude's digits in another base.
  func magnitudeText(radix: Int) -> String {
    switch self {
    case .small(let small): String(small.magnitude, radix: radix)
    case .big(let big): big.magnitude.text(radix: radix)
    }
  }
}
