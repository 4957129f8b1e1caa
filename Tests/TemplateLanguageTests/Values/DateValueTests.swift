import Testing

@testable import TemplateLanguage

@Suite("Dates")
struct DateValueTests {
  @Test("every day of the calendar is the one its ordinal says, in order, with the right day of the week")
  func calendar() throws {
    var expected = 1
    for year in [1, 2, 3, 4, 100, 400] + Array(1599...1601) + Array(1899...2101) + [9999] {
      let first = try #require(DateValue(year: year, month: 1, day: 1))
      expected = first.ordinal
      for month in 1...12 {
        for day in 1...DateValue.days(inMonth: month, ofYear: year) {
          let date = try #require(DateValue(year: year, month: month, day: day))
          guard date.ordinal == expected, DateValue(ordinal: expected) == date,
            date.weekday == (expected - 1) % 7
          else {
            return #expect(Bool(false), "\(year)-\(month)-\(day)")
          }
          expected += 1
        }
      }
    }
    #expect(expected == 3_652_060)
  }

  @Test(
    "days that do not exist are not made",
    arguments: [
      (2022, 2, 29, 0), (1900, 2, 29, 0), (2022, 13, 1, 0), (2022, 0, 1, 0), (2022, 4, 31, 0),
      (2022, 1, 0, 0), (0, 1, 1, 0), (10_000, 1, 1, 0), (2022, 1, 1, 86_400), (2022, 1, 1, -1),
    ])
  func impossible(year: Int, month: Int, day: Int, second: Int) {
    #expect(DateValue(year: year, month: month, day: day, secondOfDay: second) == nil)
  }

  @Test("ordinals outside years 1 to 9999 are no days", arguments: [0, -1, 3_652_060, .max, .min])
  func outside(ordinal: Int) {
    #expect(DateValue(ordinal: ordinal) == nil)
  }

  @Test(
    "ISO 8601 is read and written",
    arguments: ["2022-01-07", "2024-02-29", "0001-01-01", "2022-01-07T10:20:30", "9999-12-31T23:59:59"])
  func iso(text: String) throws {
    #expect(try #require(DateValue(iso: text)).isoText == text)
  }

  @Test(
    "other writings are refused",
    arguments: [
      "", "2022-1-7", "2022/01/07", "20220107", "2022-02-30", "2022-01-07T", "2022-01-07T10",
      "2022-01-07 24:00", "2022-01-07 10:60", "2022-01-07 10:00:60", "2022-01-07x10:00", "-022-01-07",
      "2022-01-07T10:00:00Z", "二〇二二-01-07",
    ])
  func notISO(text: String) {
    #expect(DateValue(iso: text) == nil)
  }

  @Test("earlier dates are less; a time span adds up to the later date")
  func order() throws {
    let dates = try ["2021-12-31", "2022-01-01", "2022-01-31", "2022-02-01", "2024-02-29"].map {
      try #require(DateValue(iso: $0))
    }
    #expect(dates == dates.shuffled().sorted())
    for left in dates {
      for right in dates {
        let span = try #require(left.since(right))
        #expect(right.advanced(by: span) == left)
        #expect((span < TimeSpan(totalSeconds: 0)) == (left < right))
      }
    }
    let timed = try #require(DateValue(iso: "2022-01-01 00:00"))
    #expect(timed.since(dates[1]) == nil)
  }

  @Test("an unknown directive of strftime is an error", arguments: ["%Q", "%", "%-", "年%q"])
  func directives(format: String) throws {
    let date = try #require(DateValue(iso: "2022-01-07"))
    #expect(throws: ValueError.self) { try date.strftime(format) }
  }
}
