import Diagnostics

/// What can go wrong with calls.
extension Message {
  static func tooManyArguments(_ function: String, takes count: Int, given: Int) -> Message {
    Message(
      "too-many-arguments",
      chinese: count == 0 ? "`\(function)` 不带参数" : "`\(function)` 最多有 \(count) 个参数，给了 \(given) 个",
      english: count == 0
        ? "`\(function)` takes no arguments"
        : "`\(function)` takes \(count) argument\(count == 1 ? "" : "s") at most, not \(given)")
  }

  static func tooFewArguments(_ function: String, needs count: Int, given: Int) -> Message {
    Message(
      "too-few-arguments", chinese: "`\(function)` 至少要 \(count) 个参数，只给了 \(given) 个",
      english: "`\(function)` needs \(count) argument\(count == 1 ? "" : "s") at least, not \(given)")
  }

  static func argumentMissing(_ function: String, _ name: String) -> Message {
    Message(
      "argument-missing", chinese: "`\(function)` 缺少参数 `\(name)`",
      english: "`\(function)` lacks its argument `\(name)`",
      hint: examples[function].map { Hint(chinese: "例如 `\($0)`", english: "for example `\($0)`") })
  }

  private static let examples = [
    "number": "number('#,##0.00')", "date": "date('yyyy年M月d日')", "divisibleby": "divisibleby(2)",
    "replace": "replace('a', 'b')", "batch": "batch(3)", "slice": "slice(3)", "groupby": "groupby('name')",
  ]

  static func argumentTwice(_ function: String, _ name: String) -> Message {
    Message(
      "argument-twice", chinese: "`\(function)` 的参数 `\(name)` 给了两次",
      english: "`\(function)` gets its argument `\(name)` twice")
  }

  static func unknownArgument(_ function: String, _ name: String, known: [String]) -> Message {
    let names = known.map { "`\($0)`" }
    return Message(
      "unknown-argument", chinese: "`\(function)` 没有参数 `\(name)`",
      english: "`\(function)` has no argument `\(name)`",
      hint: known.isEmpty
        ? nil
        : Hint(
          chinese: "它的参数是" + names.joined(separator: "、"),
          english: "its arguments are " + names.joined(separator: ", ")))
  }

  static func unknownMethod(_ name: String, _ value: Value, known: [String]) -> Message {
    Message(
      "unknown-method", chinese: "\(value.chineseTypeName)没有方法 `\(name)`",
      english: "there is no method `\(name)` for \(value.typeName)",
      hint: didYouMean(Suggestion.nearest(to: name, in: known.sorted())))
  }

  static func notCallable(_ name: String, _ value: Value) -> Message {
    Message(
      "not-callable", chinese: "`\(name)` 是\(value.chineseTypeName)，后面不能加括号",
      english: "`\(name)` is \(value.typeName), which can't be called")
  }

  static func wrongValue(_ function: String, _ wanted: WantedKind, _ value: Value) -> Message {
    Message(
      "wrong-value", chinese: "`\(function)` 要的是\(wanted.chinese)，不能用于\(value.chineseTypeName)",
      english: "`\(function)` takes \(wanted.english), not \(value.typeName)")
  }

  static func wrongArgument(_ function: String, _ name: String, _ wanted: WantedKind, _ value: Value)
    -> Message
  {
    Message(
      "wrong-argument",
      chinese: "`\(function)` 的参数 `\(name)` 须是\(wanted.chinese)，不能是\(value.chineseTypeName)",
      english: "the argument `\(name)` of `\(function)` is \(wanted.english), not \(value.typeName)")
  }

  static func argumentChoice(_ function: String, _ name: String, _ words: [String]) -> Message {
    let words = words.map { "`\($0)`" }
    return Message(
      "argument-choice",
      chinese: "`\(function)` 的参数 `\(name)` 只能是" + words.joined(separator: "、"),
      english: "the argument `\(name)` of `\(function)` is one of " + words.joined(separator: ", "))
  }

  static func argumentOutOfRange(_ function: String, _ name: String) -> Message {
    Message(
      "argument-out-of-range", chinese: "`\(function)` 的参数 `\(name)` 超出范围",
      english: "the argument `\(name)` of `\(function)` is out of range")
  }

  static func unknownFilter(_ name: String, in environment: Environment) -> Message {
    Message(
      "unknown-filter", chinese: "没有过滤器 `\(name)`", english: "there is no filter `\(name)`",
      hint: didYouMean(Suggestion.nearest(to: name, in: environment.filterNames)))
  }

  static func unknownTest(_ name: String, in environment: Environment) -> Message {
    Message(
      "unknown-test", chinese: "没有测试 `\(name)`", english: "there is no test `\(name)`",
      hint: didYouMean(Suggestion.nearest(to: name, in: environment.testNames)))
  }

  private static func didYouMean(_ name: String?) -> Hint? {
    name.map { Hint(chinese: "是不是 `\($0)`？", english: "did you mean `\($0)`?") }
  }

  static func leftOutFilter(_ name: String, chinese: String, english: String) -> Message {
    Message(
      "left-out-filter", chinese: "这里没有 Jinja2 的过滤器 `\(name)`：\(chinese)",
      english: "Jinja2's filter `\(name)` is left out: \(english)")
  }

  static func changingMethod(_ name: String) -> Message {
    Message(
      "changing-method", chinese: "`\(name)` 会改动数据，模板里的值不能改动",
      english: "`\(name)` would change a value, and a template's values don't change",
      hint: Hint(
        chinese: "用 `namespace` 保存新的值，如 `{% set ns.list = ns.list + [x] %}`",
        english: "keep a new value in a `namespace`: `{% set ns.list = ns.list + [x] %}`"))
  }
}

extension Message {
  static func pairsNeeded(_ function: String) -> Message {
    Message(
      "pairs-needed", chinese: "`\(function)` 要的列表，每一项须是两个值的列表",
      english: "`\(function)` takes a list whose elements are lists of two values")
  }
}

extension Message {
  static func notJSON(_ value: Value) -> Message {
    Message(
      "not-json", chinese: "JSON 表达不了\(value.chineseTypeName)",
      english: "JSON has no way to say \(value.typeName)")
  }
}

extension Message {
  static let rangeTooLong = Message(
    "range-too-long", chinese: "`range` 最多 \(ValueLimits.listLength) 个数",
    english: "`range` yields \(ValueLimits.listLength) numbers at most")
}

/// What can go wrong with methods.
extension Message {
  static func notFound(_ function: String) -> Message {
    Message("not-found", chinese: "`\(function)` 没有找到要找的值", english: "`\(function)` has not found the value")
  }

  static func emptySeparator(_ function: String) -> Message {
    Message(
      "empty-separator", chinese: "`\(function)` 的分隔符不能是空的",
      english: "the separator of `\(function)` is empty")
  }

  static func textsNeeded(_ function: String, _ value: Value) -> Message {
    Message(
      "texts-needed", chinese: "`\(function)` 的列表里须都是文本，不能有\(value.chineseTypeName)",
      english: "`\(function)` takes a list of texts, without \(value.typeName)",
      hint: Hint(chinese: "过滤器 `join` 什么都能连接", english: "the filter `join` joins values of any kind"))
  }

  static let noSuchDay = Message("no-such-day", chinese: "没有这一天", english: "there is no such day")
}
