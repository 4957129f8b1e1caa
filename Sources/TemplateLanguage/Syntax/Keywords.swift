/// Words with a meaning of their own inside expressions.
enum Keywords {
  static let constants: [String: Value] = [
    "true": .bool(true), "True": .bool(true), "false": .bool(false), "False": .bool(false), "none": .none,
    "None": .none,
  ]

  static let operators: Set<String> = ["and", "or", "not", "in", "is", "if", "else"]

  /// What can't be the name of a variable.
  static let reserved = operators.union(constants.keys)

  /// The keywords that begin a statement, for suggestions.
  static let statements = [
    "if", "elif", "else", "endif", "for", "endfor", "set", "endset", "with", "endwith", "macro", "endmacro",
    "call", "endcall", "filter", "endfilter", "raw", "endraw", "include", "import", "from", "break",
    "continue",
    "do", "autoescape", "endautoescape", "cellbg", "colspan", "hm", "vm", "list",
  ]

  /// The keywords of blocks, each closed by itself with `end` before it.
  static let blocks: Set<String> = ["if", "for", "set", "with", "macro", "call", "filter", "autoescape"]
}

/// What a parser wants to find.
enum Wanted: Equatable {
  case expression
  /// Something between two values, or nothing more.
  case operation
  case name
  case sign(String)
}

extension Token {
  /// The token as it is shown in a message.
  var shown: String {
    switch kind {
    case .name, .integer, .decimal: text
    case .string: "\"…\""
    default: kind.sign
    }
  }
}

extension Token.Kind {
  var sign: String {
    switch self {
    case .name, .integer, .decimal, .string, .end: ""
    case .plus: "+"
    case .minus: "-"
    case .star: "*"
    case .slash: "/"
    case .doubleSlash: "//"
    case .percent: "%"
    case .doubleStar: "**"
    case .tilde: "~"
    case .equal: "=="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .assign: "="
    case .pipe: "|"
    case .dot: "."
    case .comma: ","
    case .colon: ":"
    case .semicolon: ";"
    case .leftParenthesis: "("
    case .rightParenthesis: ")"
    case .leftBracket: "["
    case .rightBracket: "]"
    case .leftBrace: "{"
    case .rightBrace: "}"
    }
  }

  var arithmetic: BinaryOperator? {
    switch self {
    case .plus: .add
    case .minus: .subtract
    case .star: .multiply
    case .slash: .divide
    case .doubleSlash: .floorDivide
    case .percent: .modulo
    case .doubleStar: .power
    case .tilde: .concatenate
    default: nil
    }
  }
}
