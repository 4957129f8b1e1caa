import Diagnostics

/// What can go wrong with `%` formatting and `format`.
extension Message {
  static let formatIncomplete = Message(
    "format-incomplete", chinese: "格式不完整", english: "the format is incomplete",
    hint: Hint(chinese: "百分号本身写作 `%%`", english: "a percent sign is written `%%`"))

  static let formatConversion = Message(
    "format-conversion", chinese: "格式中 `%` 后面的字母不认识", english: "an unknown letter follows `%` in the format",
    hint: Hint(chinese: "百分号本身写作 `%%`", english: "a percent sign is written `%%`"))

  static let formatWidth = Message(
    "format-width", chinese: "格式的宽度须是不太大的整数", english: "a format's width is an integer, and not too large")

  static let formatNeedsMapping = Message(
    "format-needs-mapping", chinese: "格式里有名称，要填入的须是映射",
    english: "the format has names: it is filled from a mapping")

  static func formatKeyMissing(_ key: String) -> Message {
    Message("format-key-missing", chinese: "没有格式要的 `\(key)`", english: "there is no `\(key)` for the format")
  }

  static let formatArgumentsMissing = Message(
    "format-arguments-missing", chinese: "格式要填入的值不够", english: "there are too few values for the format")

  static let formatArgumentsLeft = Message(
    "format-arguments-left", chinese: "格式用不完给出的值", english: "there are more values than the format takes")

  static func formatNeedsNumber(_ value: Value) -> Message {
    Message(
      "format-needs-number", chinese: "格式要的是数，不能是\(value.chineseTypeName)",
      english: "the format takes a number, not \(value.typeName)")
  }

  static func formatNeedsInteger(_ value: Value) -> Message {
    Message(
      "format-needs-integer", chinese: "格式要的是整数，不能是\(value.chineseTypeName)",
      english: "the format takes an integer, not \(value.typeName)")
  }
}

extension Message {
  static let formatMixed = Message(
    "format-mixed", chinese: "`format` 的值要么都有名称，要么都没有",
    english: "the values of `format` are either all named or none")
}
