import Diagnostics

extension Compiler {
  /// Emits nodes in order.
  mutating func body(_ nodes: [TemplateNode]) {
    for node in nodes {
      switch node {
      case .item(let item): self.item(item)
      case .block(let block): self.block(block)
      }
    }
  }

  private mutating func item(_ item: TemplateItem) {
    switch item {
    case .literal(let index): emit(.literal, Int32(index))
    case .mark(let index): emit(.mark, Int32(index))
    case .value(let number, let site):
      tag = tags[number]
      switch tag.statement {
      case .output(let id), .cell(_, let id?), .list(_, let id?): recovering { $0.output(id, site) }
      default: break
      }
    case .statement(let number, let site):
      tag = tags[number]
      statement(site)
    }
  }

  private mutating func output(_ id: ID, _ site: Int) {
    if let (path, reference) = path(of: id) {
      note(.printed, reference.map { .node($0) })
      emit(.printPath, path, Int32(site), at: id)
    } else if let variable = slot(of: id) {
      note(.printed, scopes[variable].reference.map { .node($0) })
      emit(.printSlot, scopes[variable].slot, Int32(site), at: id)
    } else if case .member(let operand, let name) = tag.tree[id], loop(operand) == nil,
      let variable = slot(of: operand)
    {
      if let node = scopes[variable].reference {
        note(.printed, .node(references.member(of: node, name, origin: tag.origin)))
      }
      emit(
        .printSlotMember, scopes[variable].slot, pools.member(name, text: source(of: id)), Int32(site), at: id
      )
    } else {
      note(.printed, expression(id))
      emit(.print, Int32(site), at: id)
    }
  }

  private mutating func statement(_ site: Int) {
    switch tag.statement {
    case .set(let target, let value): set(target, value)
    case .doExpression(let id):
      recovering {
        $0.expression(id)
        $0.emit(.pop)
      }
    case .breakLoop, .continueLoop: jumpOut()
    case .include(let name, let ignoresMissing, let withContext):
      include(name, ignoresMissing: ignoresMissing, withContext: withContext, site)
    case .importTemplate(let template, let name, let withContext):
      importTemplate(template, [(nil, name)], withContext: withContext)
    case .fromImport(let template, let names, let withContext):
      importTemplate(template, names.map { ($0.name, $0.alias) }, withContext: withContext)
    default: break
    }
  }

  private mutating func jumpOut() {
    var captures = 0
    for surrounding in surroundings.reversed() {
      switch surrounding {
      case .capture: captures += 1
      case .function: return fault(.jumpOutsideLoop)
      case .loop(let next, let end):
        for _ in 0..<captures { emit(.dropCapture) }
        if case .breakLoop = tag.statement { emit(.jump, end.number) } else { emit(.jump, next.number) }
        return
      }
    }
    fault(.jumpOutsideLoop)
  }

  // MARK: Assignments

  private mutating func set(_ target: Statement.Target, _ value: ID) {
    let failed = newLabel()
    let end = newLabel()
    var reference: Reference?
    recovering(at: failed) { compiler in
      reference = compiler.expression(value)
      compiler.store(target, reference)
    }
    afterStore(target, failed: failed, end: end)
  }

  /// Emits what a failed assignment does: its names can't be used, and say nothing about it.
  mutating func afterStore(_ target: Statement.Target, failed: Label, end: Label) {
    emit(.jump, end.number)
    set(failed)
    var names: [(name: String, isCertain: Bool)] = []
    StoredNames.names(of: target, true, &names)
    for (name, _) in names {
      if case .variable(let variable, 0) = scopes.find(name, from: scopes.current) {
        emit(.poison, scopes[variable].slot)
      }
    }
    set(end)
  }

  /// Emits the assignment of the top of the stack.
  mutating func store(_ target: Statement.Target, _ reference: Reference?) {
    switch target {
    case .name(let name):
      guard case .variable(let variable, 0) = scopes.find(name, from: scopes.current) else { return }
      emit(.storeSlot, scopes[variable].slot)
      scopes.assign(variable)
      if case .node(let node)? = reference {
        scopes[variable].reference = node
      } else {
        scopes[variable].reference = nil
      }
    case .member(let object, let member, let range): storeMember(object, member, range)
    case .tuple(let targets, _):
      emit(.unpack, 0, Int32(targets.count))
      for (number, inner) in targets.enumerated() {
        var part: Reference?
        if case .pair(let node)? = reference, targets.count == 2, number == 1 {
          part = .node(references.member(of: node, "*", origin: tag.origin))
        }
        store(inner, part)
      }
    }
  }

  private mutating func storeMember(_ object: String, _ member: String, _ range: Range<Int>) {
    switch find(object) {
    case .variable(let variable, let hops):
      if hops == 0 {
        emit(.loadSlot, scopes[variable].slot)
      } else {
        emit(.loadOuter, hops, scopes[variable].slot)
      }
    default: return fault(.notANamespace(object), at: range)
    }
    emit(.storeMember, pools.constant(.string(member)))
  }

  // MARK: Blocks

  private mutating func block(_ block: TemplateBlock) {
    tag = tags[block.tag]
    switch tag.statement {
    case .ifBranch: branches(block)
    case .forLoop: forLoop(block)
    case .with(let assignments): with(block, assignments)
    case .macro(let name, let parameters): macro(block, name, parameters)
    case .callBlock(let parameters, let call): callBlock(block, parameters, call)
    case .filterBlock(let chain):
      if block.site < 0 { fault(.blockCannotStandHere("filter")) }
      recovering { compiler in
        compiler.captured(block.branches[0].nodes)
        compiler.tag = compiler.tags[block.tag]
        compiler.expression(chain)
        compiler.emit(.print, Int32(block.site), at: chain)
      }
    case .setBlock(let target, let chain):
      let failed = newLabel()
      let end = newLabel()
      recovering(at: failed) { compiler in
        compiler.captured(block.branches[0].nodes)
        compiler.tag = compiler.tags[block.tag]
        compiler.expression(chain)
        compiler.store(target, nil)
      }
      afterStore(target, failed: failed, end: end)
    case .autoescape:
      enterScope(function: function, storing: block.branches[0].nodes)
      body(block.branches[0].nodes)
      leaveScope()
    default: break
    }
  }

  /// Emits a body whose output is captured.
  private mutating func captured(_ nodes: [TemplateNode]) {
    emit(.beginCapture)
    surroundings.append(.capture)
    enterScope(function: function, storing: nodes)
    body(nodes)
    leaveScope()
    surroundings.removeLast()
    emit(.endCapture)
  }

  private mutating func branches(_ block: TemplateBlock) {
    let end = newLabel()
    var assigned: [Int: Int] = [:]
    // Whatever follows the first test may not be come to.
    var depth = 0
    var hasElse = false
    for branch in block.branches {
      tag = tags[branch.tag]
      let next = newLabel()
      switch tag.statement {
      case .ifBranch(let test), .elifBranch(let test):
        recovering(at: next) { compiler in
          compiler.note(.condition, compiler.defined(test))
          compiler.emit(.jumpIfFalse, next.number, at: test)
        }
      default: hasElse = true
      }
      let mark = scopes.mark
      references.conditions += 1
      depth += 1
      body(branch.nodes)
      for variable in scopes.takeBack(to: mark) { assigned[variable, default: 0] += 1 }
      emit(.jump, end.number)
      set(next)
    }
    set(end)
    references.conditions -= depth
    guard hasElse else { return }
    for variable in assigned.keys.sorted() where assigned[variable] == block.branches.count {
      scopes.assign(variable)
    }
  }

  private mutating func with(_ block: TemplateBlock, _ assignments: [(target: Statement.Target, value: ID)]) {
    let outer = scopes.current
    enterScope(function: function, storing: block.branches[0].nodes)
    let inner = scopes.current
    for (target, value) in assignments {
      var names: [(name: String, isCertain: Bool)] = []
      StoredNames.names(of: target, true, &names)
      let failed = newLabel()
      let end = newLabel()
      recovering(at: failed) { compiler in
        // Values are those of the scope around, even for names assigned to just before.
        compiler.scopes.current = outer
        let reference = compiler.expression(value)
        compiler.scopes.current = inner
        for (name, _) in names {
          let variable = compiler.declare(name, isAssigned: true)
          compiler.scopes.assign(variable)
        }
        compiler.store(target, reference)
      }
      afterStore(target, failed: failed, end: end)
    }
    body(block.branches[0].nodes)
    leaveScope()
  }
}
