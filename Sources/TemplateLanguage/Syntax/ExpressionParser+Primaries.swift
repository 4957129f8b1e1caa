/// Names, constants, and what stands in brackets.
extension ExpressionParser {
  mutating func primary() throws(SyntaxError) -> ID {
    let token = current
    let start = token.range.lowerBound
    switch token.kind {
    case .name:
      if let constant = Keywords.constants[token.text] {
        advance()
        return try add(.constant(constant), from: start)
      }
      if Keywords.reserved.contains(token.text) { throw unexpected(expecting: .expression) }
      advance()
      return try add(.name(token.text), from: start)
    case .string:
      var text = token.text
      advance()
      while current.kind == .string {
        text += current.text
        advance()
      }
      return try add(.constant(.string(text)), from: start)
    case .integer, .decimal:
      guard let value = NumberLiteral.value(of: token) else {
        throw SyntaxError(range: token.range, message: .numberTooLong)
      }
      advance()
      return try add(.constant(value), from: start)
    case .leftParenthesis: return try parenthesized()
    case .leftBracket: return try list()
    case .leftBrace: return try mapping()
    default: throw unexpected(expecting: .expression)
    }
  }

  private mutating func parenthesized() throws(SyntaxError) -> ID {
    let start = current.range.lowerBound
    try enter()
    defer { leave() }
    advance()
    if skip(.rightParenthesis) { return try add(.list([]), from: start) }
    let inner = try tupleOrExpression()
    try expect(.rightParenthesis)
    tree.widen(inner, to: (start - base)..<(previous.range.upperBound - base))
    return inner
  }

  private mutating func list() throws(SyntaxError) -> ID {
    let start = current.range.lowerBound
    advance()
    var elements: [ID] = []
    while current.kind != .rightBracket {
      if !elements.isEmpty {
        try expectComma(before: .rightBracket)
        if current.kind == .rightBracket { break }
      }
      elements.append(try expression())
    }
    try expect(.rightBracket)
    return try add(.list(elements), from: start)
  }

  private mutating func mapping() throws(SyntaxError) -> ID {
    let start = current.range.lowerBound
    advance()
    var pairs: [(key: ID, value: ID)] = []
    while current.kind != .rightBrace {
      if !pairs.isEmpty {
        try expectComma(before: .rightBrace)
        if current.kind == .rightBrace { break }
      }
      let key = try expression()
      try expect(.colon)
      pairs.append((key, try expression()))
    }
    try expect(.rightBrace)
    return try add(.mapping(pairs), from: start)
  }
}
