/// How large a value may grow, whatever a template computes.
enum ValueLimits {
  /// Decimal digits of a number that is read, and places of a decimal: as many as Python reads and prints.
  static let digits = 4300
  /// Bits of a number, for 4,300 decimal digits.
  static let numberBits = 14_285
  /// Widths in formats and of filling up.
  static let width = 10_000
  /// UTF-8 bytes of a text.
  static let textLength = 1 << 22
  /// Elements of a list.
  static let listLength = 1_000_000
}
