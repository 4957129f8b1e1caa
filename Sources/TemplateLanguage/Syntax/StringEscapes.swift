import Diagnostics

/// Python's escapes in string literals.
enum StringEscapes {
  /// The string that `range` of `text` stands for.
  static func decode(_ text: [UInt8], _ range: Range<Int>) throws(SyntaxError) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
        result.append(byte)
        index += 1
        continue
      }
      let letter = text[index + 1]
      if let plain = single(letter) {
        result.append(plain)
        index += 2
        continue
      }
      switch letter {
      case UInt8(ascii: "\n"): index += 2
      case UInt8(ascii: "0")...UInt8(ascii: "7"):
        var value: UInt32 = 0
        var end = index + 1
        while end < min(range.upperBound, index + 4), text[end] >= UInt8(ascii: "0"),
          text[end] <= UInt8(ascii: "7")
        {
          value = value * 8 + UInt32(text[end] - UInt8(ascii: "0"))
          end += 1
        }
        append(value, to: &result)
        index = end
      case UInt8(ascii: "x"): index = try hexadecimal(text, index, digits: 2, range, &result)
      case UInt8(ascii: "u"): index = try hexadecimal(text, index, digits: 4, range, &result)
      case UInt8(ascii: "U"): index = try hexadecimal(text, index, digits: 8, range, &result)
      case UInt8(ascii: "N"): throw SyntaxError(range: index..<(index + 2), message: .badEscape("\\N"))
      default:
        // Python keeps the backslash of an escape it does not know.
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func single(_ letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): letter
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "a"): 0x07
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "v"): 0x0B
    default: nil
    }
  }

  private static func append(_ value: UInt32, to result: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value) else { return }
    result.append(contentsOf: String(Character(scalar)).utf8)
  }

  /// `\xhh`, `\uhhhh` or `\Uhhhhhhhh` at `index`; two `\u` that make a surrogate pair are one scalar.
  private static func hexadecimal(
    _ text: [UInt8], _ index: Int, digits: Int, _ range: Range<Int>, _ result: inout [UInt8]
  ) throws(SyntaxError) -> Int {
    var end = index + 2 + digits
    guard var value = number(text, index + 2, digits, range) else {
      let shown = index..<min(range.upperBound, end)
      throw SyntaxError(range: shown, message: .badEscape(String(decoding: text[shown], as: UTF8.self)))
    }
    if digits == 4, value >= 0xD800, value < 0xDC00, end + 6 <= range.upperBound,
      text[end] == UInt8(ascii: "\\"), text[end + 1] == UInt8(ascii: "u"),
      let low = number(text, end + 2, 4, range), low >= 0xDC00, low < 0xE000
    {
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      end += 6
    }
    guard Unicode.Scalar(value) != nil else {
      throw SyntaxError(
        range: index..<end, message: .badEscape(String(decoding: text[index..<end], as: UTF8.self)))
    }
    append(value, to: &result)
    return end
  }

  private static func number(_ text: [UInt8], _ start: Int, _ digits: Int, _ range: Range<Int>) -> UInt32? {
    guard start + digits <= range.upperBound else { return nil }
    var value: UInt32 = 0
    for byte in text[start..<(start + digits)] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }
}
