import Diagnostics

/// Splits the inside of a tag into tokens.
struct Lexer {
  private let text: [UInt8]
  private let limit: Int
  private var index: Int
  private var tokens: [Token] = []

  private init(text: [UInt8], body: Range<Int>) {
    self.text = text
    index = body.lowerBound
    limit = body.upperBound
  }

  /// The tokens of `body`, closed by an `end` token.
  static func tokens(of text: [UInt8], in body: Range<Int>) throws(SyntaxError) -> [Token] {
    var lexer = Lexer(text: text, body: body)
    while try lexer.next() {}
    lexer.tokens.append(Token(kind: .end, range: body.upperBound..<body.upperBound, text: ""))
    return lexer.tokens
  }

  private func character(at index: Int) -> TypedCharacter {
    index < limit
      ? TypedCharacter.at(index, in: text, limit: limit) : TypedCharacter(meaning: 0, width: 0)
  }

  private mutating func add(_ kind: Token.Kind, to end: Int, _ content: String = "") {
    tokens.append(Token(kind: kind, range: index..<end, text: content))
    index = end
  }

  /// Reads a token; false at the end.
  private mutating func next() throws(SyntaxError) -> Bool {
    var first = character(at: index)
    while first.width > 0, first.isBlank {
      index += first.width
      first = character(at: index)
    }
    guard first.width > 0 else { return false }
    switch first.meaning {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      TypedCharacter.other:
      try name()
    case UInt8(ascii: "\""), UInt8(ascii: "'"): try string()
    default: try sign(first)
    }
    return true
  }

  // MARK: Signs

  private mutating func sign(_ first: TypedCharacter) throws(SyntaxError) {
    let second = character(at: index + first.width)
    if let kind = Self.doubled(first.meaning, second.meaning) {
      add(kind, to: index + first.width + second.width)
    } else if let kind = Self.single(first.meaning) {
      add(kind, to: index + first.width)
    } else {
      let range = index..<(index + first.width)
      throw SyntaxError(
        range: range, message: .unexpectedCharacter(String(decoding: text[range], as: UTF8.self)))
    }
  }

  private static func doubled(_ first: UInt8, _ second: UInt8) -> Token.Kind? {
    switch (first, second) {
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): .doubleStar
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): .doubleSlash
    case (UInt8(ascii: "="), UInt8(ascii: "=")): .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): .greaterOrEqual
    default: nil
    }
  }

  private static func single(_ byte: UInt8) -> Token.Kind? {
    switch byte {
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "%"): .percent
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "="): .assign
    case UInt8(ascii: "|"): .pipe
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: ":"): .colon
    case UInt8(ascii: ";"): .semicolon
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    default: nil
    }
  }

  // MARK: Names

  private mutating func name() throws(SyntaxError) {
    var end = index
    while end < limit {
      let byte = text[end]
      if byte < 0x80 {
        guard Self.isNameByte(byte) else { break }
        end += 1
        continue
      }
      let character = TypedCharacter.at(end, in: text, limit: limit)
      guard character.meaning == TypedCharacter.other || Self.isDigit(character.meaning) else { break }
      guard isNameScalar(end..<(end + character.width), first: end == index) else {
        if end > index { break }
        let range = end..<(end + character.width)
        throw SyntaxError(
          range: range, message: .unexpectedCharacter(String(decoding: text[range], as: UTF8.self)))
      }
      end += character.width
    }
    add(.name, to: end, String(decoding: text[index..<end], as: UTF8.self))
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    let folded = byte | 0x20
    return folded >= UInt8(ascii: "a") && folded <= UInt8(ascii: "z") || isDigit(byte)
      || byte == UInt8(ascii: "_")
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

  private func isNameScalar(_ range: Range<Int>, first: Bool) -> Bool {
    guard let scalar = String(decoding: text[range], as: UTF8.self).unicodeScalars.first else { return false }
    // The ideographs, before the costly question.
    if scalar.value >= 0x4E00, scalar.value <= 0x9FFF { return true }
    return first ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
  }

  // MARK: Numbers

  private mutating func number() throws(SyntaxError) {
    let afterDot = tokens.last?.kind == .dot
    var digits: [UInt8] = []
    var end = index
    var kind = Token.Kind.integer
    if !afterDot, character(at: end).meaning == UInt8(ascii: "0"), let radix = radixSign(after: end) {
      digits = [UInt8(ascii: "0"), radix]
      end += character(at: end).width + 1
      end = run(from: end, into: &digits, leadingUnderscore: true) { Self.isDigit($0, radix: radix) }
      if digits.count == 2 { throw badNumber(to: end) }
    } else {
      end = run(from: end, into: &digits) { Self.isDigit($0) }
      if !afterDot, character(at: end).meaning == UInt8(ascii: ".") {
        let afterPoint = end + character(at: end).width
        if Self.isDigit(character(at: afterPoint).meaning) {
          digits.append(UInt8(ascii: "."))
          end = run(from: afterPoint, into: &digits) { Self.isDigit($0) }
          kind = .decimal
        }
      }
      if !afterDot, character(at: end).meaning | 0x20 == UInt8(ascii: "e"), character(at: end).width == 1 {
        var exponent = end + 1
        var signs: [UInt8] = [UInt8(ascii: "e")]
        let sign = character(at: exponent)
        if sign.meaning == UInt8(ascii: "+") || sign.meaning == UInt8(ascii: "-") {
          signs.append(sign.meaning)
          exponent += sign.width
        }
        if Self.isDigit(character(at: exponent).meaning) {
          digits += signs
          end = run(from: exponent, into: &digits) { Self.isDigit($0) }
          kind = .decimal
        }
      }
    }
    // `1abc`, `007`, `1__0`: neither a number nor a name.
    let next = character(at: end)
    if next.width > 0, next.meaning == TypedCharacter.other || Self.isNameByte(next.meaning) {
      throw badNumber(to: end + next.width)
    }
    let leadingZero = digits.count > 1 && digits[0] == UInt8(ascii: "0") && Self.isDigit(digits[1])
    if kind == .integer, leadingZero, digits.contains(where: { $0 != UInt8(ascii: "0") }) {
      throw badNumber(to: end)
    }
    add(kind, to: end, String(decoding: digits, as: UTF8.self))
  }

  private func badNumber(to end: Int) -> SyntaxError {
    SyntaxError(
      range: index..<end, message: .malformedNumber(String(decoding: text[index..<end], as: UTF8.self)))
  }

  private func radixSign(after zero: Int) -> UInt8? {
    let letter = character(at: zero + character(at: zero).width).meaning | 0x20
    return letter == UInt8(ascii: "x") || letter == UInt8(ascii: "o") || letter == UInt8(ascii: "b")
      ? letter : nil
  }

  private static func isDigit(_ byte: UInt8, radix: UInt8) -> Bool {
    switch radix {
    case UInt8(ascii: "b"): byte == UInt8(ascii: "0") || byte == UInt8(ascii: "1")
    case UInt8(ascii: "o"): byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "7")
    default: isDigit(byte) || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f")
    }
  }

  /// Digits with single underscores between them.
  private func run(
    from start: Int, into digits: inout [UInt8], leadingUnderscore: Bool = false, _ isDigit: (UInt8) -> Bool
  ) -> Int {
    var end = start
    var mayJoin = leadingUnderscore
    while true {
      let current = character(at: end)
      if isDigit(current.meaning) {
        digits.append(current.meaning)
        end += current.width
        mayJoin = true
      } else if mayJoin, current.meaning == UInt8(ascii: "_"), isDigit(character(at: end + 1).meaning) {
        end += 1
        mayJoin = false
      } else {
        return end
      }
    }
  }

  // MARK: Strings

  private mutating func string() throws(SyntaxError) {
    var literal = StringLiteral()
    guard let end = literal.end(of: index, in: text, limit: limit) else {
      throw SyntaxError(range: index..<limit, message: .unclosedString)
    }
    let opening = character(at: index).width
    var closing = 1
    while text[end - closing] & 0xC0 == 0x80 { closing += 1 }
    let content = (index + opening)..<(end - closing)
    guard text[content].contains(UInt8(ascii: "\\")) else {
      add(.string, to: end, String(decoding: text[content], as: UTF8.self))
      return
    }
    add(.string, to: end, try StringEscapes.decode(text, content))
  }
}
