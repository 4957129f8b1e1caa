import Diagnostics

@testable import TemplateLanguage

/// The only tag of `text`, parsed.
func parseTag(_ text: String, origin: Int = 0) -> Result<ParsedTag, FaultList> {
  let bytes = Array(text.utf8)
  var scanner = TagScanner()
  let (tags, faults) = scanner.scan(bytes)
  if let fault = faults.first {
    return .failure(FaultList(faults: [Fault(origin: origin, range: fault.range, message: fault.message)]))
  }
  guard let tag = tags.first else { return .failure(FaultList(faults: [])) }
  return ParsedTag.parse(bytes, tag, origin: origin)
}

/// The code of what is wrong in `text` and the stretch it names; nil if nothing is.
func faultOf(_ text: String) -> String? {
  guard case .failure(let list) = parseTag(text), let fault = list.faults.first else { return nil }
  let bytes = Array(text.utf8)
  return "\(fault.message.code): \(String(decoding: bytes[fault.range], as: UTF8.self))"
}

/// What `text` parses to, in parentheses.
func shape(_ text: String) -> String {
  switch parseTag(text) {
  case .success(let tag): tag.shape
  case .failure(let list): list.faults.map(\.message.code).joined(separator: " ")
  }
}

extension ParsedTag {
  var shape: String {
    switch statement {
    case .output(let id), .ifBranch(let id), .elifBranch(let id), .doExpression(let id), .filterBlock(let id):
      shape(id)
    case .cell(let kind, let id): "\(kind) \(id.map(shape) ?? "")"
    case .list(let kind, let id): "\(kind) \(id.map(shape) ?? "")"
    case .elseBranch, .breakLoop, .continueLoop, .autoescape: "\(statement)"
    case .forLoop(let target, let iterable, let condition, let isRecursive):
      "for \(shape(target)) in \(shape(iterable))" + (condition.map { " if \(shape($0))" } ?? "")
        + (isRecursive ? " recursive" : "")
    case .set(let target, let value): "set \(shape(target)) \(shape(value))"
    case .setBlock(let target, let value): "set \(shape(target)) { \(shape(value)) }"
    case .with(let assignments):
      "with " + assignments.map { "\(shape($0.target)) \(shape($0.value))" }.joined(separator: ", ")
    case .macro(let name, let parameters): "macro \(name) \(shape(parameters))"
    case .callBlock(let parameters, let call): "call \(shape(parameters)) \(shape(call))"
    case .end(let keyword): "end \(keyword)"
    case .include(let id, let ignoresMissing, let withContext):
      "include \(shape(id))\(ignoresMissing ? " ignore" : "")\(withContext ? " context" : "")"
    case .importTemplate(let id, let name, let withContext):
      "import \(shape(id)) \(name)\(withContext ? " context" : "")"
    case .fromImport(let id, let names, let withContext):
      "from \(shape(id)) \(names.map { "\($0.name) \($0.alias)" })\(withContext ? " context" : "")"
    }
  }

  private func shape(_ target: Statement.Target) -> String {
    switch target {
    case .name(let name): name
    case .member(let object, let name, _): "\(object).\(name)"
    case .tuple(let targets, _): "(" + targets.map { shape($0) }.joined(separator: " ") + ")"
    }
  }

  private func shape(_ parameters: Statement.Parameters) -> String {
    "(" + parameters.names.joined(separator: " ") + parameters.defaults.map { " = \(shape($0))" }.joined()
      + ")"
  }

  private func shape(_ arguments: ExpressionTree.CallArguments) -> String {
    (arguments.positional.map { " \(shape($0))" } + arguments.named.map { " \($0.name)=\(shape($0.value))" }
      + [
        arguments.spread.map { " *\(shape($0))" } ?? "",
        arguments.namedSpread.map { " **\(shape($0))" } ?? "",
      ])
      .joined()
  }

  private func shape(_ id: ExpressionTree.ID) -> String {
    switch tree[id] {
    case .constant(.string(let text)): "'\(text)'"
    case .constant(.none): "none"
    case .constant(.bool(let flag)): "\(flag)"
    case .constant(let value): value.printed
    case .name(let name): name
    case .captured: "captured"
    case .list(let elements): "[" + elements.map(shape).joined(separator: " ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\(shape($0.key)): \(shape($0.value))" }.joined(separator: " ") + "}"
    case .negate(let operand): "(neg \(shape(operand)))"
    case .plus(let operand): "(pos \(shape(operand)))"
    case .binary(let operation, let left, let right): "(\(operation.symbol) \(shape(left)) \(shape(right)))"
    case .comparison(let first, let rest):
      "(\(shape(first))" + rest.map { " \($0.operation.symbol) \(shape($0.operand))" }.joined() + ")"
    case .and(let left, let right): "(and \(shape(left)) \(shape(right)))"
    case .or(let left, let right): "(or \(shape(left)) \(shape(right)))"
    case .not(let operand): "(not \(shape(operand)))"
    case .conditional(let test, let then, let otherwise):
      "(if \(shape(test)) \(shape(then))\(otherwise.map { " \(shape($0))" } ?? ""))"
    case .member(let operand, let name): "\(shape(operand)).\(name)"
    case .item(let operand, let key): "\(shape(operand))[\(shape(key))]"
    case .slice(let operand, let from, let to, let step):
      "\(shape(operand))["
        + [from, to, step].map { $0.map(shape) ?? "" }.joined(separator: ":") + "]"
    case .call(let callee, let arguments): "(call \(shape(callee))\(shape(arguments)))"
    case .filter(let operand, let function):
      "(| \(shape(operand)) \(function.name)\(shape(function.arguments)))"
    case .test(let operand, let function):
      "(is \(shape(operand)) \(function.name)\(shape(function.arguments)))"
    }
  }
}
