extension BigInt {
  /// Reads digits, after a sign or none.
  ///
  /// - Parameter radix: the base, from 2 to 36; letters of either case are the digits from 10 on.
  /// - Returns: nil if there is no digit, or anything else.
  public init?(_ text: String, radix: Int = 10) {
    var digits = Array(text.utf8)[...]
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits.removeFirst() }
    guard !digits.isEmpty else { return nil }
    let chunk = RadixChunk(radix)
    var magnitude = Magnitude(0)
    while !digits.isEmpty {
      let count = digits.count % chunk.digits == 0 ? chunk.digits : digits.count % chunk.digits
      var (value, factor): (UInt, UInt) = (0, 1)
      for byte in digits.prefix(count) {
        guard let digit = Self.digit(byte), digit < radix else { return nil }
        value = value * UInt(radix) + UInt(digit)
        factor *= UInt(radix)
      }
      magnitude.multiply(by: factor, adding: value)
      digits = digits.dropFirst(count)
    }
    self.init(magnitude, isNegative: isNegative)
  }

  private static func digit(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// Its digits, after a minus sign if it is negative.
  ///
  /// - Parameter radix: the base, from 2 to 36.
  public func text(radix: Int) -> String {
    let chunk = RadixChunk(radix)
    var chunks: [UInt] = []
    var rest = magnitudeWords
    while !rest.isZero { chunks.append(rest.divide(by: chunk.power)) }
    var text = isNegative ? "-" : ""
    text += String(chunks.popLast() ?? 0, radix: radix)
    for chunkValue in chunks.reversed() {
      let digits = String(chunkValue, radix: radix)
      text += String(repeating: "0", count: chunk.digits - digits.utf8.count) + digits
    }
    return text
  }
}

extension BigInt: CustomStringConvertible {
  /// Its decimal digits, after a minus sign if it is negative.
  public var description: String { text(radix: 10) }
}

/// As many digits as surely go into a word.
private struct RadixChunk {
  private(set) var digits = 1
  /// The base to the power of `digits`.
  private(set) var power: UInt

  init(_ radix: Int) {
    precondition((2...36).contains(radix), "no such base")
    power = UInt(radix)
    while true {
      let (next, overflow) = power.multipliedReportingOverflow(by: UInt(radix))
      if overflow { break }
      power = next
      digits += 1
    }
  }
}
