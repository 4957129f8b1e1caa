import Diagnostics

extension Compiler {
  mutating func forLoop(_ block: TemplateBlock) {
    guard case .forLoop(let target, let iterable, let condition, let isRecursive) = tag.statement else {
      return
    }
    let header = Int32(loops.count)
    loops.append(LoopHeader(text: source(of: iterable)))
    recovering { compiler in
      let isStreamed = compiler.isStreamed(iterable)
      if isStreamed {
        if condition != nil { compiler.fault(.streamedCondition) }
        if isRecursive { compiler.fault(.streamedRecursion) }
      }
      compiler.isLoopedOver = isStreamed
      let reference = compiler.defined(iterable)
      compiler.isLoopedOver = false
      if case .node(let node)? = reference { compiler.references.useAsList(node) }
      if isRecursive {
        compiler.recursiveLoop(block, header, target, condition, iterable, reference)
      } else {
        compiler.loop(block, header, target, condition, iterable, reference, recursive: nil)
      }
    }
  }

  /// Whether an expression is the name of a streamed list.
  private mutating func isStreamed(_ id: ID) -> Bool {
    guard case .name(let name) = tag.tree[id], environment.streamedNames.contains(name),
      case .nothing = find(name)
    else { return false }
    return true
  }

  /// Emits a loop over the top of the stack.
  private mutating func loop(
    _ block: TemplateBlock, _ header: Int32, _ target: Statement.Target, _ condition: ID?, _ iterable: ID,
    _ reference: Reference?, recursive: Int32?
  ) {
    let nothing = newLabel()
    let end = newLabel()
    let isStreamed = isStreamed(iterable)
    emit(.loopBegin, header, nothing.number, at: iterable)
    loopDepth += 1
    if let condition { filter(target, condition, reference, nothing) }
    let next = here()
    let after = newLabel()
    let mark = scopes.mark
    recovering(at: next) { compiler in
      compiler.scopes.enter(function: compiler.function)
      compiler.scopes.setLoop(compiler.loopDepth - 1, recursive: recursive, isStreamed: isStreamed)
      compiler.takeItem(.loopNext, target, reference, after)
      compiler.declareStores(of: block.branches[0].nodes)
      compiler.surroundings.append(.loop(next: next, end: after))
      compiler.body(block.branches[0].nodes)
      compiler.surroundings.removeLast()
      compiler.leaveScope()
      compiler.emit(.jump, next.number)
    }
    _ = scopes.takeBack(to: mark)
    set(after)
    emit(.loopEnd)
    loopDepth -= 1
    emit(.jump, end.number)
    set(nothing)
    if block.branches.count > 1 {
      tag = tags[block.branches[1].tag]
      enterScope(function: function, storing: block.branches[1].nodes)
      references.conditions += 1
      body(block.branches[1].nodes)
      references.conditions -= 1
      leaveScope()
    }
    set(end)
  }

  /// Emits the pass that asks for each item whether it stays.
  private mutating func filter(
    _ target: Statement.Target, _ condition: ID, _ reference: Reference?, _ nothing: Label
  ) {
    let next = here()
    let done = newLabel()
    scopes.enter(function: function)
    recovering(at: next) { compiler in
      compiler.takeItem(.filterNext, target, reference, done)
      compiler.defined(condition)
      compiler.emit(.filterKeep, at: condition)
      compiler.emit(.jump, next.number)
    }
    leaveScope()
    set(done)
    emit(.filterDone, nothing.number)
  }

  /// Emits the assignment of the next item to the target, whose names become variables of the current scope.
  private mutating func takeItem(
    _ operation: Instruction.Operation, _ target: Statement.Target, _ reference: Reference?, _ end: Label
  ) {
    let item = element(of: reference)
    if case .name(let name) = target {
      let variable = declare(name, isAssigned: true)
      if case .node(let node)? = item { scopes[variable].reference = node }
      emit(operation, scopes[variable].slot, end.number)
    } else {
      emit(operation, -1, end.number)
      storeParts(target, item)
    }
  }

  private mutating func storeParts(_ target: Statement.Target, _ reference: Reference?) {
    switch target {
    case .name(let name):
      let variable = declare(name, isAssigned: true)
      if case .node(let node)? = reference { scopes[variable].reference = node }
      emit(.storeSlot, scopes[variable].slot)
    case .member: break
    case .tuple(let targets, _):
      emit(.unpack, 0, Int32(targets.count))
      for (number, inner) in targets.enumerated() {
        var part: Reference?
        if case .pair(let node)? = reference, targets.count == 2, number == 1 {
          part = .node(references.member(of: node, "*", origin: tag.origin))
        }
        storeParts(inner, part)
      }
    }
  }

  /// Emits a loop as a function, which `loop(…)` enters again.
  private mutating func recursiveLoop(
    _ block: TemplateBlock, _ header: Int32, _ target: Statement.Target, _ condition: ID?, _ iterable: ID,
    _ reference: Reference?
  ) {
    let number = Int32(functions.count)
    functions.append(Function(name: "loop", kind: .loop))
    emit(.enterLoop, number, at: iterable)
    asFunction(number, storing: []) { compiler in
      compiler.loop(block, header, target, condition, iterable, reference, recursive: number)
    }
  }

  /// Emits a function's code, which is gone round.
  mutating func asFunction(
    _ number: Int32, storing nodes: [TemplateNode], _ body: (inout Compiler) -> Void
  ) {
    let after = newLabel()
    emit(.jump, after.number)
    if functions[Int(number)].kind != .loop { references.conditions += 1 }
    defer { if functions[Int(number)].kind != .loop { references.conditions -= 1 } }
    let leave = newLabel()
    functions[Int(number)].entry = Int32(nextInstruction)
    let outer = (function, loopDepth)
    (function, loopDepth) = (Int(number), 0)
    surroundings.append(.function)
    scopes.enter(function: Int(number))
    recovering(at: leave) { compiler in
      compiler.declareStores(of: nodes)
      body(&compiler)
    }
    leaveScope()
    set(leave)
    emit(.leave)
    surroundings.removeLast()
    (function, loopDepth) = outer
    set(after)
  }
}
