extension JSONEventReader {
  /// Reads a number: `Int` where it is one, else the text as written.
  mutating func readNumber() throws(DataFault) -> Scalar {
    let start = offset
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    let firstDigit = offset
    var number = 0
    var fits = true
    while let digit = digit {
      let (product, overflow) = number.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(digit)
      fits = fits && !overflow && !carried
      number = sum
      offset += 1
    }
    guard offset > firstDigit else { throw DataFault(.invalidNumber, at: start) }
    if bytes[firstDigit] == 0x30, offset > firstDigit + 1 {
      throw DataFault(.leadingZero, at: start)
    }
    var isInteger = true
    var hasExponent = false
    if peek(UInt8(ascii: ".")) {
      isInteger = false
      offset += 1
      try digits(since: start)
    }
    if peek(UInt8(ascii: "e")) || peek(UInt8(ascii: "E")) {
      isInteger = false
      hasExponent = true
      offset += 1
      if peek(UInt8(ascii: "+")) || peek(UInt8(ascii: "-")) { offset += 1 }
      try digits(since: start)
    }
    if isInteger, fits, !(isNegative && number == 0) { return .integer(isNegative ? -number : number) }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    if hasExponent || offset - start > NumberText.maximumDigits, NumberText(text) == nil {
      faults.append(DataFault(.numberTooLong(maximum: NumberText.maximumDigits), at: start))
    }
    return .number(text)
  }

  private var digit: Int? {
    guard offset < bytes.count, bytes[offset] >= 0x30, bytes[offset] <= 0x39 else { return nil }
    return Int(bytes[offset] - 0x30)
  }

  private func peek(_ byte: UInt8) -> Bool {
    offset < bytes.count && bytes[offset] == byte
  }

  private mutating func digits(since start: Int) throws(DataFault) {
    let first = offset
    while digit != nil { offset += 1 }
    guard offset > first else { throw DataFault(.invalidNumber, at: start) }
  }
}
