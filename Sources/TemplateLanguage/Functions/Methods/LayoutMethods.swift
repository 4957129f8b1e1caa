extension Methods {
  static let layoutMethods: [NativeFunction] = [
    stripping("strip", start: true, end: true), stripping("lstrip", start: true, end: false),
    stripping("rstrip", start: false, end: true),
    NativeFunction("ljust", Parameters("width", "fillchar?")) { (call) throws(ValueError) in
      .string(try call.text().leftJustified(try call.size(0), fill: try call.fill(1)))
    },
    NativeFunction("rjust", Parameters("width", "fillchar?")) { (call) throws(ValueError) in
      .string(try call.text().rightJustified(try call.size(0), fill: try call.fill(1)))
    },
    NativeFunction("center", Parameters("width", "fillchar?")) { (call) throws(ValueError) in
      .string(try call.text().centered(try call.size(0), fill: try call.fill(1)))
    },
    NativeFunction("zfill", Parameters("width")) { (call) throws(ValueError) in
      .string(zeroFilled(try call.text(), try call.size(0)))
    },
    NativeFunction("expandtabs", Parameters("tabsize?")) { (call) throws(ValueError) in
      .string(try expanded(try call.text(), try call.size(0, or: 8)))
    },
    NativeFunction("format", Parameters(more: true, names: true)) { (call) throws(ValueError) in
      .string(try BraceFormat.format(try call.text(), call.more, Mapping(call.names)))
    },
    NativeFunction("format_map", Parameters("mapping")) { (call) throws(ValueError) in
      guard case .mapping(let mapping)? = call[0] else { throw call.wrongArgument(0, .mapping) }
      return .string(try BraceFormat.format(try call.text(), [], mapping))
    },
    NativeFunction("removeprefix", Parameters("prefix")) { (call) throws(ValueError) in
      let (text, prefix) = (Array(try call.text().utf8), Array(try call.strictText(0).utf8))
      return .string(
        String(decoding: text.starts(with: prefix) ? text.dropFirst(prefix.count) : text[...], as: UTF8.self))
    },
    NativeFunction("removesuffix", Parameters("suffix")) { (call) throws(ValueError) in
      let (text, suffix) = (Array(try call.text().utf8), Array(try call.strictText(0).utf8))
      let ends = text.reversed().starts(with: suffix.reversed())
      return .string(String(decoding: ends ? text.dropLast(suffix.count) : text[...], as: UTF8.self))
    },
    NativeFunction("replace", Parameters("old", "new", "count?")) { (call) throws(ValueError) in
      let count = try call.integer(2, or: -1)
      let (old, new) = (try call.strictText(0), try call.strictText(1))
      return .string(try BuiltIn.replaced(try call.text(), old, new, count: count < 0 ? nil : count))
    },
  ]

  private static func stripping(_ name: String, start: Bool, end: Bool) -> NativeFunction {
    NativeFunction(name, Parameters("chars?")) { (call) throws(ValueError) in
      let characters = call.optional(0) == nil ? nil : try call.strictText(0)
      return .string(try call.text().stripped(characters, start: start, end: end))
    }
  }

  private static func zeroFilled(_ text: String, _ width: Int) -> String {
    let zeros = String(repeating: "0", count: max(0, width - text.length))
    guard let first = text.unicodeScalars.first, first == "+" || first == "-" else { return zeros + text }
    return String(Character(first)) + zeros + String(text.unicodeScalars.dropFirst())
  }

  private static func expanded(_ text: String, _ size: Int) throws(ValueError) -> String {
    var result = ""
    var column = 0
    for scalar in text.unicodeScalars {
      guard scalar == "\t" else {
        result.unicodeScalars.append(scalar)
        column = scalar == "\n" || scalar == "\r" ? 0 : column + 1
        continue
      }
      guard size > 0 else { continue }
      let missing = size - column % size
      guard result.utf8.count + missing <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
      result += String(repeating: " ", count: missing)
      column += missing
    }
    return result
  }
}
