/// The value of a number as written in a tag.
enum NumberLiteral {
  /// More digits than this are refused, as Python does.
  static let mostDigits = 4300
  /// Exponents beyond this are refused, about where Python's floats end.
  static let largestExponent = 400

  /// The value of an integer or decimal token; nil if it is too long.
  static func value(of token: Token) -> Value? {
    guard token.text.utf8.count <= mostDigits else { return nil }
    return token.kind == .integer ? integer(token.text) : decimal(token.text)
  }

  private static func integer(_ text: String) -> Value? {
    let digits = text.utf8.dropFirst(2)
    let radix =
      switch text.utf8.dropFirst().first {
      case UInt8(ascii: "x"): 16
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "b"): 2
      default: 10
      }
    let body = radix == 10 ? Substring(text) : Substring(digits)
    if let small = Int(body, radix: radix) { return .int(small) }
    return BigInt(String(body), radix: radix).map { .bigInt($0) }
  }

  /// `12.50`, `1e3`, `1.5e-2`: exact; with an exponent, at least one place, as Python prints it.
  private static func decimal(_ text: String) -> Value? {
    var digits: [UInt8] = []
    var scale = 0
    var exponent = 0
    var afterPoint = false
    var iterator = text.utf8.makeIterator()
    while let byte = iterator.next() {
      if byte == UInt8(ascii: ".") {
        afterPoint = true
      } else if byte == UInt8(ascii: "e") {
        var rest: [UInt8] = []
        while let next = iterator.next() { rest.append(next) }
        guard let value = Int(String(decoding: rest, as: UTF8.self)), abs(value) <= largestExponent else {
          return nil
        }
        exponent = value
        scale = max(scale, 0) - exponent
        if scale < 1 {
          digits += [UInt8](repeating: UInt8(ascii: "0"), count: 1 - scale)
          scale = 1
        }
      } else {
        digits.append(byte)
        if afterPoint { scale += 1 }
      }
    }
    guard let coefficient = BigInt(String(decoding: digits, as: UTF8.self)) else { return nil }
    return .decimal(Decimal(coefficient: coefficient, scale: scale))
  }
}
