/// Which names the tags of a scope assign to.
enum StoredNames {
  /// The names, in order, and whether each is assigned to outside of any `if`.
  static func of(_ nodes: [TemplateNode], _ tags: [ParsedTag]) -> [(name: String, isCertain: Bool)] {
    var found: [(name: String, isCertain: Bool)] = []
    collect(nodes, tags, isCertain: true, into: &found)
    let certain = Set(found.lazy.filter(\.isCertain).map(\.name))
    return found.map { ($0.name, certain.contains($0.name)) }
  }

  private static func collect(
    _ nodes: [TemplateNode], _ tags: [ParsedTag], isCertain: Bool,
    into found: inout [(name: String, isCertain: Bool)]
  ) {
    for node in nodes {
      switch node {
      case .item(.statement(let tag, _)):
        switch tags[tag].statement {
        case .set(let target, _): names(of: target, isCertain, &found)
        case .importTemplate(_, let name, _): found.append((name, isCertain))
        case .fromImport(_, let names, _): found += names.map { ($0.alias, isCertain) }
        default: break
        }
      case .item: break
      case .block(let block):
        switch tags[block.tag].statement {
        case .setBlock(let target, _): names(of: target, isCertain, &found)
        case .macro(let name, _): found.append((name, isCertain))
        case .ifBranch:
          for branch in block.branches { collect(branch.nodes, tags, isCertain: false, into: &found) }
        default: break
        }
      }
    }
  }

  static func names(
    of target: Statement.Target, _ isCertain: Bool, _ found: inout [(name: String, isCertain: Bool)]
  ) {
    switch target {
    case .name(let name): found.append((name, isCertain))
    case .member: break
    case .tuple(let targets, _): for target in targets { names(of: target, isCertain, &found) }
    }
  }
}
