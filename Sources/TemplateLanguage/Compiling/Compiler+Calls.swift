import Diagnostics

extension Compiler {
  /// Emits arguments and returns their shape's number. Arguments of a function that has an answer for what does
  /// not exist need not exist.
  private mutating func arguments(
    _ arguments: ExpressionTree.CallArguments, mayNotExist: Bool = false, caller: Int32? = nil
  ) -> Int32 {
    var shape = CallShape()
    for id in arguments.positional {
      note(.whole, mayNotExist ? expression(id) : defined(id))
    }
    shape.positional = arguments.positional.count
    for (name, id) in arguments.named {
      note(.whole, mayNotExist ? expression(id) : defined(id))
      shape.names.append(name)
    }
    if let caller {
      emit(.macro, caller)
      shape.names.append("caller")
    }
    if let spread = arguments.spread {
      defined(spread)
      shape.hasSpread = true
    }
    if let spread = arguments.namedSpread {
      defined(spread)
      shape.hasNamedSpread = true
    }
    return pools.shape(shape)
  }

  private mutating func check(
    _ function: NativeFunction, _ arguments: ExpressionTree.CallArguments, _ range: Range<Int>
  ) {
    if let problem = function.problem(with: arguments) { fault(problem, at: range) }
  }

  // MARK: Filters and tests

  /// Emits what a filter or test is used on.
  private mutating func operandReference(_ operand: ID, _ native: NativeFunction) -> Reference? {
    guard native.acceptsUndefined else { return defined(operand) }
    let outer = references.mayNotExist
    references.mayNotExist = true
    defer { references.mayNotExist = outer }
    return expression(operand)
  }

  mutating func filter(_ id: ID, _ operand: ID, _ function: ExpressionTree.NamedFunction) -> Reference? {
    guard let native = environment.filter(function.name) else {
      fault(.unknownFilter(function.name, environment.filterNames), at: function.nameRange)
      expression(operand)
      return nil
    }
    check(native, function.arguments, function.nameRange)
    let reference = operandReference(operand, native)
    note(.filter(function.name), reference)
    let shape = arguments(function.arguments, mayNotExist: native.acceptsUndefined)
    let text = pools.constant(.string(source(of: id)))
    emit(.filter, pools.native(.filter, native, name: function.name), shape, text, at: id)
    return filtered(reference, function)
  }

  mutating func test(_ id: ID, _ operand: ID, _ function: ExpressionTree.NamedFunction) {
    guard let native = environment.test(function.name) else {
      fault(.unknownTest(function.name, environment.testNames), at: function.nameRange)
      expression(operand)
      return
    }
    check(native, function.arguments, function.nameRange)
    note(.test(function.name), operandReference(operand, native))
    let shape = arguments(function.arguments, mayNotExist: native.acceptsUndefined)
    emit(.test, pools.native(.test, native, name: function.name), shape, at: id)
  }

  /// What data comes out of a filter.
  private mutating func filtered(
    _ reference: Reference?, _ function: ExpressionTree.NamedFunction
  ) -> Reference? {
    guard case .node(let node)? = reference else { return nil }
    switch function.name {
    case "default", "d": return reference
    case "items", "dictsort": return .pairs(of: node)
    case "list", "reverse", "unique", "select", "reject":
      references.useAsList(node)
      return reference
    case "sort", "selectattr", "rejectattr", "groupby", "map", "sum":
      references.useAsList(node)
      useAttribute(of: node, function)
      return function.name == "groupby" || function.name == "map" || function.name == "sum" ? nil : reference
    case "first", "last", "random", "min", "max": return element(of: reference)
    case "length", "count", "join", "batch", "slice":
      references.useAsList(node)
      return nil
    default: return nil
    }
  }

  /// `sort(attribute='a.b')`, `selectattr('a.b')`: the items' members.
  private mutating func useAttribute(of node: Int, _ function: ExpressionTree.NamedFunction) {
    let named = function.arguments.named.first { $0.name == "attribute" }?.value
    let isPositional = function.name.hasSuffix("attr") || function.name == "groupby" || function.name == "sum"
    guard let id = named ?? (isPositional ? function.arguments.positional.first : nil),
      case .constant(.string(let path)) = tag.tree[id]
    else { return }
    var inner = references.element(of: node, origin: tag.origin)
    for name in path.split(separator: ".") {
      inner = references.member(of: inner, String(name), origin: tag.origin)
    }
  }

  // MARK: Calls

  /// Emits a call; `caller` is the function of a `call` block's body.
  mutating func call(
    _ id: ID, _ callee: ID, _ arguments: ExpressionTree.CallArguments, caller: Int32? = nil
  ) -> Reference? {
    if let loop = loop(callee) {
      callLoop(id, loop, arguments)
      return nil
    }
    switch tag.tree[callee] {
    case .member(let operand, let name):
      if let loop = loop(operand), name == "cycle" || name == "changed" {
        loopMethod(id, name, loop, arguments)
        return nil
      }
      let reference = defined(operand)
      let shape = self.arguments(arguments, caller: caller)
      note(.method(name), reference)
      emit(.callMethod, pools.constant(.string(name)), shape, at: id)
      guard case .node(let node)? = reference else { return nil }
      return name == "items" ? .pairs(of: node) : name == "values" ? .values(of: node) : nil
    case .name(let name):
      if case .nothing = find(name) {
        let root = rootPath(name, isCalled: true)
        var native: Int32 = -1
        if let function = environment.global(name) {
          check(function, arguments, tag.tree.range(of: id))
          native = pools.native(.global, function, name: name)
        }
        let shape = self.arguments(arguments, caller: caller)
        emit(.callName, root.path, shape, native, at: id)
        return nil
      }
    default: break
    }
    defined(callee)
    // A macro can be given what does not exist, as long as it does not use it.
    let shape = self.arguments(arguments, mayNotExist: true, caller: caller)
    emit(.call, 0, shape, at: id)
    return nil
  }

  private mutating func callLoop(
    _ id: ID, _ loop: (number: Int32, recursive: Int32?, hops: Int32),
    _ arguments: ExpressionTree.CallArguments
  ) {
    guard loop.recursive != nil else { return fault(.loopNotRecursive, at: tag.tree.range(of: id)) }
    guard arguments.positional.count == 1, arguments.named.isEmpty, arguments.spread == nil,
      arguments.namedSpread == nil
    else { return fault(.loopCallArguments, at: tag.tree.range(of: id)) }
    defined(arguments.positional[0])
    emit(.callLoop, loop.hops, at: id)
  }

  private mutating func loopMethod(
    _ id: ID, _ name: String, _ loop: (number: Int32, recursive: Int32?, hops: Int32),
    _ arguments: ExpressionTree.CallArguments
  ) {
    guard arguments.named.isEmpty, arguments.spread == nil, arguments.namedSpread == nil,
      name == "changed" || !arguments.positional.isEmpty
    else { return fault(.loopCallArguments, at: tag.tree.range(of: id)) }
    for argument in arguments.positional { expression(argument) }
    emit(
      name == "cycle" ? .loopCycle : .loopChanged, loop.hops, loop.number, Int32(arguments.positional.count),
      at: id)
  }
}
