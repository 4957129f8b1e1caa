import Diagnostics

/// What can't stand in a plain text.
extension Message {
  static func notText(_ value: Value) -> Message {
    Message(
      "not-text", chinese: "\(value.chineseTypeName)不能作为文本印出",
      english: "\(value.typeName) can't be printed as text")
  }

  static let cellStatementInText = Message(
    "cell-statement-outside-cell", chinese: "此语句只能用在表格的单元格内",
    english: "this statement can only stand in a table's cell")
}
