extension BuiltIn {
  /// Filters for official documents. Numbers may be texts that are numbers, for amounts keep their places when
  /// they are quoted; dates may be texts of ISO 8601. A name that does not exist prints nothing, where that is
  /// no error.
  static let officialFilters: [NativeFunction] = [
    NativeFunction("number", Parameters("pattern")) { (call) throws(ValueError) in
      guard let number = try call.numeric() else { return "" }
      return .string(try NumberPattern(try call.strictText(0)).text(number))
    },
    NativeFunction("date", Parameters("pattern")) { (call) throws(ValueError) in
      guard let date = try call.date() else { return "" }
      return .string(try DatePattern.text(date, try call.strictText(0)))
    },
    NativeFunction("date_cn", Parameters("style?")) { (call) throws(ValueError) in
      guard let date = try call.date() else { return "" }
      return .string(
        try call.choice(0, ["upper"]) == nil ? ChineseDate.text(date) : ChineseDate.inCharacters(date))
    },
    NativeFunction("cn_number", Parameters("style?")) { (call) throws(ValueError) in
      guard let number = try call.numeric() else { return "" }
      let numerals: ChineseNumerals = try call.choice(0, ["upper"]) == nil ? .lower : .upper
      return .string(try numerals.text(number))
    },
    NativeFunction("cn_money", Parameters("prefix?")) { (call) throws(ValueError) in
      guard let number = try call.numeric() else { return "" }
      return .string(try call.text(0, or: "") + ChineseMoney.text(number))
    },
    NativeFunction("wan", Parameters("places?")) { (call) throws(ValueError) in
      guard let number = try call.numeric() else { return "" }
      return try inTenThousands(number, places: call[0] == nil ? nil : try call.size(0), call)
    },
    NativeFunction("zero", Parameters("text?")) { (call) throws(ValueError) in
      guard call.value.numericDecimal?.isZero ?? false else { return call.value }
      return .string(try call.text(0, or: "—"))
    },
  ]

  /// In 万: the point moves by four places, and every digit stays; with `places` it is rounded, halves away from
  /// zero, and has just as many.
  private static func inTenThousands(_ number: Decimal, places: Int?, _ call: Call) throws(ValueError)
    -> Value
  {
    let moved = Decimal(digits: number.digits, scale: number.scale + 4)
    guard let places else {
      let trimmed = moved.trimmingZeros(keeping: number.scale)
      return try trimmed.scale == 0 ? Operators.bounded(trimmed.digits) : Operators.bounded(trimmed)
    }
    guard places <= ValueLimits.digits else { throw call.outOfRange(0) }
    return try Operators.bounded(moved.rounded(to: places, .halfUp).padded(to: places))
  }
}

extension Value {
  /// A number, or text that is one. True and false are none.
  var numericDecimal: Decimal? {
    switch self {
    case .string(let text): Decimal(text)
    case .int, .bigInt, .decimal: number?.decimal
    default: nil
    }
  }
}

extension Call {
  /// The value as a number or text that is one; nil for what does not exist.
  func numeric() throws(ValueError) -> Decimal? {
    if value.isUndefined { return nil }
    guard let decimal = value.numericDecimal else { throw wrongValue(.numeric) }
    return decimal
  }

  /// The value as a date or text that is one; nil for what does not exist.
  func date() throws(ValueError) -> DateValue? {
    switch value {
    case .undefined: return nil
    case .date(let date): return date
    case .string(let text):
      if let date = DateValue(iso: text) { return date }
      if text.utf8.count >= 8, text.utf8.prefix(4).allSatisfy(\.isDigit) {
        throw ValueError(.notADate(function))
      }
      throw wrongValue(.date)
    default: throw wrongValue(.date)
    }
  }
}
