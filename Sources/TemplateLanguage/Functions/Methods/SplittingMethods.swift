extension Methods {
  static let splittingMethods: [NativeFunction] = [
    NativeFunction("split", Parameters("sep?", "maxsplit?")) { (call) throws(ValueError) in
      try split(call, fromEnd: false)
    },
    NativeFunction("rsplit", Parameters("sep?", "maxsplit?")) { (call) throws(ValueError) in
      try split(call, fromEnd: true)
    },
    NativeFunction("splitlines", Parameters("keepends?")) { (call) throws(ValueError) in
      .list(try call.text().lines(keepingEnds: call.flag(0)).map { .string($0) })
    },
    NativeFunction("partition", Parameters("sep")) { (call) throws(ValueError) in
      try partition(call, fromEnd: false)
    },
    NativeFunction("rpartition", Parameters("sep")) { (call) throws(ValueError) in
      try partition(call, fromEnd: true)
    },
    NativeFunction("join", Parameters("iterable")) { (call) throws(ValueError) in
      guard let elements = try? Operators.elements(of: call[0] ?? .none) else {
        throw call.wrongArgument(0, .list)
      }
      for element in elements {
        guard case .string = element else { throw ValueError(.textsNeeded(call.function, element)) }
      }
      return .string(try BuiltIn.joined(elements, by: try call.text()))
    },
  ]

  private static func split(_ call: Call, fromEnd: Bool) throws(ValueError) -> Value {
    let limit = try call.integer(1, or: -1)
    let count = limit < 0 ? Int.max : limit
    let text = try call.text()
    if call.optional(0) == nil { return .list(words(text, count, fromEnd: fromEnd).map { .string($0) }) }
    let separator = try call.strictText(0)
    guard !separator.isEmpty else { throw ValueError(.emptySeparator(call.function)) }
    // From the end the same is done to the text read backwards.
    let bytes = fromEnd ? Array(text.utf8.reversed()) : Array(text.utf8)
    let search = fromEnd ? ByteSearch(separator.utf8.reversed()) : ByteSearch(separator.utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start = 0
    for place in search.all(in: bytes, limit: count) {
      parts.append(bytes[start..<place])
      start = place + separator.utf8.count
    }
    parts.append(bytes[start...])
    let texts = parts.map { String(decoding: fromEnd ? Array($0.reversed()) : Array($0), as: UTF8.self) }
    return .list((fromEnd ? texts.reversed() : texts).map { .string($0) })
  }

  /// What blanks of any kind and number separate.
  private static func words(_ text: String, _ count: Int, fromEnd: Bool) -> [String] {
    var rest = fromEnd ? Array(text.unicodeScalars.reversed())[...] : Array(text.unicodeScalars)[...]
    var words: [[Unicode.Scalar]] = []
    while true {
      rest = rest.drop(while: \.isPythonSpace)
      if rest.isEmpty { break }
      if words.count == count {
        words.append(Array(rest))
        break
      }
      let word = rest.prefix { !$0.isPythonSpace }
      words.append(Array(word))
      rest = rest.dropFirst(word.count)
    }
    return fromEnd ? words.reversed().map { String($0.reversed()) } : words.map { String($0) }
  }

  private static func partition(_ call: Call, fromEnd: Bool) throws(ValueError) -> Value {
    let text = try call.text()
    let separator = try call.strictText(0)
    guard !separator.isEmpty else { throw ValueError(.emptySeparator(call.function)) }
    let bytes = Array(text.utf8)
    let found =
      fromEnd
      ? ByteSearch(separator.utf8.reversed()).first(in: bytes.reversed()).map {
        bytes.count - $0 - separator.utf8.count
      }
      : ByteSearch(separator.utf8).first(in: bytes)
    guard let found else { return fromEnd ? ["", "", .string(text)] : [.string(text), "", ""] }
    return [
      .string(String(decoding: bytes[..<found], as: UTF8.self)), .string(separator),
      .string(String(decoding: bytes[(found + separator.utf8.count)...], as: UTF8.self)),
    ]
  }
}
