import Diagnostics

extension Message {
  /// A tag without its closing delimiter.
  static func unclosedTag(_ ends: Delimiters.Ends) -> Message {
    unclosed(
      ends,
      hint: Hint(
        chinese: "标签必须在同一段落内结束；要印出 \(ends.open) 本身，请写 \(ends.open.escape)",
        english:
          "a tag must end in the paragraph it begins in; to print \(ends.open) itself, write \(ends.open.escape)"
      ))
  }

  /// A comment without its closing delimiter.
  static func unclosedComment(_ ends: Delimiters.Ends) -> Message { unclosed(ends, hint: nil) }

  private static func unclosed(_ ends: Delimiters.Ends, hint: Hint?) -> Message {
    Message(
      "unclosed-tag",
      chinese: "标签 \(ends.open) 没有用 \(ends.close) 结束",
      english: "the tag that begins with \(ends.open) is not closed by \(ends.close)",
      hint: hint)
  }

  /// `{{ … %}` or `{% … }}`.
  static func mismatchedDelimiters(output: Bool, _ delimiters: Delimiters) -> Message {
    let ends = output ? delimiters.output : delimiters.statement
    let wrong = output ? delimiters.statement.close : delimiters.output.close
    return Message(
      "mismatched-delimiters",
      chinese: "以 \(ends.open) 开头的标签用 \(wrong) 结束，应为 \(ends.close)",
      english: "a tag that begins with \(ends.open) ends with \(wrong) instead of \(ends.close)")
  }

  static func delimiterCount(_ count: Int) -> Message {
    Message(
      "delimiters", chinese: "应有六个分隔符，以空格隔开，而这里有 \(count) 个",
      english: "there must be six delimiters with blanks between them, not \(count)", hint: delimiterHint)
  }

  static func unsuitableDelimiter(_ text: String) -> Message {
    Message(
      "delimiters", chinese: "“\(text)”不能作分隔符：须是两个标点符号，不含引号、括号、逗号、句点、加减号和下划线",
      english: "`\(text)` can't be a delimiter: it must be two punctuation marks, none of them a quote, "
        + "a parenthesis, a comma, a full stop, a sign or an underscore", hint: delimiterHint)
  }

  static func repeatedDelimiter(_ text: String) -> Message {
    Message(
      "delimiters", chinese: "分隔符“\(text)”出现了两次；六个必须各不相同",
      english: "the delimiter `\(text)` is there twice; the six must differ", hint: delimiterHint)
  }

  private static let delimiterHint = Hint(
    chinese: "依次写值、语句、注释的开始和结束，例如：[[ ]] [% %] [# #]",
    english: "write what begins and ends values, statements and comments, such as: [[ ]] [% %] [# #]")
}
