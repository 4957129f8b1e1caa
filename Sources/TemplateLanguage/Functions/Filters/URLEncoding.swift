extension BuiltIn {
  /// Jinja2's `urlencode`: a text for a path, a mapping or list of pairs for a query.
  static func urlEncoded(_ call: Call) throws(ValueError) -> String {
    switch call.value {
    case .mapping(let mapping):
      return mapping.map { pair($0.key, $0.value) }.joined(separator: "&")
    case .list(let elements):
      var parts: [String] = []
      for element in elements {
        guard case .list(let both) = element, both.count == 2 else {
          throw ValueError(.pairsNeeded(call.function))
        }
        parts.append(pair(both[0], both[1]))
      }
      return parts.joined(separator: "&")
    default: return encoded(try call.text(), keeping: "/")
    }
  }

  private static func pair(_ key: Value, _ value: Value) -> String {
    [key, value].map { encoded($0.printed, keeping: "").replacing("%20", by: "+") }.joined(separator: "=")
  }

  /// RFC 3986: all but unreserved characters as the hexadecimal bytes of their UTF-8.
  private static func encoded(_ text: String, keeping: String) -> String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      if byte.isDigit || byte.isLetter || "_.-~".utf8.contains(byte) || keeping.utf8.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
