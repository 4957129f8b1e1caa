import Diagnostics

/// What can go wrong with values and operators.
extension Message {
  static func unknownName(_ name: String) -> Message {
    Message("unknown-name", chinese: "未知名称 `\(name)`", english: "unknown name `\(name)`")
  }

  static func unsuitableOperand(_ symbol: String, _ value: Value) -> Message {
    Message(
      "unsuitable-operand", chinese: "`\(symbol)` 不能用于\(value.chineseTypeName)",
      english: "`\(symbol)` can't be applied to \(value.typeName)")
  }

  static func unsuitableOperands(_ symbol: String, _ left: Value, _ right: Value) -> Message {
    let isText = if case .string = left { true } else if case .string = right { true } else { false }
    let hint =
      isText && symbol == "+"
      ? Hint(
        chinese: "连接文本请用 `~`；要计算请先用 `| float` 或 `| int` 转为数",
        english: "`~` joins texts; `| float` or `| int` makes a number of a text")
      : nil
    return Message(
      "unsuitable-operands",
      chinese: "`\(symbol)` 不能用于\(left.chineseTypeName)和\(right.chineseTypeName)",
      english: "`\(symbol)` can't be applied to \(left.typeName) and \(right.typeName)", hint: hint)
  }

  static let divisionByZero = Message("division-by-zero", chinese: "除数为零", english: "division by zero")

  static let numberTooLarge = Message(
    "number-too-large", chinese: "数的位数太多", english: "the number has too many digits")

  static let powerOfNegative = Message(
    "power-of-negative", chinese: "负数不能有分数次幂",
    english: "a negative number has no power with a fractional exponent")

  static let textTooLong = Message(
    "text-too-long", chinese: "文本太长", english: "the text becomes too long")

  static let listTooLong = Message(
    "list-too-long", chinese: "列表太长", english: "the list becomes too long")

  static let dateOutOfRange = Message(
    "date-out-of-range", chinese: "日期超出公元1年至9999年", english: "the date lies outside years 1 to 9999")

  static func notIterable(_ value: Value) -> Message {
    Message(
      "not-iterable", chinese: "不能遍历\(value.chineseTypeName)",
      english: "there is nothing to go through in \(value.typeName)")
  }

  static func notSliceable(_ value: Value) -> Message {
    Message(
      "not-sliceable", chinese: "不能截取\(value.chineseTypeName)",
      english: "no part can be cut from \(value.typeName)")
  }

  static func sliceBound(_ value: Value) -> Message {
    Message(
      "slice-bound", chinese: "截取的界限须是整数，不能是\(value.chineseTypeName)",
      english: "a slice's bounds are integers, not \(value.typeName)")
  }

  static let sliceStepZero = Message(
    "slice-step-zero", chinese: "截取的步长不能为零", english: "a slice's step can't be zero")
}
