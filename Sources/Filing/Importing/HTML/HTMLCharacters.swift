/// The text of web pages: references to characters are taken apart, white space is folded.
enum HTMLCharacters {
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "ldquo": "“", "rdquo": "”", "lsquo": "‘", "rsquo": "’",
    "mdash": "—", "ndash": "–", "hellip": "…", "middot": "·", "times": "×", "minus": "\u{2212}",
    "permil": "‰", "zwnj": "", "zwj": "", "shy": "",
  ]

  static func append(_ source: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var index = source.startIndex
    while index < source.endIndex {
      let byte = source[index]
      if byte == UInt8(ascii: "&"), let (replacement, end) = reference(source[index...]) {
        text += Array(replacement.utf8)
        index = end
        continue
      }
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        if let last = text.last, last != 0x20 { text.append(0x20) }
      } else {
        text.append(byte)
      }
      index += 1
    }
  }

  /// `&name;`, `&#8220;` or `&#x201C;`, and where it ends.
  private static func reference(_ source: ArraySlice<UInt8>) -> (String, Int)? {
    guard let end = source.prefix(12).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let name = String(decoding: source[(source.startIndex + 1)..<end], as: UTF8.self)
    if name.hasPrefix("#") {
      let digits = name.dropFirst()
      let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
      guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10),
        value >= 0x20 || value == 0x09, let scalar = Unicode.Scalar(value)
      else { return nil }
      return (String(scalar), end + 1)
    }
    return named[name].map { ($0, end + 1) }
  }
}
