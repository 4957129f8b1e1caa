/// What follows a value: members, items, slices and calls.
extension ExpressionParser {
  mutating func postfix(_ operand: ID) throws(SyntaxError) -> ID {
    var result = operand
    let start = start(of: operand)
    while true {
      switch current.kind {
      case .dot:
        advance()
        if current.kind == .integer, let index = NumberLiteral.value(of: current) {
          let key = try constant(index)
          result = try add(.item(result, key), from: start)
        } else {
          result = try add(.member(result, try expectWordOfAnyKind()), from: start)
        }
      case .leftBracket: result = try subscripted(result, from: start)
      case .leftParenthesis: result = try add(.call(result, try arguments()), from: start)
      default: return result
      }
    }
  }

  mutating func constant(_ value: Value) throws(SyntaxError) -> ID {
    let start = current.range.lowerBound
    advance()
    return try add(.constant(value), from: start)
  }

  private mutating func subscripted(_ operand: ID, from start: Int) throws(SyntaxError) -> ID {
    advance()
    let keyStart = current.range.lowerBound
    if current.kind == .rightBracket { throw unexpected(expecting: .expression) }
    if current.kind != .colon {
      let key = try expression()
      if current.kind == .comma {
        var keys = [key]
        while skip(.comma) { keys.append(try expression()) }
        let list = try add(.list(keys), from: keyStart)
        try expect(.rightBracket)
        return try add(.item(operand, list), from: start)
      }
      if skip(.rightBracket) { return try add(.item(operand, key), from: start) }
      return try slice(operand, from: key, start: start)
    }
    return try slice(operand, from: nil, start: start)
  }

  private mutating func slice(_ operand: ID, from: ID?, start: Int) throws(SyntaxError) -> ID {
    var bounds: [ID?] = [nil, nil]
    for number in bounds.indices {
      guard skip(.colon) else { break }
      if current.kind != .colon, current.kind != .rightBracket { bounds[number] = try expression() }
    }
    try expect(.rightBracket)
    return try add(.slice(operand, from: from, to: bounds[0], step: bounds[1]), from: start)
  }

  mutating func arguments() throws(SyntaxError) -> ExpressionTree.CallArguments {
    advance()
    var result = ExpressionTree.CallArguments()
    var names: Set<String> = []
    var isFirst = true
    while current.kind != .rightParenthesis {
      if !isFirst {
        try expectComma(before: .rightParenthesis)
        if current.kind == .rightParenthesis { break }
      }
      isFirst = false
      let token = current
      if skip(.star) {
        guard result.spread == nil, result.namedSpread == nil else { throw argumentOrder(token) }
        result.spread = try expression()
      } else if skip(.doubleStar) {
        guard result.namedSpread == nil else { throw argumentOrder(token) }
        result.namedSpread = try expression()
      } else if token.kind == .name, following.kind == .assign {
        guard result.namedSpread == nil else { throw argumentOrder(token) }
        guard names.insert(token.text).inserted else {
          throw SyntaxError(range: token.range, message: .repeatedArgument(token.text))
        }
        advance()
        advance()
        result.named.append((token.text, try expression()))
      } else {
        guard result.spread == nil, result.namedSpread == nil, result.named.isEmpty else {
          throw argumentOrder(token)
        }
        result.positional.append(try expression())
      }
    }
    try expect(.rightParenthesis)
    return result
  }

  private func argumentOrder(_ token: Token) -> SyntaxError {
    SyntaxError(range: token.range, message: .argumentOrder)
  }
}
