import Diagnostics

/// Parses expressions by Jinja2's grammar; ranges it records count from `base`, the tag's first delimiter.
struct ExpressionParser {
  typealias ID = ExpressionTree.ID

  private(set) var tree = ExpressionTree()
  let base: Int
  private let tokens: [Token]
  private(set) var position = 0
  private var nesting = 0

  /// How deep parentheses, brackets, calls and unary operators may stand inside each other.
  static let deepest = 100

  init(tokens: [Token], base: Int) {
    self.tokens = tokens
    self.base = base
  }

  // MARK: Tokens

  var current: Token { tokens[position] }
  var following: Token { tokens[min(position + 1, tokens.count - 1)] }
  var isAtEnd: Bool { current.kind == .end }

  mutating func advance() {
    if position < tokens.count - 1 { position += 1 }
  }

  mutating func skip(_ kind: Token.Kind) -> Bool {
    guard current.kind == kind else { return false }
    advance()
    return true
  }

  mutating func skipWord(_ word: String) -> Bool {
    guard current.isWord(word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws(SyntaxError) {
    if !skip(kind) { throw unexpected(expecting: "`\(kind.sign)`") }
  }

  /// Takes the comma that separates what stands between brackets, which `end` closes.
  private mutating func expectComma(before end: Token.Kind) throws(SyntaxError) {
    if !skip(.comma) { throw unexpected(expecting: "`\(end.sign)`") }
  }

  mutating func expectWord(_ word: String) throws(SyntaxError) {
    if !skipWord(word) { throw unexpected(expecting: "`\(word)`") }
  }

  mutating func expectEnd() throws(SyntaxError) {
    guard !isAtEnd else { return }
    let beginsValue = [.name, .integer, .decimal, .string].contains(current.kind)
    throw unexpected(expecting: beginsValue ? .operation : nil)
  }

  /// A name that may be assigned to or called.
  mutating func expectName() throws(SyntaxError) -> String {
    let token = current
    guard token.kind == .name else { throw unexpected(expecting: .name) }
    guard !Keywords.reserved.contains(token.text) else {
      throw SyntaxError(range: token.range, message: .reservedName(token.text))
    }
    advance()
    return token.text
  }

  /// A word after `.`, `|` or `is`, where keywords are not special.
  private mutating func expectWordOfAnyKind() throws(SyntaxError) -> String {
    guard current.kind == .name else { throw unexpected(expecting: .name) }
    defer { advance() }
    return current.text
  }

  func unexpected(expecting wanted: Wanted?) -> SyntaxError {
    SyntaxError(
      range: current.kind == .end ? endRange : current.range,
      message: .unexpectedToken(current.kind == .end ? nil : current.shown, wanted: wanted))
  }

  private func unexpected(expecting sign: String) -> SyntaxError { unexpected(expecting: .sign(sign)) }

  /// What is missing is missing after the last token.
  private var endRange: Range<Int> {
    guard tokens.count > 1 else { return current.range }
    let last = tokens[tokens.count - 2].range
    return last.lowerBound..<max(last.upperBound, last.lowerBound)
  }

  // MARK: Nodes

  private mutating func add(_ node: ExpressionTree.Node, from start: Int) throws(SyntaxError) -> ID {
    let end = max(start, position > 0 ? tokens[position - 1].range.upperBound : start)
    guard let id = tree.add(node, (start - base)..<(end - base)) else {
      throw SyntaxError(range: start..<end, message: .expressionTooDeep)
    }
    return id
  }

  private func start(of id: ID) -> Int { tree.range(of: id).lowerBound + base }

  private mutating func enter() throws(SyntaxError) {
    nesting += 1
    if nesting > Self.deepest { throw SyntaxError(range: current.range, message: .expressionTooDeep) }
  }

  private mutating func leave() { nesting -= 1 }

  /// The leaf that stands for a block's captured content.
  mutating func captured() throws(SyntaxError) -> ID { try add(.captured, from: current.range.lowerBound) }

  // MARK: Grammar

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

  private mutating func primary() throws(SyntaxError) -> ID {
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
    tree.widen(inner, to: (start - base)..<(tokens[position - 1].range.upperBound - base))
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

  // MARK: What follows a value

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

  private mutating func constant(_ value: Value) throws(SyntaxError) -> ID {
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

  private mutating func arguments() throws(SyntaxError) -> ExpressionTree.CallArguments {
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

  // MARK: Filters and tests

  private mutating func filtersAndTests(_ operand: ID) throws(SyntaxError) -> ID {
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
    let range = (nameStart - base)..<(tokens[position - 1].range.upperBound - base)
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
