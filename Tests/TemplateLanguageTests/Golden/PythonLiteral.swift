@testable import TemplateLanguage

/// Reads values written as Python literals; `D'2022-01-07'` is a date and `Undefined` what does not exist.
struct PythonLiteral {
  private var bytes: [UInt8]
  private var index = 0

  enum Failure: Error {
    case notALiteral(String)
  }

  static func value(_ text: String) throws -> Value {
    var literal = PythonLiteral(bytes: Array(text.utf8))
    let value = try literal.value()
    guard literal.index == literal.bytes.count else { throw Failure.notALiteral(text) }
    return value
  }

  private mutating func value() throws -> Value {
    skipBlanks()
    switch peek {
    case UInt8(ascii: "["): return .list(try sequence(UInt8(ascii: "]")) { try $0.value() })
    case UInt8(ascii: "{"):
      let entries = try sequence(UInt8(ascii: "}")) { literal in
        let key = try literal.value()
        literal.skipBlanks()
        literal.index += 1
        return (key, try literal.value())
      }
      return .mapping(Mapping(pairs: entries))
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .string(try string())
    default: return try word()
    }
  }

  private mutating func word() throws -> Value {
    let start = index
    while let byte = peek, !",]}: ".utf8.contains(byte), byte != UInt8(ascii: "'") { index += 1 }
    let word = String(decoding: bytes[start..<index], as: UTF8.self)
    switch word {
    case "None": return .none
    case "True": return true
    case "False": return false
    case "Undefined": return .undefined(name: "missing")
    case "D":
      if let date = DateValue(iso: try string()) { return .date(date) }
    default:
      if let integer = NumberParsing.integer(word) { return Value(integer) }
      if let decimal = Decimal(word) { return .decimal(decimal.padded(to: 1)) }
    }
    throw Failure.notALiteral(word)
  }

  private mutating func sequence<Element>(
    _ end: UInt8, _ element: (inout PythonLiteral) throws -> Element
  ) throws -> [Element] {
    index += 1
    var elements: [Element] = []
    while true {
      skipBlanks()
      if peek == end {
        index += 1
        return elements
      }
      elements.append(try element(&self))
      skipBlanks()
      if peek == UInt8(ascii: ",") { index += 1 }
      if peek == nil { throw Failure.notALiteral("") }
    }
  }

  private mutating func string() throws -> String {
    let quote = peek
    index += 1
    var result = ""
    var plain: [UInt8] = []
    while let byte = peek, byte != quote {
      index += 1
      guard byte == UInt8(ascii: "\\"), let escape = peek else {
        plain.append(byte)
        continue
      }
      result += String(decoding: plain, as: UTF8.self)
      plain = []
      index += 1
      switch escape {
      case UInt8(ascii: "n"): result += "\n"
      case UInt8(ascii: "r"): result.unicodeScalars.append("\r")
      case UInt8(ascii: "t"): result += "\t"
      case UInt8(ascii: "x"): result.unicodeScalars.append(try scalar(2))
      case UInt8(ascii: "u"): result.unicodeScalars.append(try scalar(4))
      case UInt8(ascii: "U"): result.unicodeScalars.append(try scalar(8))
      default: result.unicodeScalars.append(Unicode.Scalar(escape))
      }
    }
    index += 1
    return result + String(decoding: plain, as: UTF8.self)
  }

  private mutating func scalar(_ digits: Int) throws -> Unicode.Scalar {
    let text = String(decoding: bytes[index..<(index + digits)], as: UTF8.self)
    index += digits
    guard let code = UInt32(text, radix: 16), let scalar = Unicode.Scalar(code) else {
      throw Failure.notALiteral(text)
    }
    return scalar
  }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() { while peek == UInt8(ascii: " ") { index += 1 } }
}
