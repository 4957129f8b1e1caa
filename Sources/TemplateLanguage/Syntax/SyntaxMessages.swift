import Diagnostics

/// What can be wrong inside one tag.
extension Message {
  static let emptyTag = Message("empty-tag", chinese: "标签是空的", english: "the tag is empty")

  static func unexpectedCharacter(_ character: String) -> Message {
    Message(
      "unexpected-character", chinese: "标签内不能有字符 `\(character)`",
      english: "the character `\(character)` has no meaning in a tag",
      hint: HabitHints.character(character)
        ?? Hint(chinese: "文本须放在引号内", english: "text stands between quotes"))
  }

  static let unclosedString = Message(
    "unclosed-string", chinese: "文本缺少结束的引号", english: "the closing quote of a text is missing")

  static func badEscape(_ escape: String) -> Message {
    Message(
      "bad-escape", chinese: "转义 `\(escape)` 不完整或不支持",
      english: "the escape `\(escape)` is incomplete or not supported",
      hint: Hint(chinese: "要写反斜杠本身，请写 `\\\\`", english: "for a backslash itself write `\\\\`"))
  }

  static func malformedNumber(_ text: String) -> Message {
    Message(
      "malformed-number", chinese: "`\(text)` 既不是数也不是名称", english: "`\(text)` is neither a number nor a name",
      hint: Hint(chinese: "名称不能以数字开头", english: "a name can't begin with a digit"))
  }

  static let numberTooLong = Message(
    "number-too-large", chinese: "数的位数太多", english: "the number has too many digits")

  static func unexpectedToken(_ found: String?, wanted: Wanted?) -> Message {
    let chineseFound = found.map { "此处不能是 `\($0)`" } ?? "标签到此就结束了"
    let englishFound = found.map { "`\($0)` can't stand here" } ?? "the tag ends too early"
    let due: (chinese: String, english: String)? =
      switch wanted {
      case nil, .operation: nil
      case .sign(let sign): (sign, sign)
      case .name: ("名称", "a name")
      case .expression: ("一个值", "a value")
      }
    let hint = found.flatMap { HabitHints.token($0) }
    return Message(
      "unexpected-token", chinese: chineseFound + (due.map { "，应为 \($0.chinese)" } ?? ""),
      english: englishFound + (due.map { "; \($0.english) is due" } ?? ""),
      hint: hint ?? (wanted == .operation ? HabitHints.missingOperator : nil))
  }

  static func reservedName(_ word: String) -> Message {
    Message(
      "reserved-name", chinese: "`\(word)` 是保留字，不能作名称",
      english: "`\(word)` is a reserved word and can't be a name")
  }

  static let expressionTooDeep = Message(
    "expression-too-deep", chinese: "表达式嵌套太深", english: "the expression is nested too deeply")

  static let argumentOrder = Message(
    "argument-order", chinese: "参数的次序不对", english: "the arguments are in the wrong order",
    hint: Hint(
      chinese: "先写按位置的参数，再写带名称的参数、`*` 和 `**`",
      english: "arguments by position come first, then those by name, `*` and `**`"))

  static func repeatedArgument(_ name: String) -> Message {
    Message(
      "repeated-argument", chinese: "参数 `\(name)` 写了两次", english: "the argument `\(name)` is given twice")
  }

  static func repeatedParameter(_ name: String) -> Message {
    Message(
      "repeated-parameter", chinese: "形参 `\(name)` 写了两次", english: "the parameter `\(name)` is named twice")
  }

  static func parameterWithoutDefault(_ name: String) -> Message {
    Message(
      "parameter-without-default", chinese: "形参 `\(name)` 排在有默认值的形参之后，也须有默认值",
      english: "the parameter `\(name)` follows one with a default value and needs one too")
  }

  static let chainedTests = Message(
    "chained-tests", chinese: "不能连写两个 `is`", english: "`is` can't follow another `is`",
    hint: Hint(chinese: "用 `and` 连接，或加括号", english: "join them with `and`, or use parentheses"))

  static func notAssignable(_ found: String?) -> Message {
    let shown = found.map { " `\($0)`" } ?? ""
    return Message(
      "not-assignable", chinese: "不能给\(found.map { " `\($0)` " } ?? "空处")赋值",
      english: found == nil ? "the name to assign to is missing" : "nothing can be assigned to\(shown)")
  }

  static let callExpected = Message(
    "call-expected", chinese: "`call` 之后须是对宏的调用", english: "`call` must be followed by the call of a macro",
    hint: Hint(chinese: "例如 `{% call box() %}`", english: "for example `{% call box() %}`"))

  // MARK: Statements

  static let unsupportedStatements: Set<String> = [
    "block", "endblock", "extends", "trans", "endtrans", "pluralize", "print", "debug",
  ]

  static func unsupportedStatement(_ keyword: String) -> Message {
    let hint: Hint? =
      switch keyword {
      case "block", "endblock", "extends":
        Hint(
          chinese: "用 `include`、`import` 或宏来重用模板",
          english: "templates are reused by `include`, `import` and macros")
      case "print": Hint(chinese: "请写 `{{ … }}`", english: "write `{{ … }}`")
      default: nil
      }
    return Message(
      "unsupported-statement", chinese: "不支持语句 `\(keyword)`",
      english: "the statement `\(keyword)` is not supported",
      hint: hint)
  }

  static func unknownStatement(_ keyword: String) -> Message {
    let nearest = Suggestion.nearest(to: keyword, in: Keywords.statements)
    let hint: Hint? =
      if let habit = HabitHints.statement(keyword) {
        habit
      } else if let nearest {
        Hint(chinese: "是否应为 `\(nearest)`？", english: "did you mean `\(nearest)`?")
      } else {
        Hint(chinese: "要印出一个值，请写 `{{ … }}`", english: "to print a value write `{{ … }}`")
      }
    return Message(
      "unknown-statement", chinese: "没有语句 `\(keyword)`", english: "there is no statement `\(keyword)`",
      hint: hint)
  }
}
