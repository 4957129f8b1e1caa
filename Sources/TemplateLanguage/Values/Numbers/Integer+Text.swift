extension Integer {
  /// The integer these ASCII digits say.
  init(decimalDigits: [UInt8]) {
    if decimalDigits.count <= 18 {
      self = .small(decimalDigits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
    } else {
      self.init(BigInt(String(decoding: decimalDigits, as: UTF8.self)) ?? 0)
    }
  }

  func appendPrinted(to bytes: inout [UInt8]) {
    switch self {
    case .small(let small): small.appendPrinted(to: &bytes)
    case .big(let big): bytes.append(contentsOf: big.description.utf8)
    }
  }
}

extension Int {
  /// Its decimal digits, without a string in between.
  func appendPrinted(to bytes: inout [UInt8]) {
    var rest = magnitude
    if self < 0 { bytes.append(UInt8(ascii: "-")) }
    if rest < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest)) }
    var digits: [20 of UInt8] = .init(repeating: 0)
    var start = 20
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      start -= 1
      digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    for index in start..<20 { bytes.append(digits[index]) }
  }
}
