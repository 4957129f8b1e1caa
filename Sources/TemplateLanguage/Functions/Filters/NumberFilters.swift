extension BuiltIn {
  /// Filters that make numbers, or take them.
  static let numberFilters: [NativeFunction] = [
    NativeFunction("abs") { (call) throws(ValueError) in
      switch try call.number() {
      case .integer(let integer): Value(integer.magnitude)
      case .decimal(let decimal): .decimal(decimal.magnitude)
      }
    },
    NativeFunction("int", Parameters("default?", "base?")) { (call) throws(ValueError) in
      let base = try call.integer(1, or: 10)
      guard base == 0 || (2...36).contains(base) else { throw call.outOfRange(1) }
      let number: Integer? =
        switch call.value {
        case .string(let text):
          NumberParsing.integer(text, base: base) ?? NumberParsing.decimal(text)?.truncated
        default: call.value.number?.decimal.truncated
        }
      return number.map { Value($0) } ?? call[0] ?? 0
    },
    NativeFunction("float", Parameters("default?")) { (call) throws(ValueError) in
      let number: Decimal? =
        if case .string(let text) = call.value { NumberParsing.decimal(text) } else {
          call.value.number?.decimal
        }
      return number.map { .decimal($0.padded(to: 1)) } ?? call[0] ?? .decimal(Decimal(.zero, scale: 1))
    },
    NativeFunction("round", Parameters("precision?", "method?")) { (call) throws(ValueError) in
      try rounded(call)
    },
    NativeFunction("filesizeformat", Parameters("binary?")) { (call) throws(ValueError) in
      .string(try fileSize(call))
    },
  ]

  /// `common` takes halves to the even digit, as Python does; of a decimal, which keeps its places, one stays
  /// at least.
  private static func rounded(_ call: Call) throws(ValueError) -> Value {
    let number = try call.number()
    let precision = try call.integer(0, or: 0)
    guard abs(precision) <= ValueLimits.digits else { throw call.outOfRange(0) }
    let method = try call.choice(1, ["common", "ceil", "floor"]) ?? "common"
    let rounding: Decimal.Rounding = method == "ceil" ? .up : method == "floor" ? .down : .halfEven
    let rounded = number.decimal.rounded(to: precision, rounding)
    if case .integer = number, rounding == .halfEven { return Value(rounded.truncated) }
    return try Operators.bounded(rounded.padded(to: 1))
  }

  /// Jinja2's words for numbers of bytes: `13.0 kB`, `12.7 KiB`.
  private static func fileSize(_ call: Call) throws(ValueError) -> String {
    let parsed: Decimal? =
      if case .string(let text) = call.value { NumberParsing.decimal(text) } else {
        call.value.number?.decimal
      }
    guard let bytes = parsed else { throw call.wrongValue(.numeric) }
    let isBinary = call.flag(0)
    let base = Integer.small(isBinary ? 1024 : 1000)
    if bytes == Decimal(.one) { return "1 Byte" }
    if bytes < Decimal(base) { return "\(bytes.truncated) Bytes" }
    var unit = base
    let prefixes = ["k", "M", "G", "T", "P", "E", "Z", "Y"]
    for (index, prefix) in prefixes.enumerated() {
      if bytes < Decimal(unit * base) || index == prefixes.count - 1 {
        let size = NumberText.fixed(bytes.divided(by: Decimal(unit)), places: 1)
        return "\(size) \(isBinary ? prefix.uppercased() + "i" : prefix)B"
      }
      unit = unit * base
    }
    return ""
  }
}
