/// A calendar date, or a date and a time of day, without a time zone.
public struct DateValue: Sendable, Hashable {
  public var year: Int
  public var month: Int
  public var day: Int
  /// Seconds since midnight; nil for a plain date.
  public var secondOfDay: Int?

  /// Makes a date; nil if there is no such day.
  public init?(year: Int, month: Int, day: Int, secondOfDay: Int? = nil) {
    return nil
  }
}
