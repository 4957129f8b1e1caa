/// Filters and tests.
extension ExpressionParser {
  mutating func filtersAndTests(_ operand: ID) throws(SyntaxError) -> ID {
    var result = operand
    let start = start(of: operand)
    while true {
      if current.kind == .pipe {
        advance()
        result = try filter(result, from: start)
      } else if current.isWord("is") {
        result = try test(result, from: start)
      } else if current.kind == .leftParenthesis {
        result = try add(.call(result, try arguments()), from: start)
      } else {
        return result
      }
    }
  }

  /// The filters of a filter block or block `set`, the first one without its `|`.
  mutating func filterChain() throws(SyntaxError) -> ID {
    let start = current.range.lowerBound
    var result = try filter(try captured(), from: start)
    while skip(.pipe) { result = try filter(result, from: start) }
    return result
  }

  private mutating func filter(_ operand: ID, from start: Int) throws(SyntaxError) -> ID {
    let function = try namedFunction()
    return try add(.filter(operand, function), from: start)
  }

  private mutating func namedFunction() throws(SyntaxError) -> ExpressionTree.NamedFunction {
    let nameStart = current.range.lowerBound
    var name = try expectWordOfAnyKind()
    while skip(.dot) { name += "." + (try expectWordOfAnyKind()) }
    let range = (nameStart - base)..<(previous.range.upperBound - base)
    let arguments = current.kind == .leftParenthesis ? try arguments() : ExpressionTree.CallArguments()
    return ExpressionTree.NamedFunction(name: name, nameRange: range, arguments: arguments)
  }

  private mutating func test(_ operand: ID, from start: Int) throws(SyntaxError) -> ID {
    advance()
    let isNegated = skipWord("not")
    var function = try namedFunction()
    if function.arguments.isEmpty, startsTestArgument {
      if current.isWord("is") { throw SyntaxError(range: current.range, message: .chainedTests) }
      try enter()
      defer { leave() }
      let argument = try postfix(try primary())
      function = ExpressionTree.NamedFunction(
        name: function.name, nameRange: function.nameRange,
        arguments: ExpressionTree.CallArguments(positional: [argument]))
    }
    let result = try add(.test(operand, function), from: start)
    return isNegated ? try add(.not(result), from: start) : result
  }

  /// Whether a test's argument without parentheses stands here: `x is divisibleby 3`.
  private var startsTestArgument: Bool {
    switch current.kind {
    case .name: current.text == "is" || !Keywords.operators.contains(current.text)
    case .string, .integer, .decimal, .leftBracket, .leftBrace: true
    default: false
    }
  }
}
