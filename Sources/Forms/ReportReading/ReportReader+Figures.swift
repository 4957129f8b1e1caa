import DataFiles
import Diagnostics
import TemplateLanguage

extension ReportReader {
  /// The greatest count; sums of hundreds of them stay far within `Int`.
  static let greatestCount = 999_999_999_999

  mutating func count(_ node: DataNode, _ path: String, position: Position) -> Int? {
    switch node.scalar {
    case .integer(let number):
      guard number >= 0 else { return refuse(.negative(path), at: position) }
      guard number <= Self.greatestCount else { return refuse(.tooGreat(path), at: position) }
      return number
    case .number(let text):
      return refuse(Self.isWhole(text) ? .tooGreat(path) : .notWhole(path), at: position)
    case .string(let text): return refuse(.numberExpected(path, NumberAdvice(text)), at: position)
    case .null: return refuse(.numberMissing(path), at: position)
    case .bool, .date, nil: return refuse(.numberExpected(path, .none), at: position)
    }
  }

  /// An amount: digits, perhaps a point and digits; with or without quotation marks.
  mutating func amount(_ node: DataNode, _ path: String) -> Figure? {
    let text: String
    switch node.scalar {
    case .integer(let number): text = String(number)
    case .number(let written), .string(let written): text = written
    case .null: return refuse(.numberMissing(path), at: node.position)
    case .bool, .date, nil: return refuse(.numberExpected(path, .none), at: node.position)
    }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.dropFirst() : text[...]
    guard Self.isPlainDecimal(digits), let number = Decimal(text) else {
      return refuse(
        node.text == nil ? .amountShape(path) : .numberExpected(path, NumberAdvice(text)), at: node.position)
    }
    guard digits.count == text.count else { return refuse(.negative(path), at: node.position) }
    guard digits.utf8.count <= 30 else { return refuse(.tooGreat(path), at: node.position) }
    return .written(text, number)
  }

  /// A change: a whole number with or without a sign, U+2212 being one too.
  mutating func change(_ node: DataNode, _ path: String) -> Figure? {
    let text: String
    switch node.scalar {
    case .integer(let number): text = String(number)
    case .number(let written), .string(let written): text = written
    case .null: return refuse(.numberMissing(path), at: node.position)
    case .bool, .date, nil: return refuse(.numberExpected(path, .none), at: node.position)
    }
    var digits = text[...]
    let isNegative = digits.first == "-" || digits.first == "\u{2212}"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return refuse(
        node.text == nil ? .notWhole(path) : .numberExpected(path, NumberAdvice(text)), at: node.position)
    }
    guard let number = Int(digits), number <= Self.greatestCount else {
      return refuse(.tooGreat(path), at: node.position)
    }
    return .written(text, Decimal(integerLiteral: isNegative ? -number : number))
  }

  private mutating func refuse<Result>(_ message: Message, at position: Position) -> Result? {
    nodes.report(message, at: position)
    return nil
  }

  private static func isWhole(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func isPlainDecimal(_ text: Substring) -> Bool {
    var points = 0
    var last: UInt8 = UInt8(ascii: ".")
    for byte in text.utf8 {
      if byte == UInt8(ascii: ".") {
        guard last != UInt8(ascii: "."), points == 0 else { return false }
        points += 1
      } else if byte < 0x30 || byte > 0x39 {
        return false
      }
      last = byte
    }
    return last != UInt8(ascii: ".")
  }
}

/// What may have been meant by text in a number's place.
enum NumberAdvice {
  /// A number in quotation marks.
  case quoted
  /// Full-width digits or commas.
  case fullWidth
  /// Commas between digits.
  case grouped
  /// Nothing in particular.
  case none

  init(_ text: String) {
    let bytes = Array(text.utf8)
    if !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      self = .quoted
    } else if text.unicodeScalars.contains(where: {
      (0xFF0C...0xFF19).contains($0.value) || $0.value == 0x3001
    }) {
      self = .fullWidth
    } else if bytes.contains(UInt8(ascii: ",")), bytes.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
      self = .grouped
    } else {
      self = .none
    }
  }
}
