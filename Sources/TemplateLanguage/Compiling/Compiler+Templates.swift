import Diagnostics

extension Compiler {
  mutating func include(_ name: ID, ignoresMissing: Bool, withContext: Bool, _ site: Int) {
    if site < 0 { return fault(.blockCannotStandHere("include")) }
    guard look(at: name, ignoresMissing: ignoresMissing) else { return }
    recovering { compiler in
      compiler.expression(name)
      compiler.variables(withContext)
      compiler.emit(.include, Int32(site), (ignoresMissing ? 1 : 0) | (withContext ? 2 : 0), at: name)
    }
  }

  /// - Parameter names: what is imported, nil for the template itself, and what it is called here.
  mutating func importTemplate(
    _ template: ID, _ names: [(name: String?, alias: String)], withContext: Bool
  ) {
    guard look(at: template, ignoresMissing: false) else { return }
    let module = newSlot(in: function)
    for (number, name) in names.enumerated() {
      let target = Statement.Target.name(name.alias)
      let failed = newLabel()
      let end = newLabel()
      recovering(at: failed) { compiler in
        if number == 0 {
          compiler.expression(template)
          compiler.variables(withContext)
          compiler.emit(.importTemplate, 0, withContext ? 2 : 0, at: template)
          compiler.emit(.storeSlot, module)
        }
        compiler.emit(.loadSlot, module)
        if let exported = name.name {
          compiler.emit(.exported, compiler.pools.constant(.string(exported)))
        }
        compiler.store(target, nil)
      }
      afterStore(target, failed: failed, end: end)
    }
  }

  /// Looks at templates named outright, so that what is wrong with them is known before there is data.
  private mutating func look(at name: ID, ignoresMissing: Bool) -> Bool {
    guard let library = environment.library else {
      fault(.includeNeedsLoader)
      return false
    }
    let range = tag.tree.range(of: name)
    switch tag.tree[name] {
    case .constant(.string(let text)):
      guard let faults = library.faults(of: text, environment) else {
        if !ignoresMissing { fault(.noTemplate([text]), at: range) }
        return ignoresMissing
      }
      for message in faults { fault(message, at: range) }
      return faults.isEmpty
    case .constant:
      fault(.templateNameWanted, at: range)
      return false
    default: return true
    }
  }

  /// Pushes the variables that can be seen here as a mapping; an empty one unless they are wanted.
  private mutating func variables(_ areWanted: Bool) {
    var seen: Set<String> = []
    var count: Int32 = 0
    var scope = areWanted ? scopes.current : -1
    while scope >= 0 {
      for name in scopes.scopes[scope].variables.keys.sorted() where !seen.contains(name) {
        guard let variable = scopes.scopes[scope].variables[name],
          scopes[variable].isAssigned || !scopes[variable].isCertain,
          case .variable(let found, let hops) = find(name)
        else { continue }
        seen.insert(name)
        count += 1
        emit(.constant, pools.constant(.string(name)))
        if hops == 0 {
          emit(.loadSlot, scopes[found].slot)
        } else {
          emit(.loadOuter, hops, scopes[found].slot)
        }
      }
      scope = scopes.scopes[scope].parent
    }
    if areWanted, case .loop(let number, _, let hops) = scopes.find("loop", from: scopes.current) {
      count += 1
      emit(.constant, pools.constant(.string("loop")))
      emit(.loopValue, hops, number)
    }
    emit(.mapping, count)
  }
}
