/// The time between two dates: Python's `timedelta`, to the second.
struct TimeSpan: TemplateObject, Hashable, Comparable {
  var totalSeconds: Int

  var typeName: String { "a time span" }
  var chineseTypeName: String { "时间段" }
  var isTrue: Bool { totalSeconds != 0 }

  /// Whole days, rounded down.
  var days: Int { (totalSeconds - seconds) / 86_400 }
  /// Seconds beyond the whole days.
  var seconds: Int { ((totalSeconds % 86_400) + 86_400) % 86_400 }

  /// As Python prints it: `1 day, 2:03:04`.
  var text: String? {
    var bytes: [UInt8] = []
    if days != 0 {
      days.appendPrinted(to: &bytes)
      bytes.append(contentsOf: (abs(days) == 1 ? " day, " : " days, ").utf8)
    }
    (seconds / 3600).appendPrinted(to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(number: seconds / 60 % 60, width: 2)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(number: seconds % 60, width: 2)
    return String(decoding: bytes, as: UTF8.self)
  }

  func member(_ name: String) -> Value? {
    switch name {
    case "days": .int(days)
    case "seconds": .int(seconds)
    default: nil
    }
  }

  static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.totalSeconds < right.totalSeconds }
}

extension DateValue {
  /// The date so much later; nil outside years 1 to 9999. A plain date moves by whole days.
  func advanced(by span: TimeSpan) -> DateValue? {
    if secondOfDay == nil { return DateValue(ordinal: ordinal + span.days) }
    let seconds = secondCount + span.totalSeconds
    guard seconds >= 0 else { return nil }
    return DateValue(ordinal: seconds / 86_400 + 1, secondOfDay: seconds % 86_400)
  }

  /// The time since `earlier`; nil if one of the two has a time and the other not.
  func since(_ earlier: DateValue) -> TimeSpan? {
    guard (secondOfDay == nil) == (earlier.secondOfDay == nil) else { return nil }
    return TimeSpan(totalSeconds: secondCount - earlier.secondCount)
  }
}
