import Diagnostics

/// What can go wrong with calls.
extension Message {
  static func tooManyArguments(_ function: String, takes count: Int, given: Int) -> Message {
    Message(
      "too-many-arguments", chinese: "`\(function)` 最多有 \(count) 个参数，给了 \(given) 个",
      english: "`\(function)` takes \(count) argument\(count == 1 ? "" : "s") at most, not \(given)")
  }

  static func tooFewArguments(_ function: String, needs count: Int, given: Int) -> Message {
    Message(
      "too-few-arguments", chinese: "`\(function)` 至少要 \(count) 个参数，只给了 \(given) 个",
      english: "`\(function)` needs \(count) argument\(count == 1 ? "" : "s") at least, not \(given)")
  }

  static func argumentMissing(_ function: String, _ name: String) -> Message {
    Message(
      "argument-missing", chinese: "`\(function)` 缺少参数 `\(name)`",
      english: "`\(function)` lacks its argument `\(name)`")
  }

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

  static func unknownMethod(_ name: String, _ value: Value) -> Message {
    Message(
      "unknown-method", chinese: "\(value.chineseTypeName)没有方法 `\(name)`",
      english: "there is no method `\(name)` for \(value.typeName)")
  }
}
