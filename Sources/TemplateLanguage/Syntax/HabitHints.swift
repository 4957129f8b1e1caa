import Diagnostics

/// Advice for what people write out of habit from other languages or from plain text.
enum HabitHints {
  /// For a word or sign that can't stand where it was found.
  static func token(_ found: String) -> Message.Hint? {
    if let sign = replacements[found] { return write(sign) }
    switch found {
    case "=": return Message.Hint(chinese: "比较是否相等，请写 `==`", english: "to compare write `==`")
    case "==": return Message.Hint(chinese: "赋值请写 `=`", english: "to assign write `=`")
    case "if": return Message.Hint(chinese: "“否则如果”请写 `elif`", english: "`else if` is written `elif`")
    case "then":
      return Message.Hint(chinese: "条件后面不写 `then`", english: "no `then` follows a condition")
    case ">":
      return Message.Hint(chinese: "取成员请写 `a.b`", english: "for a member write `a.b`")
    case ";":
      return Message.Hint(
        chinese: "一个标签只写一个表达式或语句", english: "a tag holds one expression or one statement")
    default: return nil
    }
  }

  /// For two values with nothing between them.
  static let missingOperator = Message.Hint(
    chinese: "两个值之间要有运算符（如 `+`、`~`）；名称里不能有空格，成员写作 `a.b`",
    english:
      "between two values stands an operator, such as `+` or `~`; a name holds no blanks, and a member is `a.b`"
  )

  /// For a character that means nothing.
  static func character(_ character: String) -> Message.Hint? {
    switch character {
    case "?": Message.Hint(chinese: "请写 `甲 if 条件 else 乙`", english: "write `a if condition else b`")
    case "$", "@", "#":
      Message.Hint(chinese: "名称前面不加 `\(character)`", english: "names are written without `\(character)`")
    case "`": Message.Hint(chinese: "文本用 ' 或 \" 引起来", english: "text stands between ' or \" quotes")
    default: replacements[character].flatMap(write)
    }
  }

  /// For a statement that does not exist.
  static func statement(_ keyword: String) -> Message.Hint? {
    switch keyword.lowercased() {
    case "foreach", "each", "loop", "repeat", "while": write("for … in …")
    case "end": write("endif` / `endfor")
    case "unless": write("if not …")
    case "case", "switch", "when": write("if … elif …")
    case "elseif", "elsif", "elif": write("elif")
    case "let", "var", "assign", "def": write("set")
    default: nil
    }
  }

  private static let replacements = [
    "&": "and", "&&": "and", "|": "or", "!": "not", "AND": "and", "OR": "or", "NOT": "not", "eq": "==",
    "ne": "!=", "gt": ">", "ge": ">=", "lt": "<", "le": "<=", "×": "*", "÷": "/", "≥": ">=", "≤": "<=",
    "≠": "!=", "。": ".", "、": ",", "；": ",", "％": "%", "＋": "+", "－": "-", "＊": "*", "／": "/",
  ]

  private static func write(_ text: String) -> Message.Hint {
    Message.Hint(chinese: "请写 `\(text)`", english: "write `\(text)`")
  }
}
