import Diagnostics

extension Compiler {
  /// What data an expression's value is, for the list of data a template uses.
  enum Reference {
    case node(Int)
    /// A list of the pairs of key and value of a mapping.
    case pairs(of: Int)
    case pair(of: Int)
    /// A list of the values of a mapping.
    case values(of: Int)
  }

  /// Notes what a use says of the data that an expression's value is.
  mutating func note(_ hints: DataHints, _ reference: Reference?) {
    if case .node(let node)? = reference { references.note(hints, node) }
  }

  /// Emits what is come to only if a condition holds.
  private mutating func conditionally(_ id: ID) -> Reference? {
    references.conditions += 1
    defer { references.conditions -= 1 }
    return expression(id)
  }

  /// Emits an expression whose value must exist.
  @discardableResult
  mutating func defined(_ id: ID) -> Reference? {
    let reference = expression(id)
    if mayNotExist(id) { emit(.require, at: id) }
    return reference
  }

  private func mayNotExist(_ id: ID) -> Bool {
    switch tag.tree[id] {
    case .constant, .list, .mapping, .negate, .plus, .binary, .comparison, .not, .test, .slice, .captured:
      false
    case .name, .member, .item, .call, .filter, .and, .or, .conditional: true
    }
  }

  /// Emits an expression.
  @discardableResult
  mutating func expression(_ id: ID) -> Reference? {
    switch tag.tree[id] {
    case .constant(let value): emit(.constant, pools.constant(value), at: id)
    case .captured: break
    case .name(let name): return variable(name, id)
    case .member(let operand, let name): return member(id, operand, name)
    case .item(let operand, let key): return item(id, operand, key)
    case .slice(let operand, let from, let to, let step):
      let reference = defined(operand)
      var given: Int32 = 0
      for (bit, bound) in [from, to, step].enumerated() {
        guard let bound else { continue }
        defined(bound)
        given |= 1 << Int32(bit)
      }
      emit(.slice, given, at: id)
      return reference
    case .list(let elements):
      for element in elements { note(.whole, defined(element)) }
      emit(.list, Int32(elements.count), at: id)
    case .mapping(let pairs):
      for pair in pairs {
        defined(pair.key)
        note(.whole, defined(pair.value))
      }
      emit(.mapping, Int32(pairs.count), at: id)
    case .negate(let operand): unary(.negate, operand, id)
    case .plus(let operand): unary(.plus, operand, id)
    case .not(let operand): unary(.not, operand, id)
    case .binary(let operation, let left, let right):
      note(hints(operation, beside: right), defined(left))
      note(hints(operation, beside: left), defined(right))
      emit(.binary, Int32(operation.rawValue), at: id)
    case .comparison(let first, let rest): comparison(first, rest, id)
    case .and(let left, let right): shortCircuit(.jumpIfFalseElsePop, left, right)
    case .or(let left, let right): shortCircuit(.jumpIfTrueElsePop, left, right)
    case .conditional(let test, let then, let otherwise): return conditional(test, then, otherwise, id)
    case .call(let callee, let arguments): return call(id, callee, arguments)
    case .filter(let operand, let function): return filter(id, operand, function)
    case .test(let operand, let function): test(id, operand, function)
    }
    return nil
  }

  // MARK: Operators

  private mutating func unary(_ operation: Instruction.Operation, _ operand: ID, _ id: ID) {
    note(operation == .not ? .condition : .number, defined(operand))
    emit(operation, at: id)
  }

  /// What arithmetic says of an operand.
  private func hints(_ operation: BinaryOperator, beside other: ID) -> DataHints {
    switch (operation, tag.tree[other]) {
    case (.concatenate, _): .printed
    case (.add, .constant(.string)): .text
    case (.add, .constant), (.add, .binary): .number
    case (.add, _): []
    // `'%d' % x` formats whatever it is given, and `'-' * n` repeats.
    case (.modulo, .constant(.string)): .printed
    default: .number
    }
  }

  /// What a comparison says of an operand.
  private func hints(comparedWith other: ID) -> DataHints {
    switch tag.tree[other] {
    case .constant(.string): .text
    case .constant(.bool): .condition
    case .constant(.int), .constant(.decimal), .constant(.bigInt), .negate, .binary: .number
    default: []
    }
  }

  private mutating func shortCircuit(_ jump: Instruction.Operation, _ left: ID, _ right: ID) {
    let end = newLabel()
    note(.condition, defined(left))
    emit(jump, end.number, at: left)
    _ = conditionally(right)
    set(end)
  }

  private mutating func comparison(
    _ first: ID, _ rest: [(operation: ComparisonOperator, operand: ID)], _ id: ID
  ) {
    let end = newLabel()
    let reference = defined(first)
    if let (_, operand) = rest.first { note(hints(comparedWith: operand), reference) }
    for (number, (operation, operand)) in rest.enumerated() {
      let isContainer = operation == .isIn || operation == .isNotIn
      let before = number == 0 ? first : rest[number - 1].operand
      note(isContainer ? [] : hints(comparedWith: before), defined(operand))
      if number == rest.count - 1 {
        emit(.compare, Int32(operation.rawValue), at: id)
      } else {
        emit(.compareChained, Int32(operation.rawValue), end.number, at: id)
      }
    }
    set(end)
  }

  private mutating func conditional(_ test: ID, _ then: ID, _ otherwise: ID?, _ id: ID) -> Reference? {
    let elseLabel = newLabel()
    let end = newLabel()
    note(.condition, defined(test))
    emit(.jumpIfFalse, elseLabel.number, at: test)
    let reference = conditionally(then)
    emit(.jump, end.number, at: id)
    set(elseLabel)
    if let otherwise { _ = conditionally(otherwise) } else { emit(.noValue, at: id) }
    set(end)
    return reference
  }

  // MARK: Names and members

  private mutating func variable(_ name: String, _ id: ID) -> Reference? {
    switch find(name) {
    case .variable(let variable, let hops):
      let slot = scopes[variable].slot
      if hops == 0 { emit(.loadSlot, slot, at: id) } else { emit(.loadOuter, hops, slot, at: id) }
      return scopes[variable].reference.map { .node($0) }
    case .loop(let number, _, let hops):
      if scopes.isLoopStreamed { fault(.streamedLoop, at: tag.tree.range(of: id)) }
      emit(.loopValue, hops, number, at: id)
      return nil
    case .nothing:
      if name == "loop", !environment.isIncluded { fault(.loopOutsideLoop, at: tag.tree.range(of: id)) }
      let root = rootPath(name)
      emit(.loadPath, root.path, at: id)
      return root.reference.map { .node($0) }
    }
  }

  /// The data path an expression is, if it is one.
  mutating func path(of id: ID) -> (path: Int32, reference: Int?)? {
    switch tag.tree[id] {
    case .name(let name):
      guard name != "loop" || environment.isIncluded, case .nothing = find(name) else { return nil }
      return rootPath(name)
    case .member(let operand, let name):
      guard let parent = path(of: operand) else { return nil }
      let path = pools.path(parent.path, .string(name), isItem: false).number
      return (path, parent.reference.map { references.member(of: $0, name, origin: tag.origin) })
    case .item(let operand, let key):
      guard case .constant(let key) = tag.tree[key] else { return nil }
      switch key {
      case .string(let name):
        guard let parent = path(of: operand) else { return nil }
        let path = pools.path(parent.path, key, isItem: true).number
        return (path, parent.reference.map { references.member(of: $0, name, origin: tag.origin) })
      case .int:
        guard let parent = path(of: operand) else { return nil }
        let path = pools.path(parent.path, key, isItem: true).number
        return (path, parent.reference.map { references.element(of: $0, origin: tag.origin) })
      default: return nil
      }
    default: return nil
    }
  }

  /// The loop that `loop` means here.
  func loop(_ id: ID) -> (number: Int32, recursive: Int32?, hops: Int32)? {
    guard case .name("loop") = tag.tree[id],
      case .loop(let number, let recursive, let hops) = scopes.find("loop", from: scopes.current)
    else { return nil }
    return (number, recursive, hops)
  }

  /// The variable an expression is, if it is one of this function's.
  mutating func slot(of id: ID) -> Int? {
    guard case .name(let name) = tag.tree[id], case .variable(let variable, 0) = find(name) else {
      return nil
    }
    return variable
  }

  private mutating func member(_ id: ID, _ operand: ID, _ name: String) -> Reference? {
    if let loop = loop(operand) {
      guard let member = LoopMember(rawValue: name) else {
        fault(.unknownLoopMember(name), at: tag.tree.range(of: id))
        return nil
      }
      if member.needsAllItems, scopes.isLoopStreamed {
        fault(.streamedLoopMember(name), at: tag.tree.range(of: id))
      }
      emit(.loopMember, loop.hops, loop.number, member.number, at: id)
      return nil
    }
    if let (path, reference) = path(of: id) {
      emit(.loadPath, path, at: id)
      return reference.map { .node($0) }
    }
    let number = pools.member(name, text: source(of: id))
    if let variable = slot(of: operand) {
      emit(.slotMember, scopes[variable].slot, number, at: id)
      return scopes[variable].reference.map { .node(references.member(of: $0, name, origin: tag.origin)) }
    }
    let reference = expression(operand)
    emit(.member, number, at: id)
    guard case .node(let node)? = reference else { return nil }
    return .node(references.member(of: node, name, origin: tag.origin))
  }

  private mutating func item(_ id: ID, _ operand: ID, _ key: ID) -> Reference? {
    if loop(operand) != nil, case .constant(.string(let name)) = tag.tree[key] {
      return member(id, operand, name)
    }
    if let (path, reference) = path(of: id) {
      emit(.loadPath, path, at: id)
      return reference.map { .node($0) }
    }
    let reference = expression(operand)
    defined(key)
    emit(.item, pools.constant(.string(source(of: id))), at: id)
    guard case .node(let node)? = reference else { return nil }
    switch tag.tree[key] {
    case .constant(.string(let name)): return .node(references.member(of: node, name, origin: tag.origin))
    case .constant(.int): return .node(references.element(of: node, origin: tag.origin))
    default:
      references.note(.whole, node)
      return nil
    }
  }

  /// What a loop over `reference` yields.
  mutating func element(of reference: Reference?) -> Reference? {
    switch reference {
    case .node(let node): .node(references.element(of: node, origin: tag.origin))
    case .pairs(let node): .pair(of: node)
    case .values(let node): .node(references.member(of: node, "*", origin: tag.origin))
    case .pair, nil: nil
    }
  }
}
