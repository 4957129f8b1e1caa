/// What a tag says; expressions are nodes of the tag's tree.
package enum Statement: Sendable {
  package typealias ID = ExpressionTree.ID

  case output(ID)
  case cell(ParsedTag.CellStatement, ID?)
  case list(ParsedTag.ListStatement, ID?)
  case ifBranch(ID)
  case elifBranch(ID)
  case elseBranch
  case forLoop(target: Target, iterable: ID, condition: ID?, isRecursive: Bool)
  case set(Target, ID)
  /// `{% set x | upper %}`: the filters' result, in which `captured` stands for the block.
  case setBlock(Target, ID)
  case with([(target: Target, value: ID)])
  case macro(name: String, Parameters)
  /// `{% call(x) name() %}`
  case callBlock(Parameters, ID)
  case filterBlock(ID)
  case doExpression(ID)
  case breakLoop
  case continueLoop
  case autoescape
  case include(ID, ignoresMissing: Bool, withContext: Bool)
  case importTemplate(ID, name: String, withContext: Bool)
  case fromImport(ID, names: [(name: String, alias: String)], withContext: Bool)
  /// Closes a block; with the keyword that opened it.
  case end(String)

  /// What `for`, `set` and `with` assign to.
  package indirect enum Target: Sendable {
    case name(String)
    /// `namespace.member`
    case member(of: String, String, Range<Int>)
    case tuple([Target], Range<Int>)
  }

  /// The parameters of a macro or of a `call` block.
  package struct Parameters: Sendable {
    package var names: [String] = []
    /// The last parameters' default values.
    package var defaults: [ID] = []
  }
}
