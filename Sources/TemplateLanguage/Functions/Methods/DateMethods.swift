extension Methods {
  static let dateMethods: [NativeFunction] = [
    NativeFunction("strftime", Parameters("format")) { (call) throws(ValueError) in
      .string(try date(call).strftime(try call.strictText(0)))
    },
    NativeFunction("isoformat") { (call) throws(ValueError) in .string(try date(call).isoText) },
    NativeFunction("weekday") { (call) throws(ValueError) in .int(try date(call).weekday) },
    NativeFunction("isoweekday") { (call) throws(ValueError) in .int(try date(call).weekday + 1) },
    NativeFunction("isocalendar") { (call) throws(ValueError) in
      let date = try date(call)
      return [.int(date.isoWeek.year), .int(date.isoWeek.week), .int(date.weekday + 1)]
    },
    NativeFunction("toordinal") { (call) throws(ValueError) in .int(try date(call).ordinal) },
    NativeFunction("date") { (call) throws(ValueError) in
      var date = try date(call)
      date.secondOfDay = nil
      return .date(date)
    },
    NativeFunction("replace", Parameters("year?", "month?", "day?", "hour?", "minute?", "second?")) {
      (call) throws(ValueError) in .date(try replaced(call))
    },
  ]

  static let timeSpanMethods: [NativeFunction] = [
    NativeFunction("total_seconds") { (call) throws(ValueError) in
      guard case .object(let object) = call.value, let span = object as? TimeSpan else {
        throw call.wrongValue(.date)
      }
      return .decimal(Decimal(.small(span.totalSeconds), scale: 1))
    }
  ]

  private static func date(_ call: Call) throws(ValueError) -> DateValue {
    guard case .date(let date) = call.value else { throw call.wrongValue(.date) }
    return date
  }

  private static func replaced(_ call: Call) throws(ValueError) -> DateValue {
    let date = try date(call)
    let (year, month, day) = (
      try call.integer(0, or: date.year), try call.integer(1, or: date.month),
      try call.integer(2, or: date.day)
    )
    let (hour, minute, second) = (
      try call.integer(3, or: date.hour), try call.integer(4, or: date.minute),
      try call.integer(5, or: date.second)
    )
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      throw ValueError(.noSuchDay)
    }
    let hasTime = date.secondOfDay != nil
    if !hasTime, let index = (3...5).first(where: { call[$0] != nil }) { throw call.outOfRange(index) }
    let secondOfDay = hasTime ? hour * 3600 + minute * 60 + second : nil
    guard let replaced = DateValue(year: year, month: month, day: day, secondOfDay: secondOfDay) else {
      throw ValueError(.noSuchDay)
    }
    return replaced
  }
}
