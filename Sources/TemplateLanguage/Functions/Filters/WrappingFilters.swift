extension BuiltIn {
  /// Filters that cut texts and lay them out in lines.
  static let wrappingFilters: [NativeFunction] = [
    NativeFunction("indent", Parameters("width?", "first?", "blank?")) { (call) throws(ValueError) in
      .string(try indented(call))
    },
    NativeFunction("truncate", Parameters("length?", "killwords?", "end?", "leeway?")) {
      (call) throws(ValueError) in .string(try truncated(call))
    },
    NativeFunction(
      "wordwrap", Parameters("width?", "break_long_words?", "wrapstring?", "break_on_hyphens?")
    ) { (call) throws(ValueError) in
      let width = try call.size(0, or: 79, most: .max)
      guard width > 0 else { throw call.outOfRange(0) }
      let breaksLongWords = call[1]?.isTrue ?? true
      let breaksOnHyphens = call[3]?.isTrue ?? true
      let separator = call.optional(2) == nil ? "\n" : try call.text(2, or: "\n")
      let wrapping = WordWrapping(
        width: width, breaksLongWords: breaksLongWords, breaksOnHyphens: breaksOnHyphens)
      let lines = try call.text().lines().map { wrapping.lines(of: $0).joined(separator: separator) }
      return .string(lines.joined(separator: separator))
    },
  ]

  private static func indented(_ call: Call) throws(ValueError) -> String {
    let indentation: String
    if case .string(let text)? = call[0] {
      indentation = text
    } else {
      indentation = String(repeating: " ", count: try call.size(0, or: 4))
    }
    let lines = (try call.text() + "\n").lines()
    guard lines.count <= ValueLimits.textLength / max(indentation.utf8.count, 1) else {
      throw ValueError(.textTooLong)
    }
    let indentsBlank = call.flag(2)
    var result = call.flag(1) ? indentation : ""
    for (index, line) in lines.enumerated() {
      if index > 0 {
        result += "\n"
        if indentsBlank || !line.isEmpty { result += indentation }
      }
      result += line
    }
    return result
  }

  private static func truncated(_ call: Call) throws(ValueError) -> String {
    let text = try call.text()
    let length = try call.integer(0, or: 255)
    let end = try call.text(2, or: "...")
    let leeway = call.optional(3) == nil ? 5 : try call.integer(3, or: 5)
    guard length >= end.length else { throw call.outOfRange(0) }
    guard leeway >= 0 else { throw call.outOfRange(3) }
    if text.length <= length.addingReportingOverflow(leeway).partialValue { return text }
    let start = text.leading(length - end.length)
    if call.flag(1) { return start + end }
    let words = start.unicodeScalars
    return String(words.lastIndex(of: " ").map { words[..<$0] } ?? words[...]) + end
  }
}
