/// Texts as YAML scalars.
enum YAMLScalar {
  /// A text as a plain scalar where every YAML reader takes it for that text, else in double quotation marks.
  static func text(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A number as written; in quotation marks if a reader would not take it for a plain number.
  static func number(_ text: String) -> String {
    isPlainNumber(text) ? text : quoted(text)
  }

  /// Letters, or anything beyond ASCII, at the start; nothing in it that ends or changes a plain scalar, also
  /// within brackets.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, !words.contains(text.lowercased()) else {
      return false
    }
    guard first >= 0x80 || isLetter(first), last != 0x20, last != UInt8(ascii: ":") else { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0..<0x20, 0x7F, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
        UInt8(ascii: "}"):
        return false
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20: return false
      case UInt8(ascii: ":") where bytes[index + 1] == 0x20: return false
      default: break
      }
    }
    return !text.unicodeScalars.contains(where: needsEscape)
  }

  /// What YAML 1.1 and 1.2 readers take for something else than text.
  private static let words: Set<String> = [
    "null", "true", "false", "yes", "no", "on", "off", "y", "n",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20)
  }

  private static func isPlainNumber(_ text: String) -> Bool {
    var digits = Array(text.utf8)[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits.removeFirst()
    }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, whole.count == 1 || whole.first != 0x30 else {
      return false
    }
    return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if needsEscape(scalar) {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let (mark, width) = scalar.value > 0xFFFF ? ("U", 8) : ("u", 4)
          result += "\\\(mark)" + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  /// Control characters, line breaks of YAML 1.1, byte order marks and noncharacters.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
