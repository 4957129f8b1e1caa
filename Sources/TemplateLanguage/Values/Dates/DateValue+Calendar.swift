extension DateValue {
  /// How many days a month of 1 to 12 has.
  static func days(inMonth month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  /// Days since 0001-01-01, which is day 1: Python's `toordinal`.
  public var ordinal: Int {
    let before = year - 1
    return before * 365 + before / 4 - before / 100 + before / 400 + dayOfYear
  }

  /// Which day of the year it is, from 1.
  public var dayOfYear: Int {
    (1..<month).reduce(day) { $0 + Self.days(inMonth: $1, ofYear: year) }
  }

  /// The day with this ordinal; nil outside years 1 to 9999.
  public init?(ordinal: Int, secondOfDay: Int? = nil) {
    guard ordinal >= 1, ordinal <= 3_652_059 else { return nil }
    // Never late; early by a year at most.
    var year = ordinal * 400 / 146_097 + 1
    func first(_ year: Int) -> Int {
      let before = year - 1
      return before * 365 + before / 4 - before / 100 + before / 400 + 1
    }
    while first(year) > ordinal { year -= 1 }
    while first(year + 1) <= ordinal { year += 1 }
    var month = 1
    var day = ordinal - first(year) + 1
    while day > Self.days(inMonth: month, ofYear: year) {
      day -= Self.days(inMonth: month, ofYear: year)
      month += 1
    }
    self.init(year: year, month: month, day: day, secondOfDay: secondOfDay)
  }

  /// The day of the week, Monday 0 to Sunday 6.
  public var weekday: Int { (ordinal + 6) % 7 }

  /// The year and week of ISO 8601, whose weeks begin on Monday and belong to the year of their Thursday.
  var isoWeek: (year: Int, week: Int) {
    let thursday = ordinal - weekday + 3
    // The last Thursday of 9999 stays inside it; that of 0001 too, for 0001-01-01 is a Monday.
    guard let day = DateValue(ordinal: thursday) else { return (year, 53) }
    return (day.year, (day.dayOfYear - 1) / 7 + 1)
  }

  /// Seconds since the beginning of 0001-01-01.
  var secondCount: Int { (ordinal - 1) * 86_400 + (secondOfDay ?? 0) }
}

extension DateValue: Comparable {
  /// Earlier first; a plain date stands before every time of its day.
  public static func < (left: DateValue, right: DateValue) -> Bool {
    (left.ordinal, left.secondOfDay ?? -1) < (right.ordinal, right.secondOfDay ?? -1)
  }
}
