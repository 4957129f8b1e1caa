/// A value without parts.
///
/// In YAML a plain (unquoted) scalar is resolved by the core schema of YAML 1.2.2, section 10.3, with two
/// differences: `yyyy-MM-dd` is a date, and digits with a leading zero (0908) are text, since they are
/// telephone and code numbers whose zero must not be lost.
public enum Scalar: Sendable, Hashable {
  case null
  case bool(Bool)
  /// An integer within `Int`, written in the plainest way: no plus sign, no leading zero, no exponent.
  case integer(Int)
  /// Any other number, exactly as written: 75.9260, +5, 0x1F, 1e3, 123456789012345678901234567890.
  case number(String)
  case string(String)
  case date(CalendarDate)
}

/// A day of the Gregorian calendar that exists.
public struct CalendarDate: Sendable, Hashable {
  /// The year, with four digits.
  public let year: Int
  /// The month; 1 is January.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date; nil if there is no such day, or the year has not four digits.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard day >= 1, day <= lengths[month - 1] else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `yyyy-MM-dd`; nil if the text is anything else, or there is no such day.
  public init?(_ text: String) {
    self.init(bytes: Array(text.utf8)[...])
  }

  init?(bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard bytes.count == 10, bytes[start + 4] == UInt8(ascii: "-"), bytes[start + 7] == UInt8(ascii: "-")
    else {
      return nil
    }
    guard let year = digits(bytes[start..<(start + 4)]), let month = digits(bytes[(start + 5)..<(start + 7)]),
      let day = digits(bytes[(start + 8)..<(start + 10)])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

/// The number that a few ASCII digits say; nil if there is anything else.
private func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
  var number = 0
  for byte in bytes {
    guard byte >= 0x30, byte <= 0x39 else { return nil }
    number = number * 10 + Int(byte - 0x30)
  }
  return number
}
