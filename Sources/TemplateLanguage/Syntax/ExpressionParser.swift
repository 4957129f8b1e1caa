/// Parses expressions by Jinja2's grammar; ranges it records count from `base`, the tag's first delimiter.
struct ExpressionParser {
  typealias ID = ExpressionTree.ID

  var tree = ExpressionTree()
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
  /// The token taken last.
  var previous: Token { tokens[position - 1] }
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
  mutating func expectComma(before end: Token.Kind) throws(SyntaxError) {
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
  mutating func expectWordOfAnyKind() throws(SyntaxError) -> String {
    guard current.kind == .name else { throw unexpected(expecting: .name) }
    defer { advance() }
    return current.text
  }

  func unexpected(expecting wanted: Wanted?) -> SyntaxError {
    SyntaxError(
      range: current.kind == .end ? endRange : current.range,
      message: .unexpectedToken(current.kind == .end ? nil : current.shown, wanted: wanted))
  }

  func unexpected(expecting sign: String) -> SyntaxError { unexpected(expecting: .sign(sign)) }

  /// What is missing is missing after the last token.
  var endRange: Range<Int> {
    guard tokens.count > 1 else { return current.range }
    let last = tokens[tokens.count - 2].range
    return last.lowerBound..<max(last.upperBound, last.lowerBound)
  }

  // MARK: Nodes

  mutating func add(_ node: ExpressionTree.Node, from start: Int) throws(SyntaxError) -> ID {
    let end = max(start, position > 0 ? tokens[position - 1].range.upperBound : start)
    guard let id = tree.add(node, (start - base)..<(end - base)) else {
      throw SyntaxError(range: start..<end, message: .expressionTooDeep)
    }
    return id
  }

  func start(of id: ID) -> Int { tree.range(of: id).lowerBound + base }

  mutating func enter() throws(SyntaxError) {
    nesting += 1
    if nesting > Self.deepest { throw SyntaxError(range: current.range, message: .expressionTooDeep) }
  }

  mutating func leave() { nesting -= 1 }

  /// The leaf that stands for a block's captured content.
  mutating func captured() throws(SyntaxError) -> ID { try add(.captured, from: current.range.lowerBound) }
}
