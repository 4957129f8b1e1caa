import Diagnostics

/// A word of a tag.
struct Token: Sendable {
  enum Kind: UInt8, Sendable {
    case name, integer, decimal, string
    case plus, minus, star, slash, doubleSlash, percent, doubleStar, tilde
    case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case assign, pipe, dot, comma, colon, semicolon
    case leftParenthesis, rightParenthesis, leftBracket, rightBracket, leftBrace, rightBrace
    case end
  }

  let kind: Kind
  /// In UTF-8 offsets of the text the tag stands in.
  let range: Range<Int>
  /// A name as it stands, a string without quotes and escapes, a number's digits; else empty.
  let text: String

  func isWord(_ word: String) -> Bool { kind == .name && text == word }
}

/// What is wrong in a tag and where, in UTF-8 offsets of the text the tag stands in.
struct SyntaxError: Error {
  let range: Range<Int>
  let message: Message
}
