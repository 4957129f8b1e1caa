/// A tag whose inside has been parsed.
public struct ParsedTag: Sendable {
  /// The host's number for the tag; faults carry it.
  public let origin: Int
  /// What the tag does to the blocks around it.
  public let role: Role

  package let statement: Statement
  package let tree: ExpressionTree
  /// The tag as it stands in the text, delimiters included.
  package private(set) var source: [UInt8]

  /// What a tag does to the blocks around it.
  public enum Role: Sendable, Hashable {
    /// `{{ … }}`: prints a value.
    case output
    /// A statement that stands alone, such as `set x = 1`.
    case single
    /// `for`, `if`, `macro` … : opens a block.
    case opens(String)
    /// `else`, `elif`: continues the innermost block.
    case continues(String)
    /// `endfor` …: closes the innermost block, which must be of the kind named (`for`).
    case closes(String)
    /// docxtpl's `cellbg`, `colspan`, `hm`, `vm`: the host sees to it; the expression, if any, is a value.
    case cell(CellStatement)
    /// `list restart`, `list continue`: the host sees to it; the condition, if any, is a value.
    case list(ListStatement)
  }

  /// Statements on the list whose paragraph or item holds them.
  public enum ListStatement: String, Sendable, Hashable {
    case restart
    case `continue`
  }

  /// docxtpl's statements on the cell that holds them.
  public enum CellStatement: Sendable, Hashable, CaseIterable {
    case background
    case columnSpan
    case horizontalMerge
    case verticalMerge
  }

  /// Whether the tag holds an expression whose value it prints or, as a `cell` tag, hands to the host.
  public var hasValue: Bool {
    switch statement {
    case .output: true
    case .cell(_, let expression), .list(_, let expression): expression != nil
    default: false
    }
  }

  /// Whether the tag opens a loop that may call itself: its body is then captured, like a macro's.
  public var isRecursiveLoop: Bool {
    if case .forLoop(_, _, _, let isRecursive) = statement { isRecursive } else { false }
  }

  /// Whether the tag leaves a round of the loop around it: `break`, `continue`.
  public var leavesRound: Bool {
    switch statement {
    case .breakLoop, .continueLoop: true
    default: false
    }
  }

  /// Whether the tag prints what another template makes.
  public var isInclude: Bool {
    if case .include = statement { true } else { false }
  }

  /// Parses the inside of a tag.
  ///
  /// - Parameters:
  ///   - text: the text the tag was found in, UTF-8.
  ///   - tag: an `output` or `statement` tag found there.
  ///   - origin: the host's number for the tag.
  /// - Returns: the tag, or everything wrong with it.
  public static func parse(_ text: [UInt8], _ tag: ScannedTag, origin: Int) -> Result<ParsedTag, FaultList> {
    do throws(SyntaxError) {
      let tokens = try Lexer.tokens(of: text, in: tag.body)
      var parser = StatementParser(tokens: tokens, base: tag.range.lowerBound)
      let statement =
        tag.kind == .output ? Statement.output(try parser.expressions.wholeOutput()) : try parser.statement()
      return .success(
        ParsedTag(
          origin: origin, role: statement.role, statement: statement, tree: parser.expressions.tree,
          source: Array(text[tag.range])))
    } catch {
      let base = tag.range.lowerBound
      let range = (error.range.lowerBound - base)..<(error.range.upperBound - base)
      return .failure(FaultList(faults: [Fault(origin: origin, range: range, message: error.message)]))
    }
  }

  /// A tag that prints an expression the host made up, such as `loop.first`; nil if it does not parse.
  public static func output(expression: String, origin: Int) -> ParsedTag? {
    let text = Array("{{\(expression)}}".utf8)
    let tag = ScannedTag(
      kind: .output, carrier: nil, range: 0..<text.count, body: 2..<(text.count - 2), trimsBefore: false,
      trimsAfter: false)
    return try? parse(text, tag, origin: origin).get()
  }

  /// The tag as one that stands in for another, which could not be parsed: messages name that one.
  public func standing(for source: [UInt8]) -> ParsedTag {
    var copy = self
    copy.source = source
    return copy
  }

  /// The tag's text, for messages that name it.
  var sourceText: String { String(decoding: source, as: UTF8.self) }
}

/// Everything wrong in one go.
public struct FaultList: Error, Sendable {
  /// In the order they were found in.
  public var faults: [Fault]

  /// Makes a list.
  public init(faults: [Fault]) { self.faults = faults }
}

extension Statement {
  fileprivate var role: ParsedTag.Role {
    switch self {
    case .output: .output
    case .cell(let statement, _): .cell(statement)
    case .list(let statement, _): .list(statement)
    case .ifBranch: .opens("if")
    case .elifBranch: .continues("elif")
    case .elseBranch: .continues("else")
    case .forLoop: .opens("for")
    case .setBlock: .opens("set")
    case .with: .opens("with")
    case .macro: .opens("macro")
    case .callBlock: .opens("call")
    case .filterBlock: .opens("filter")
    case .autoescape: .opens("autoescape")
    case .end(let keyword): .closes(keyword)
    case .set, .doExpression, .breakLoop, .continueLoop, .include, .importTemplate, .fromImport: .single
    }
  }
}
