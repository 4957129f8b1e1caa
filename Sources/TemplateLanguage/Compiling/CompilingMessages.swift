import Diagnostics

/// What can be wrong with tags that parse, known before anything is run.
extension Message {
  static func unknownFilter(_ name: String, _ known: [String]) -> Message {
    Message(
      "unknown-filter", chinese: "没有过滤器 `\(name)`", english: "there is no filter `\(name)`",
      hint: functionHint(name, known))
  }

  static func unknownTest(_ name: String, _ known: [String]) -> Message {
    Message(
      "unknown-test", chinese: "没有检验 `\(name)`", english: "there is no test `\(name)`",
      hint: functionHint(name, known))
  }

  private static func functionHint(_ name: String, _ known: [String]) -> Hint? {
    if name.utf8.contains(UInt8(ascii: ".")) {
      return Hint(
        chinese: "要取过滤结果的成员，请加括号：`(a | f).b`",
        english: "for a member of what a filter yields use parentheses: `(a | f).b`")
    }
    return Suggestion.nearest(to: name, in: known).map {
      Hint(chinese: "是否应为 `\($0)`？", english: "did you mean `\($0)`?")
    }
  }

  static func unknownLoopMember(_ name: String) -> Message {
    let names = LoopMember.allCases.map(\.rawValue) + ["cycle", "changed"]
    let nearest = Suggestion.nearest(to: name, in: names)
    return Message(
      "unknown-loop-member", chinese: "`loop` 没有成员 `\(name)`", english: "`loop` has no member `\(name)`",
      hint: nearest.map {
        Hint(chinese: "是否应为 `loop.\($0)`？", english: "did you mean `loop.\($0)`?")
      })
  }

  static let loopOutsideLoop = Message(
    "loop-outside-loop", chinese: "`loop` 只能用在循环内", english: "`loop` can only be used in a loop")

  static let loopNotRecursive = Message(
    "loop-not-recursive", chinese: "只有递归循环才能再次调用 `loop`",
    english: "only a recursive loop can be called again",
    hint: Hint(
      chinese: "请写 `{% for … in … recursive %}`", english: "write `{% for … in … recursive %}`"))

  static let loopCallArguments = Message(
    "loop-arguments", chinese: "`loop` 的参数不对", english: "these are not the arguments `loop` takes",
    hint: Hint(
      chinese: "`loop(列表)`、`loop.cycle(值, …)` 或 `loop.changed(值, …)`",
      english: "`loop(list)`, `loop.cycle(value, …)` or `loop.changed(value, …)`"))

  static let jumpOutsideLoop = Message(
    "jump-outside-loop", chinese: "`break` 和 `continue` 只能用在循环内",
    english: "`break` and `continue` can only be used in a loop")

  static func notANamespace(_ name: String) -> Message {
    Message(
      "not-a-namespace", chinese: "`\(name)` 不是命名空间，不能给它的成员赋值",
      english: "`\(name)` is no namespace, so its members can't be set",
      hint: Hint(
        chinese: "先写 `{% set \(name) = namespace() %}`",
        english: "first write `{% set \(name) = namespace() %}`"))
  }

  static func blockCannotStandHere(_ keyword: String) -> Message {
    Message(
      "block-cannot-stand-here", chinese: "此处不能用 `\(keyword)` 块",
      english: "a `\(keyword)` block can't stand here")
  }

  static func streamedElsewhere(_ name: String) -> Message {
    Message(
      "streamed", chinese: "`\(name)` 边读边用，只能用于 `for … in \(name)`",
      english: "`\(name)` is read as it goes, so it can only be used as `for … in \(name)`",
      hint: Hint(
        chinese: "空列表的内容写在 `else` 里；其他用法请把数据放进数据文件",
        english: "`else` in the loop is for no elements; for anything else put the list into the data file"))
  }

  static func streamedLoopMember(_ name: String) -> Message {
    Message(
      "streamed", chinese: "列表边读边用，`loop.\(name)` 尚不可知",
      english: "the list is read as it goes, so `loop.\(name)` can't be known",
      hint: Hint(
        chinese: "`loop.index`、`loop.first`、`loop.last` 可用；总数请写进数据",
        english: "there are `loop.index`, `loop.first` and `loop.last`; put the count into the data"))
  }

  static let streamedLoop = Message(
    "streamed", chinese: "列表边读边用，不能把 `loop` 存起来",
    english: "the list is read as it goes, so `loop` can't be kept as a value")

  static let streamedCondition = Message(
    "streamed", chinese: "列表边读边用，`for` 里不能带 `if`",
    english: "the list is read as it goes, so the `for` can't have an `if`",
    hint: Hint(chinese: "把 `{% if … %}` 写在循环里面", english: "put `{% if … %}` into the loop"))

  static let streamedRecursion = Message(
    "streamed", chinese: "边读边用的列表不能用于递归循环",
    english: "a recursive loop can't go through a list that is read as it goes")

  static let blocksTooDeep = Message(
    "blocks-too-deep", chinese: "块嵌套太深", english: "the blocks are nested too deeply")
}
