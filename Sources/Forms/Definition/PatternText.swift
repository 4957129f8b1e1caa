/// Texts of a definition with names in braces.
enum PatternText {
  /// The text with each `{name}` that there is a value for replaced by it.
  static func filled(_ pattern: String, _ values: [String: String]) -> String {
    var text = ""
    var rest = Substring(pattern)
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      rest = rest[brace...]
      if let end = rest.firstIndex(of: "}"), let value = values[String(rest[..<end].dropFirst())] {
        text += value
        rest = rest[rest.index(after: end)...]
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}
