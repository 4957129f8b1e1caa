/// What a function wants its value or an argument to be, in words.
struct WantedKind: Sendable {
  let chinese: String
  let english: String

  static let text = WantedKind(chinese: "文本", english: "text")
  static let integer = WantedKind(chinese: "整数", english: "an integer")
  static let number = WantedKind(chinese: "数", english: "a number")
  static let list = WantedKind(chinese: "列表", english: "a list")
  static let sequence = WantedKind(chinese: "列表、映射或文本", english: "a list, a mapping or text")
  static let mapping = WantedKind(chinese: "映射", english: "a mapping")
  static let date = WantedKind(
    chinese: "日期或写作 `2022-01-07` 的文本", english: "a date, or text written like `2022-01-07`")
  static let numeric = WantedKind(chinese: "数或写成数字的文本", english: "a number, or text that is one")
}
