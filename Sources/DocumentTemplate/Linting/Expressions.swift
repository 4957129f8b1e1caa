import TemplateLanguage

extension ParsedTag {
  /// The names that the tag's expressions read.
  var readNames: Set<String> {
    var names: Set<String> = []
    for case .name(let name) in tree.nodes { names.insert(name) }
    return names
  }

  /// The expressions that decide something: conditions of statements and of inline `if`.
  var conditions: [ExpressionTree.ID] {
    var found: [ExpressionTree.ID] = []
    switch statement {
    case .ifBranch(let id), .elifBranch(let id): found.append(id)
    case .forLoop(_, _, let condition?, _): found.append(condition)
    default: break
    }
    for case .conditional(let test, _, _) in tree.nodes { found.append(test) }
    return found
  }

  /// The last name of an expression that is a name, a member or an item with a name as its key.
  func lastName(of id: ExpressionTree.ID) -> String? {
    switch tree[id] {
    case .name(let name), .member(_, let name): return name
    case .item(_, let key):
      if case .constant(.string(let name)) = tree[key] { return name }
      return nil
    default: return nil
    }
  }
}

extension Statement.Target {
  /// The names assigned to.
  var names: [String] {
    switch self {
    case .name(let name): [name]
    case .member: []
    case .tuple(let targets, _): targets.flatMap(\.names)
    }
  }
}

extension ExpressionTree {
  /// The numbers of all nodes.
  var ids: Range<ID> { 0..<ID(nodes.count) }

  /// The constant that a node is.
  func constant(_ id: ID) -> Value? {
    if case .constant(let value) = self[id] { value } else { nil }
  }
}
