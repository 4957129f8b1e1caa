/// Texts read as numbers the way Python's `int` and `float` do.
enum NumberParsing {
  /// Blanks around it, a sign, underscores between digits and digits of any script are allowed.
  static func integer(_ text: String, base: Int = 10) -> Integer? {
    guard var bytes = digitsOnly(text)?[...] else { return nil }
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    var base = base
    if bytes.count > 2, bytes.first == UInt8(ascii: "0") {
      let letter = bytes[bytes.startIndex + 1] | 0x20
      let named =
        letter == UInt8(ascii: "x")
        ? 16 : letter == UInt8(ascii: "o") ? 8 : letter == UInt8(ascii: "b") ? 2 : 0
      if named > 0, base == 0 || base == named {
        base = named
        bytes.removeFirst(2)
      }
    }
    if base == 0 {
      if bytes.count > 1, bytes.first == UInt8(ascii: "0"), bytes.contains(where: { $0 != UInt8(ascii: "0") })
      {
        return nil
      }
      base = 10
    }
    guard !bytes.isEmpty, bytes.count <= ValueLimits.digits, bytes.allSatisfy({ $0.isDigit || $0.isLetter })
    else {
      return nil
    }
    let text = String(decoding: bytes, as: UTF8.self)
    if let small = Int(text, radix: base) { return .small(isNegative ? -small : small) }
    return BigInt(text, radix: base).map { Integer(isNegative ? -$0 : $0) }
  }

  static func decimal(_ text: String) -> Decimal? {
    if let decimal = Decimal(text) { return decimal }
    guard let bytes = digitsOnly(text) else { return nil }
    return Decimal(String(decoding: bytes, as: UTF8.self))
  }

  /// The text without blanks around it, digits in ASCII, underscores between digits left out; nil if it holds
  /// other characters beyond ASCII, or other underscores.
  private static func digitsOnly(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for scalar in text.stripped().unicodeScalars {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar.properties.numericType == .decimal, let value = scalar.properties.numericValue {
        bytes.append(UInt8(ascii: "0") + UInt8(value))
      } else {
        return nil
      }
    }
    guard bytes.contains(UInt8(ascii: "_")) else { return bytes }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "_") {
      guard index > 0, index + 1 < bytes.count, bytes[index - 1] != UInt8(ascii: "_"),
        bytes[index - 1].isDigit || bytes[index - 1].isLetter,
        bytes[index + 1].isDigit || bytes[index + 1].isLetter
      else { return nil }
    }
    return bytes.filter { $0 != UInt8(ascii: "_") }
  }
}
