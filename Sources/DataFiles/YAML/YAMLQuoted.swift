import Diagnostics

extension YAMLParser {
  /// Reads a scalar in single quotes; `offset` is at the first.
  mutating func singleQuoted() throws(DataFault) -> String {
    let quote = offset
    var text: [UInt8] = []
    offset += 1
    while true {
      guard offset < bytes.count else { throw DataFault(.unterminatedString, at: quote) }
      let byte = bytes[offset]
      if byte == UInt8(ascii: "'") {
        offset += 1
        guard peek() == UInt8(ascii: "'") else { break }
        text.append(byte)
        offset += 1
      } else if isLineBreak(byte) {
        try foldQuoted(into: &text, keeping: 0, quote: quote)
      } else {
        text.append(byte)
        offset += 1
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads a scalar in double quotes; `offset` is at the first.
  mutating func doubleQuoted() throws(DataFault) -> String {
    let quote = offset
    var text: [UInt8] = []
    // Blanks that an escape made are not folded away at a line's end.
    var escaped = 0
    offset += 1
    while true {
      guard offset < bytes.count else { throw DataFault(.unterminatedString, at: quote) }
      let byte = bytes[offset]
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\") where isLineBreak(peek(1)):
        offset += 1
        skipLineBreak()
        escaped = text.count
        while atLineEnd || isBlank(peek()) {
          guard offset < bytes.count else { break }
          if isLineBreak(bytes[offset]) {
            skipLineBreak()
            text.append(0x0A)
            escaped = text.count
          } else {
            offset += 1
          }
        }
      case UInt8(ascii: "\\"):
        try escape(into: &text)
        escaped = text.count
      case 0x0A, 0x0D: try foldQuoted(into: &text, keeping: escaped, quote: quote)
      default:
        text.append(byte)
        offset += 1
      }
    }
  }

  /// Folds line breaks within quotes; `offset` is at the first.
  private mutating func foldQuoted(into text: inout [UInt8], keeping kept: Int, quote: Int) throws(DataFault)
  {
    while text.count > kept, let last = text.last, last == 0x20 || last == 0x09 { text.removeLast() }
    var breaks = 0
    while offset < bytes.count, isLineBreak(bytes[offset]) {
      skipLineBreak()
      breaks += 1
      if atDocumentMarker() { throw DataFault(.unterminatedString, at: quote) }
      skipBlanks()
    }
    fold(breaks, into: &text)
  }

  private mutating func escape(into text: inout [UInt8]) throws(DataFault) {
    let start = offset
    offset += 2
    let digits: Int
    switch bytes.indices.contains(start + 1) ? bytes[start + 1] : 0 {
    case UInt8(ascii: "0"): return text.append(0)
    case UInt8(ascii: "a"): return text.append(0x07)
    case UInt8(ascii: "b"): return text.append(0x08)
    case UInt8(ascii: "t"), 0x09: return text.append(0x09)
    case UInt8(ascii: "n"): return text.append(0x0A)
    case UInt8(ascii: "v"): return text.append(0x0B)
    case UInt8(ascii: "f"): return text.append(0x0C)
    case UInt8(ascii: "r"): return text.append(0x0D)
    case UInt8(ascii: "e"): return text.append(0x1B)
    case 0x20: return text.append(0x20)
    case UInt8(ascii: "\""): return text.append(0x22)
    case UInt8(ascii: "/"): return text.append(0x2F)
    case UInt8(ascii: "\\"): return text.append(0x5C)
    case UInt8(ascii: "N"): return append(0x85, to: &text)
    case UInt8(ascii: "_"): return append(0xA0, to: &text)
    case UInt8(ascii: "L"): return append(0x2028, to: &text)
    case UInt8(ascii: "P"): return append(0x2029, to: &text)
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    default: throw DataFault(.invalidEscape, at: start)
    }
    guard let number = hexadecimal(digits) else { throw DataFault(.invalidEscape, at: start) }
    if (0xD800..<0xE000).contains(number) {
      guard digits == 4, let low = lowSurrogate(after: number) else {
        throw DataFault(.loneSurrogate, at: start)
      }
      append(0x10000 + (number - 0xD800) << 10 + (low - 0xDC00), to: &text)
    } else {
      guard number < 0x110000 else { throw DataFault(.invalidEscape, at: start) }
      append(number, to: &text)
    }
  }

  private func append(_ number: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(number) else { return }
    text.append(contentsOf: Array(String(scalar).utf8))
  }

  /// Reads `\uDC00`…`\uDFFF`, the second half of a character as JSON writes it.
  private mutating func lowSurrogate(after high: UInt32) -> UInt32? {
    guard high < 0xDC00, peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") else { return nil }
    offset += 2
    guard let low = hexadecimal(4), (0xDC00..<0xE000).contains(low) else { return nil }
    return low
  }

  private mutating func hexadecimal(_ count: Int) -> UInt32? {
    guard offset + count <= bytes.count else { return nil }
    var number: UInt32 = 0
    for index in offset..<(offset + count) {
      guard let digit = hexadecimalDigit(bytes[index]) else { return nil }
      number = number << 4 | digit
    }
    offset += count
    return number
  }
}
