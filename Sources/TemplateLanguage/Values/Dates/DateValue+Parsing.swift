extension DateValue {
  /// Reads ISO 8601: `2022-01-07`, and with a time `2022-01-07 10:00`, `2022-01-07T10:00:00`. Nil for anything
  /// else, and for days that do not exist.
  public init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10 || bytes.count == 16 || bytes.count == 19,
      let year = Self.number(bytes, 0..<4), bytes[4] == UInt8(ascii: "-"),
      let month = Self.number(bytes, 5..<7), bytes[7] == UInt8(ascii: "-"),
      let day = Self.number(bytes, 8..<10)
    else { return nil }
    var secondOfDay: Int?
    if bytes.count > 10 {
      guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
        let hour = Self.number(bytes, 11..<13), bytes[13] == UInt8(ascii: ":"),
        let minute = Self.number(bytes, 14..<16), hour < 24, minute < 60
      else { return nil }
      var second = 0
      if bytes.count == 19 {
        guard bytes[16] == UInt8(ascii: ":"), let read = Self.number(bytes, 17..<19), read < 60 else {
          return nil
        }
        second = read
      }
      secondOfDay = hour * 3600 + minute * 60 + second
    }
    self.init(year: year, month: month, day: day, secondOfDay: secondOfDay)
  }

  private static func number(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var number = 0
    for byte in bytes[range] {
      guard byte.isDigit else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }
}
