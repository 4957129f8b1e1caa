import Diagnostics

/// What can go wrong while a program runs.
extension Message {
  /// A fault that has been reported already.
  static let reported = Message("", chinese: "", english: "")

  /// Stands for the message about an unknown name until it is reported.
  static let unknownNameInUse = Message("unknown-name", chinese: "", english: "")

  static func unknownName(_ name: String, nearest: String?) -> Message {
    guard let nearest else {
      return Message(
        "unknown-name", chinese: "未知名称 `\(name)`", english: "unknown name `\(name)`",
        hint: Hint(
          chinese: "若可以没有它，请写 `\(name) | default('')`",
          english: "if it may be missing, write `\(name) | default('')`"))
    }
    return Message(
      "unknown-name", chinese: "未知名称 `\(name)`，是否应为 `\(nearest)`？",
      english: "unknown name `\(name)`; did you mean `\(nearest)`?")
  }

  static let noResult = Message(
    "no-value", chinese: "没有 `else` 的 `if` 在条件不成立时没有值，不能这样用",
    english: "an `if` without `else` has no value where its condition does not hold")

  static func notCallable(_ value: Value) -> Message {
    Message(
      "not-callable", chinese: "不能调用\(value.chineseTypeName)", english: "\(value.typeName) can't be called")
  }

  static func notPrintable(_ name: String) -> Message {
    Message(
      "not-printable", chinese: "`\(name)` 是宏，不能直接印出", english: "`\(name)` is a macro and can't be printed",
      hint: Hint(chinese: "要调用它，请写 `\(name)()`", english: "to call it write `\(name)()`"))
  }

  static func wrongCount(_ wanted: Int, _ given: Int) -> Message {
    Message(
      "wrong-count", chinese: "要赋值给 \(wanted) 个名称，却有 \(given) 个值",
      english: "there are \(wanted) names to assign to, but \(given) value\(given == 1 ? "" : "s")")
  }

  static func unsettableMember(_ value: Value) -> Message {
    Message(
      "not-a-namespace", chinese: "不能给\(value.chineseTypeName)的成员赋值",
      english: "members of \(value.typeName) can't be set",
      hint: Hint(chinese: "只能给 `namespace()` 的成员赋值", english: "only those of a `namespace()` can"))
  }

  static let macroOutOfScope = Message(
    "macro-out-of-scope", chinese: "定义此宏的块已经结束，不能再调用它",
    english: "the block in which the macro was defined has ended, so it can't be called any more")

  static func macroTakesNoCaller(_ name: String) -> Message {
    Message(
      "macro-takes-no-caller", chinese: "宏 `\(name)` 不使用 `caller()`，不能用 `call` 调用",
      english: "the macro `\(name)` does not use `caller()`, so it can't be called by `call`")
  }

  static let spreadNeedsList = Message(
    "spread-needs-list", chinese: "`*` 之后须是列表", english: "`*` must be followed by a list")

  static let spreadNeedsMapping = Message(
    "spread-needs-mapping", chinese: "`**` 之后须是以文本为键的映射",
    english: "`**` must be followed by a mapping whose keys are texts")

  // MARK: Limits

  static func notListed(_ count: Int) -> Message {
    Message(
      "not-listed", chinese: "还有 \(count) 个错误没有列出",
      english: "there are \(count) more errors, which are not listed")
  }

  static func tooManySteps(_ limit: Int) -> Message {
    Message(
      "too-many-steps", chinese: "模板运行超过了 \(limit) 步",
      english: "the template has run for more than \(limit) steps")
  }

  static func tooMuchOutput(_ limit: Int) -> Message {
    Message(
      "too-much-output", chinese: "模板产生的内容超过了 \(limit) 字节",
      english: "the template has produced more than \(limit) bytes")
  }

  static func nestedTooDeeply(_ limit: Int) -> Message {
    Message(
      "nested-too-deeply", chinese: "循环和宏嵌套超过了 \(limit) 层",
      english: "loops and macros are nested more than \(limit) deep")
  }
}
