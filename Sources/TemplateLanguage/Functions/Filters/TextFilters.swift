extension BuiltIn {
  /// Filters on texts; other values are taken as what they print.
  static let textFilters: [NativeFunction] =
    [
      NativeFunction("upper") { (call) throws(ValueError) in .string(try call.text().uppercased()) },
      NativeFunction("lower") { (call) throws(ValueError) in .string(try call.text().lowercased()) },
      NativeFunction("capitalize") { (call) throws(ValueError) in .string(try call.text().capitalizedPython)
      },
      NativeFunction("title") { (call) throws(ValueError) in .string(titled(try call.text())) },
      NativeFunction("string") { (call) throws(ValueError) in .string(try call.text()) },
      NativeFunction("trim", Parameters("chars?")) { (call) throws(ValueError) in
        let characters = call.optional(0) == nil ? nil : try call.text(0, or: "")
        return .string(try call.text().stripped(characters))
      },
      NativeFunction("center", Parameters("width?")) { (call) throws(ValueError) in
        .string(try call.text().centered(try call.size(0, or: 80)))
      },
      NativeFunction("replace", Parameters("old", "new", "count?")) { (call) throws(ValueError) in
        let count = call.optional(2) == nil ? -1 : try call.integer(2, or: -1)
        let new = try call.text(1, or: "")
        return .string(
          try replaced(try call.text(), try call.text(0, or: ""), new, count: count < 0 ? nil : count))
      },
      NativeFunction("format", Parameters(more: true, names: true)) { (call) throws(ValueError) in
        guard call.more.isEmpty || call.names.isEmpty else { throw ValueError(.formatMixed) }
        let pieces = try PercentFormat.parse(try call.text())
        return .string(
          try PercentFormat.fill(pieces, arguments: call.more, mapping: .mapping(Mapping(call.names))))
      },
      NativeFunction("wordcount") { (call) throws(ValueError) in .int(wordCount(try call.text())) },
      NativeFunction("urlencode") { (call) throws(ValueError) in .string(try urlEncoded(call)) },
    ] + ["e", "escape", "forceescape", "safe", "image"].map { unchanged($0) }

  /// Values are text here and always escaped when they are written, so there is nothing to escape or to
  /// declare safe.
  private static func unchanged(_ name: String) -> NativeFunction {
    NativeFunction(name) { (call) throws(ValueError) in
      if case .object = call.value { return call.value }
      return .string(try call.text())
    }
  }

  /// Jinja2's `title`: words begin after blanks, hyphens and opening brackets.
  private static func titled(_ text: String) -> String {
    var result = ""
    var isFirst = true
    for scalar in text.unicodeScalars {
      result += isFirst ? scalar.properties.uppercaseMapping : scalar.properties.lowercaseMapping
      isFirst = scalar.isPythonSpace || "-({[<".unicodeScalars.contains(scalar)
    }
    return result
  }

  /// `replacing`, within the bound on texts.
  static func replaced(
    _ text: String, _ old: String, _ new: String, count: Int?
  ) throws(ValueError) -> String {
    let places = min(count ?? .max, text.utf8.count / max(old.utf8.count, 1) + 1)
    let (growth, overflow) = places.multipliedReportingOverflow(by: new.utf8.count)
    if overflow || growth > ValueLimits.textLength {
      // Too long if it really stands in so many places.
      let found = old.isEmpty ? places : ByteSearch(old.utf8).all(in: Array(text.utf8), limit: places).count
      guard found * new.utf8.count <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
    }
    return text.replacing(old, by: new, count: count)
  }

  private static func wordCount(_ text: String) -> Int {
    var count = 0
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isWord = scalar.isWordCharacter
      if isWord, !isInWord { count += 1 }
      isInWord = isWord
    }
    return count
  }
}
