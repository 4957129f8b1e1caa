/// Expressions with operators, by precedence.
extension ExpressionParser {
  /// The inside of `{{ … }}`.
  mutating func wholeOutput() throws(SyntaxError) -> ID {
    if isAtEnd { throw SyntaxError(range: current.range, message: .emptyTag) }
    let id = try tupleOrExpression()
    try expectEnd()
    return id
  }

  /// An expression, or several with commas between, which make a list.
  mutating func tupleOrExpression(conditional: Bool = true, before word: String? = nil) throws(SyntaxError)
    -> ID
  {
    let start = current.range.lowerBound
    let first = conditional ? try expression() : try binary(.or)
    guard current.kind == .comma else { return first }
    var elements = [first]
    while skip(.comma) {
      if isTupleEnd(before: word) { break }
      elements.append(conditional ? try expression() : try binary(.or))
    }
    return try add(.list(elements), from: start)
  }

  private func isTupleEnd(before word: String?) -> Bool {
    switch current.kind {
    case .end, .rightParenthesis: true
    case .name: word.map { current.text == $0 } ?? false
    default: false
    }
  }

  /// `a if b else c` and everything that binds tighter.
  mutating func expression() throws(SyntaxError) -> ID {
    try enter()
    defer { leave() }
    var result = try binary(.or)
    while current.isWord("if") {
      let start = start(of: result)
      advance()
      let test = try binary(.or)
      let otherwise = skipWord("else") ? try expression() : nil
      result = try add(.conditional(test: test, then: result, otherwise: otherwise), from: start)
    }
    return result
  }

  /// Everything below `if`, by precedence climbing; all operators are left-associative, as in Jinja2.
  mutating func binary(_ minimum: Precedence) throws(SyntaxError) -> ID {
    var left: ID
    if current.isWord("not"), minimum <= .not {
      let start = current.range.lowerBound
      try enter()
      defer { leave() }
      advance()
      left = try add(.not(try binary(.not)), from: start)
    } else {
      left = try unary(filters: true)
    }
    while let precedence = currentPrecedence, precedence >= minimum {
      let start = start(of: left)
      switch precedence {
      case .or, .and:
        advance()
        let right = try binary(precedence == .or ? .and : .not)
        left = try add(precedence == .or ? .or(left, right) : .and(left, right), from: start)
      case .comparison:
        var rest: [(operation: ComparisonOperator, operand: ID)] = []
        while let operation = takeComparison() { rest.append((operation, try binary(.sum))) }
        left = try add(.comparison(left, rest), from: start)
      default:
        guard let operation = current.kind.arithmetic,
          let tighter = Precedence(rawValue: precedence.rawValue + 1)
        else { return left }
        advance()
        left = try add(.binary(operation, left, try binary(tighter)), from: start)
      }
    }
    return left
  }

  enum Precedence: Int, Comparable {
    case or, and, not, comparison, sum, joining, product, power, unary

    static func < (left: Precedence, right: Precedence) -> Bool { left.rawValue < right.rawValue }
  }

  private var currentPrecedence: Precedence? {
    switch current.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual: .comparison
    case .plus, .minus: .sum
    case .tilde: .joining
    case .star, .slash, .doubleSlash, .percent: .product
    case .doubleStar: .power
    case .name:
      switch current.text {
      case "or": .or
      case "and": .and
      case "in": .comparison
      case "not": following.isWord("in") ? .comparison : nil
      default: nil
      }
    default: nil
    }
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    let operation: ComparisonOperator? =
      switch current.kind {
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      case .name:
        current.text == "in" ? .isIn : current.text == "not" && following.isWord("in") ? .isNotIn : nil
      default: nil
      }
    if operation == .isNotIn { advance() }
    if operation != nil { advance() }
    return operation
  }

  private mutating func unary(filters: Bool) throws(SyntaxError) -> ID {
    var result: ID
    let start = current.range.lowerBound
    if current.kind == .minus || current.kind == .plus {
      let isMinus = current.kind == .minus
      try enter()
      defer { leave() }
      advance()
      let operand = try unary(filters: false)
      result = try add(isMinus ? .negate(operand) : .plus(operand), from: start)
    } else {
      result = try primary()
    }
    result = try postfix(result)
    return filters ? try filtersAndTests(result) : result
  }
}
