/// Match lengths as symbols and extra bits (RFC 1951, 3.2.5).
enum LengthCodes {
  static let shortest = 3
  static let longest = 258
  /// Symbols 257 to 285, counted from 0.
  static let count = 29

  static let bases: [UInt16] = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
    227,
    258,
  ]
  static let extraBits: [UInt8] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]

  /// The symbol, counted from 0, of each length less ``shortest``.
  static let symbols: [UInt8] = {
    var symbols = [UInt8](repeating: 0, count: longest - shortest + 1)
    for (symbol, base) in bases.enumerated() {
      for length in Int(base)...longest { symbols[length - shortest] = UInt8(symbol) }
    }
    return symbols
  }()
}
