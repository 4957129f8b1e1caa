extension Decimal {
  /// Reads a number as people and data files write it: a sign, digits with or without a point, an exponent;
  /// blanks around it are passed over. Nil for anything else, infinity and nan included, and for a number that
  /// takes more than 4,300 digits to write out.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, last.isBlank { bytes.removeLast() }
    while let first = bytes.first, first.isBlank { bytes.removeFirst() }
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    var digits: [UInt8] = []
    var scale = 0
    var hasPoint = false
    while let byte = bytes.first {
      if byte.isDigit {
        digits.append(byte)
        if hasPoint { scale += 1 }
      } else if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else {
        break
      }
      bytes.removeFirst()
    }
    guard !digits.isEmpty, digits.count <= ValueLimits.digits else { return nil }
    if let mark = bytes.first {
      guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return nil }
      bytes.removeFirst()
      guard let exponent = Int(String(decoding: bytes, as: UTF8.self)), bytes.count <= 8 else { return nil }
      scale -= exponent
    }
    guard abs(scale) <= ValueLimits.digits else { return nil }
    let magnitude = Integer(decimalDigits: digits)
    self.init(digits: isNegative ? -magnitude : magnitude, scale: scale)
  }

  /// Written out without an exponent, with all its places.
  public var text: String {
    var bytes: [UInt8] = []
    appendPrinted(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func appendPrinted(to bytes: inout [UInt8]) {
    guard scale > 0 else { return digits.appendPrinted(to: &bytes) }
    if digits.signum < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    digits.magnitude.appendPrinted(to: &bytes)
    let count = bytes.count - start
    if count <= scale {
      bytes.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: scale + 1 - count), at: start)
    }
    bytes.insert(UInt8(ascii: "."), at: bytes.count - scale)
  }
}

extension Decimal: CustomStringConvertible {
  /// Written out without an exponent, with all its places.
  public var description: String { text }
}

extension Decimal: ExpressibleByIntegerLiteral {
  /// An integer without places.
  public init(integerLiteral value: Int) { self.init(digits: .small(value), scale: 0) }
}

extension UInt8 {
  var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
  /// ASCII's blanks.
  var isBlank: Bool { self == UInt8(ascii: " ") || self >= 9 && self <= 13 }
}
