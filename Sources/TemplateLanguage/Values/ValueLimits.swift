/// How large a value may grow, whatever a template computes.
enum ValueLimits {
  /// Decimal digits of a number that is read, and places of a decimal: as many as Python reads and prints.
  static let digits = 4300
  /// Bits of a number, for 4,300 decimal digits.
  static let numberBits = 14_285
  /// Widths and places in formats.
  static let width = 10_000
  /// UTF-8 bytes of a string, and elements of a list.
  static let length = 1 << 24
  /// Elements of `range(…)`.
  static let rangeCount = 1_000_000
}
