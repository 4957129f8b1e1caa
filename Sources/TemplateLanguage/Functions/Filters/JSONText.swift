/// A value as JSON.
struct JSONText {
  enum Style {
    /// Jinja2's `tojson`: Python's `json.dumps` with sorted keys, in ASCII, `<`, `>`, `&` and `'` escaped.
    case jinja
    /// Keys in their own order, characters as they are.
    case plain
  }

  var style = Style.jinja
  /// Blanks for each level, every element on a line of its own; nil for a single line.
  let indent: Int?

  func text(of value: Value) throws(ValueError) -> String {
    var result = ""
    try append(value, level: 0, to: &result)
    return result
  }

  private func append(_ value: Value, level: Int, to result: inout String) throws(ValueError) {
    switch value {
    case .none: result += "null"
    case .bool(let flag): result += flag ? "true" : "false"
    case .int, .bigInt, .decimal: value.appendText(to: &result)
    case .string(let text): append(text, to: &result)
    case .list(let elements):
      try append(elements, brackets: ("[", "]"), level: level, to: &result) {
        (element, result) throws(ValueError) in try append(element, level: level + 1, to: &result)
      }
    case .mapping(let mapping):
      var entries: [(key: String, value: Value)] = []
      for (key, value) in mapping { entries.append((try name(key), value)) }
      if style == .jinja { entries.sort { $0.key.isTextBefore($1.key) } }
      try append(entries, brackets: ("{", "}"), level: level, to: &result) {
        (entry, result) throws(ValueError) in
        append(entry.key, to: &result)
        result += ": "
        try append(entry.value, level: level + 1, to: &result)
      }
    case .date(let date): append(date.isoText, to: &result)
    case .undefined(let name): throw ValueError(.unknownName(name))
    case .object:
      guard let elements = try? Operators.elements(of: value) else { throw ValueError(.notJSON(value)) }
      try append(.list(elements), level: level, to: &result)
    }
    guard result.utf8.count <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
  }

  private func append<Element>(
    _ elements: [Element], brackets: (String, String), level: Int, to result: inout String,
    _ body: (Element, inout String) throws(ValueError) -> Void
  ) throws(ValueError) {
    result += brackets.0
    for (index, element) in elements.enumerated() {
      if index > 0 { result += indent == nil ? ", " : "," }
      newLine(level + 1, to: &result)
      try body(element, &result)
    }
    if !elements.isEmpty { newLine(level, to: &result) }
    result += brackets.1
  }

  private func newLine(_ level: Int, to result: inout String) {
    guard let indent else { return }
    result += "\n" + String(repeating: " ", count: indent * level)
  }

  private func name(_ key: Value) throws(ValueError) -> String {
    switch key {
    case .string(let text): return text
    case .none: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int, .bigInt, .decimal: return key.printed
    default: throw ValueError(.notJSON(key))
    }
  }

  private func isPlainASCII(_ scalar: Unicode.Scalar) -> Bool {
    (0x20..<0x7F).contains(scalar.value) && !"<>&'".unicodeScalars.contains(scalar)
  }

  private func append(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{8}": result += "\\b"
      case "\u{C}": result += "\\f"
      default:
        if style == .plain ? scalar.value >= 0x20 : isPlainASCII(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          for unit in UTF16.encode(scalar) ?? .init() {
            let digits = String(unit, radix: 16)
            result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
          }
        }
      }
    }
    result += "\""
  }
}

extension Value {
  /// The value as JSON, keys in their order; nil for what JSON can't say: an unknown name, an object without
  /// elements.
  public func json(indent: Int? = nil) -> String? {
    try? JSONText(style: .plain, indent: indent).text(of: self)
  }

  fileprivate func appendText(to result: inout String) { result += printed }
}
