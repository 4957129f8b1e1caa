import Diagnostics

/// What can go wrong with the filters for official documents.
extension Message {
  static let numberPattern = Message(
    "number-pattern", chinese: "数的格式不对", english: "the number pattern is wrong",
    hint: Hint(chinese: "例如 `#,##0.00`、`0.0%`", english: "such as `#,##0.00` or `0.0%`"))

  static let patternQuote = Message(
    "pattern-quote", chinese: "格式里的单引号不成对", english: "a single quote in the pattern has no partner")

  static func datePattern(_ letters: String) -> Message {
    Message(
      "date-pattern", chinese: "日期格式里的 `\(letters)` 不认识",
      english: "`\(letters)` is unknown in a date pattern",
      hint: Hint(
        chinese: "例如 `yyyy年M月d日`；原样写出的字母放在单引号里",
        english: "such as `yyyy-MM-dd`; letters to be written as they are stand in single quotes"))
  }

  static let dateWithoutTime = Message(
    "date-without-time", chinese: "格式里有时间，而这个日期没有时间",
    english: "the pattern has a time, which the date has not")

  static func notADate(_ function: String) -> Message {
    Message(
      "not-a-date", chinese: "`\(function)` 的文本不是存在的日期，或写法不是 `2022-01-07`",
      english: "the text for `\(function)` is no day that exists, or not written like `2022-01-07`")
  }

  static let tooLargeForCharacters = Message(
    "too-large-for-characters", chinese: "数的位数太多，不能用汉字写出",
    english: "the number has too many digits for Chinese characters")
}
