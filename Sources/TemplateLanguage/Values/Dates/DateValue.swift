/// A calendar date, or a date and a time of day, without a time zone.
///
/// Days are those of the proleptic Gregorian calendar, years 1 to 9999.
public struct DateValue: Sendable, Hashable {
  /// 1 to 9999.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int
  /// Seconds since midnight; nil for a plain date.
  public var secondOfDay: Int?

  /// Makes a date; nil if there is no such day or time.
  public init?(year: Int, month: Int, day: Int, secondOfDay: Int? = nil) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, ofYear: year), (0..<86_400).contains(secondOfDay ?? 0)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.secondOfDay = secondOfDay
  }

  /// The hour, 0 to 23; 0 for a plain date.
  public var hour: Int { (secondOfDay ?? 0) / 3600 }
  /// The minute, 0 to 59; 0 for a plain date.
  public var minute: Int { (secondOfDay ?? 0) / 60 % 60 }
  /// The second, 0 to 59; 0 for a plain date.
  public var second: Int { (secondOfDay ?? 0) % 60 }

  /// ISO 8601: 2022-01-07, and with a time 2022-01-07T10:00:00.
  public var isoText: String { text(separator: UInt8(ascii: "T")) }

  func text(separator: UInt8) -> String {
    var bytes: [UInt8] = []
    appendText(to: &bytes, separator: separator)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As Python prints it: date and time with a blank between them.
  func appendPrinted(to bytes: inout [UInt8]) { appendText(to: &bytes, separator: UInt8(ascii: " ")) }

  private func appendText(to bytes: inout [UInt8], separator: UInt8) {
    bytes.append(number: year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(number: month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.append(number: day, width: 2)
    guard secondOfDay != nil else { return }
    bytes.append(separator)
    bytes.append(number: hour, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(number: minute, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(number: second, width: 2)
  }
}

extension [UInt8] {
  /// Appends an integer that is not negative, filled up with zeros to `width` digits.
  mutating func append(number: Int, width: Int, fill: UInt8 = UInt8(ascii: "0")) {
    var digits: [UInt8] = []
    number.appendPrinted(to: &digits)
    if digits.count < width { append(contentsOf: repeatElement(fill, count: width - digits.count)) }
    append(contentsOf: digits)
  }
}
