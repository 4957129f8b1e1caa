/// How large a value may grow, whatever a template computes.
enum ValueLimits {
  /// Decimal digits of a number that is read, and places of a decimal.
  static let digits = 10_000
  /// Bits of a number's digits; 20,000 decimal digits.
  static let numberBits = 66_439
  /// UTF-8 bytes of a string, and elements of a list.
  static let length = 1 << 24
  /// Elements of `range(…)`.
  static let rangeCount = 1_000_000
}
