import Diagnostics

/// Parses the inside of `{% … %}`.
struct StatementParser {
  var expressions: ExpressionParser
  private let tokens: [Token]

  init(tokens: [Token], base: Int) {
    self.tokens = tokens
    expressions = ExpressionParser(tokens: tokens, base: base)
  }

  mutating func statement() throws(SyntaxError) -> Statement {
    let keyword = expressions.current
    if keyword.kind == .end { throw SyntaxError(range: keyword.range, message: .emptyTag) }
    guard keyword.kind == .name else {
      throw SyntaxError(range: keyword.range, message: .unknownStatement(keyword.shown))
    }
    expressions.advance()
    let result = try statement(keyword)
    try expressions.expectEnd()
    return result
  }

  private mutating func statement(_ keyword: Token) throws(SyntaxError) -> Statement {
    switch keyword.text {
    case "if": return .ifBranch(try expressions.tupleOrExpression(conditional: false))
    case "elif": return .elifBranch(try expressions.tupleOrExpression(conditional: false))
    case "else": return .elseBranch
    case "for": return try forLoop()
    case "set": return try set()
    case "with": return try with()
    case "macro": return .macro(name: try expressions.expectName(), try parameters())
    case "call": return try callBlock()
    case "filter": return .filterBlock(try expressions.filterChain())
    case "do": return .doExpression(try expressions.tupleOrExpression())
    case "break": return .breakLoop
    case "continue": return .continueLoop
    case "autoescape":
      _ = try expressions.expression()
      return .autoescape
    case "include": return try include()
    case "import": return try importTemplate()
    case "from": return try fromImport()
    case "cellbg": return .cell(.background, try expressions.tupleOrExpression())
    case "colspan": return .cell(.columnSpan, try expressions.tupleOrExpression())
    case "hm": return .cell(.horizontalMerge, try optionalExpression())
    case "vm": return .cell(.verticalMerge, try optionalExpression())
    case "list": return try list()
    default: return try end(keyword)
    }
  }

  /// `list restart` or `list continue`, perhaps with `if` and a condition.
  private mutating func list() throws(SyntaxError) -> Statement {
    let word = expressions.current
    guard word.kind == .name, let statement = ParsedTag.ListStatement(rawValue: word.text) else {
      throw expressions.unexpected(expecting: .sign("`restart`, `continue`"))
    }
    expressions.advance()
    return .list(statement, expressions.skipWord("if") ? try expressions.expression() : nil)
  }

  private mutating func optionalExpression() throws(SyntaxError) -> Statement.ID? {
    expressions.isAtEnd ? nil : try expressions.tupleOrExpression()
  }

  private func end(_ keyword: Token) throws(SyntaxError) -> Statement {
    if keyword.text.hasPrefix("end"), Keywords.blocks.contains(String(keyword.text.dropFirst(3))) {
      return .end(String(keyword.text.dropFirst(3)))
    }
    if keyword.text == "endraw" { throw SyntaxError(range: keyword.range, message: .strayTag("endraw")) }
    throw SyntaxError(
      range: keyword.range,
      message: Message.unsupportedStatements.contains(keyword.text)
        ? .unsupportedStatement(keyword.text) : .unknownStatement(keyword.text))
  }

  // MARK: Blocks

  private mutating func forLoop() throws(SyntaxError) -> Statement {
    let target = try target(before: "in", members: false)
    try expressions.expectWord("in")
    let iterable = try expressions.tupleOrExpression(conditional: false, before: "recursive")
    let condition = expressions.skipWord("if") ? try expressions.expression() : nil
    return .forLoop(
      target: target, iterable: iterable, condition: condition, isRecursive: expressions.skipWord("recursive")
    )
  }

  private mutating func set() throws(SyntaxError) -> Statement {
    let target = try target(before: nil, members: true)
    if expressions.skip(.assign) { return .set(target, try expressions.tupleOrExpression()) }
    if expressions.skip(.pipe) { return .setBlock(target, try expressions.filterChain()) }
    guard expressions.isAtEnd else { throw expressions.unexpected(expecting: .sign("`=`")) }
    return .setBlock(target, try expressions.captured())
  }

  private mutating func with() throws(SyntaxError) -> Statement {
    var assignments: [(target: Statement.Target, value: Statement.ID)] = []
    while !expressions.isAtEnd {
      if !assignments.isEmpty { try expressions.expect(.comma) }
      // Jinja2 reads `a, b = …` here as one target.
      let target = try target(before: nil, members: false)
      try expressions.expect(.assign)
      assignments.append((target, try expressions.expression()))
    }
    return .with(assignments)
  }

  private mutating func parameters() throws(SyntaxError) -> Statement.Parameters {
    var result = Statement.Parameters()
    var seen: Set<String> = []
    try expressions.expect(.leftParenthesis)
    while expressions.current.kind != .rightParenthesis {
      if !result.names.isEmpty { try expressions.expect(.comma) }
      let token = expressions.current
      let name = try expressions.expectName()
      guard seen.insert(name).inserted else {
        throw SyntaxError(range: token.range, message: .repeatedParameter(name))
      }
      if expressions.skip(.assign) {
        result.defaults.append(try expressions.expression())
      } else if !result.defaults.isEmpty {
        throw SyntaxError(range: token.range, message: .parameterWithoutDefault(name))
      }
      result.names.append(name)
    }
    try expressions.expect(.rightParenthesis)
    return result
  }

  private mutating func callBlock() throws(SyntaxError) -> Statement {
    let parameters =
      expressions.current.kind == .leftParenthesis ? try parameters() : Statement.Parameters()
    let start = expressions.current.range
    let call = try expressions.expression()
    guard case .call = expressions.tree[call] else {
      throw SyntaxError(range: start, message: .callExpected)
    }
    return .callBlock(parameters, call)
  }

  // MARK: Other templates

  private mutating func include() throws(SyntaxError) -> Statement {
    let template = try expressions.expression()
    let ignoresMissing = expressions.current.isWord("ignore") && expressions.following.isWord("missing")
    if ignoresMissing {
      expressions.advance()
      expressions.advance()
    }
    return .include(template, ignoresMissing: ignoresMissing, withContext: context() ?? true)
  }

  private mutating func importTemplate() throws(SyntaxError) -> Statement {
    let template = try expressions.expression()
    try expressions.expectWord("as")
    let name = try expressions.expectName()
    return .importTemplate(template, name: name, withContext: context() ?? false)
  }

  private mutating func fromImport() throws(SyntaxError) -> Statement {
    let template = try expressions.expression()
    try expressions.expectWord("import")
    var names: [(name: String, alias: String)] = []
    var withContext: Bool?
    repeat {
      if !names.isEmpty {
        withContext = context()
        if withContext != nil { break }
      }
      let name = try expressions.expectName()
      names.append((name, expressions.skipWord("as") ? try expressions.expectName() : name))
    } while expressions.skip(.comma)
    return .fromImport(template, names: names, withContext: withContext ?? context() ?? false)
  }

  /// `with context`, `without context` or neither.
  private mutating func context() -> Bool? {
    guard expressions.following.isWord("context") else { return nil }
    let isWith = expressions.current.isWord("with")
    guard isWith || expressions.current.isWord("without") else { return nil }
    expressions.advance()
    expressions.advance()
    return isWith
  }

  // MARK: Targets

  /// One target, or several with commas between.
  private mutating func target(before word: String?, members: Bool, depth: Int = 0) throws(SyntaxError)
    -> Statement.Target
  {
    let start = expressions.current.range.lowerBound
    let first = try singleTarget(members: members, depth: depth)
    guard expressions.current.kind == .comma else { return first }
    var targets = [first]
    while expressions.skip(.comma) {
      if expressions.current.kind == .rightParenthesis || expressions.current.kind == .assign
        || expressions.isAtEnd
      {
        break
      }
      if let word, expressions.current.isWord(word) { break }
      targets.append(try singleTarget(members: members, depth: depth))
    }
    let end = tokens[expressions.position - 1].range.upperBound
    return .tuple(targets, (start - expressions.base)..<(end - expressions.base))
  }

  private mutating func singleTarget(members: Bool, depth: Int) throws(SyntaxError) -> Statement.Target {
    let token = expressions.current
    if token.kind == .leftParenthesis {
      guard depth < 20 else { throw SyntaxError(range: token.range, message: .expressionTooDeep) }
      expressions.advance()
      let inner = try target(before: nil, members: members, depth: depth + 1)
      try expressions.expect(.rightParenthesis)
      return inner
    }
    guard token.kind == .name else {
      throw SyntaxError(range: token.range, message: .notAssignable(token.kind == .end ? nil : token.shown))
    }
    let name = try expressions.expectName()
    guard expressions.current.kind == .dot else { return .name(name) }
    guard members else {
      throw SyntaxError(range: expressions.current.range, message: .notAssignable("\(name)."))
    }
    expressions.advance()
    let last = expressions.current.range
    let member = try expressions.expectName()
    return .member(
      of: name, member, (token.range.lowerBound - expressions.base)..<(last.upperBound - expressions.base))
  }
}
