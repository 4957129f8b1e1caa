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

extension Message {
  static let formatSpecification = Message(
    "format-specification", chinese: "格式说明不对", english: "the format specification is wrong",
    hint: Hint(chinese: "例如 `{:>10}`、`{:,.2f}`", english: "such as `{:>10}` or `{:,.2f}`"))

  static let formatBraces = Message(
    "format-braces", chinese: "格式里的花括号不成对，或其中的名称不对",
    english: "the braces of the format do not match, or a name in them is wrong",
    hint: Hint(chinese: "花括号本身写作 `{{` 和 `}}`", english: "braces themselves are written `{{` and `}}`"))

  static let formatNumbering = Message(
    "format-numbering", chinese: "格式里的 `{}` 和 `{0}` 不能混用",
    english: "`{}` and `{0}` can't be mixed in a format")

  static func formatNeedsTextOrNumber(_ value: Value) -> Message {
    Message(
      "format-needs-text-or-number", chinese: "带说明的格式要的是文本或数，不能是\(value.chineseTypeName)",
      english: "a format with a specification takes text or a number, not \(value.typeName)")
  }

  static func dateDirective(_ letter: Character) -> Message {
    Message(
      "date-directive", chinese: "日期格式里的 `%\(letter)` 不认识",
      english: "`%\(letter)` is unknown in a date format",
      hint: Hint(chinese: "例如 `%Y年%-m月%-d日`", english: "such as `%Y-%m-%d`"))
  }
}
