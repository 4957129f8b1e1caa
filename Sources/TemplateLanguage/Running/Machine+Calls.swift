import Diagnostics
import OrderedCollections

extension Machine {
  /// Pops arguments.
  mutating func takeArguments(_ number: Int32) throws(ValueError) -> Arguments {
    let shape = code.pools.shapes[Int(number)]
    if shape.count == 0 { return Arguments() }
    let namedSpread = shape.hasNamedSpread ? stack.removeLast() : nil
    let spread = shape.hasSpread ? stack.removeLast() : nil
    let firstNamed = stack.count - shape.names.count
    let first = firstNamed - shape.positional
    var arguments = Arguments(positional: Array(stack[first..<firstNamed]))
    for (index, name) in shape.names.enumerated() {
      arguments.named.append((name, stack[firstNamed + index]))
    }
    stack.removeLast(stack.count - first)
    if let spread {
      if case .mapping = spread { throw ValueError(.spreadNeedsList) }
      arguments.positional += try Operators.elements(of: spread)
    }
    if let namedSpread {
      guard case .mapping(let mapping) = namedSpread else { throw ValueError(.spreadNeedsMapping) }
      for (key, value) in mapping.entries {
        guard case .string(let name) = key else { throw ValueError(.spreadNeedsMapping) }
        arguments.named.append((name, value))
      }
    }
    return arguments
  }

  mutating func callMethod<Output: TemplateOutput>(
    _ instruction: Instruction, _ output: inout Output
  ) throws(ValueError) {
    let arguments = try takeArguments(instruction.b)
    let owner = stack.removeLast()
    let name = code.pools.constants[Int(instruction.a)].printed
    switch owner {
    case .undefined(let unknown):
      try require(unknown)
      throw self.unknown(unknown)
    case .object(let object):
      if let member = object.member(name) { return try call(member, arguments, &output) }
    case .mapping(let mapping):
      if case .object(let object)? = mapping.lookup(name), object is MacroObject {
        return try call(.object(object), arguments, &output)
      }
      if case .object(let object)? = mapping.lookup(name), object is ModuleMacro {
        return try call(.object(object), arguments, &output)
      }
    default: break
    }
    stack.append(try Methods.call(name, on: owner, arguments, context))
  }

  mutating func callName<Output: TemplateOutput>(
    _ instruction: Instruction, _ output: inout Output
  ) throws(ValueError) {
    let arguments = try takeArguments(instruction.b)
    let callee = try path(Int(instruction.a))
    if case .undefined(let name) = callee {
      guard instruction.c >= 0 else {
        try require(name)
        throw unknown(name)
      }
      stack.append(try code.pools.natives[Int(instruction.c)].function.call(.none, arguments, context))
    } else {
      try call(callee, arguments, &output)
    }
  }

  mutating func call<Output: TemplateOutput>(
    _ callee: Value, _ arguments: Arguments, _ output: inout Output
  ) throws(ValueError) {
    if case .undefined(let name) = callee {
      try require(name)
      throw unknown(name)
    }
    guard case .object(let object) = callee else { throw ValueError(.notCallable(callee)) }
    if let macro = object as? MacroObject {
      try enter(macro, arguments, &output)
    } else if let macro = object as? ModuleMacro {
      try run(macro, arguments, &output)
    } else if let function = object as? any CallableObject {
      for argument in arguments.positional {
        if case .undefined(let name) = argument { try require(name) }
      }
      stack.append(try function.call(arguments))
    } else {
      throw ValueError(.notCallable(callee))
    }
  }

  // MARK: Functions

  mutating func pushMacro(_ number: Int32) {
    let function = code.functions[Int(number)]
    let frame = frames.count - 1
    stack.append(
      .object(
        MacroObject(
          function: number, frame: frame, serial: frames[frame].serial, name: function.name,
          parameters: function.parameters, takesMore: function.varargs >= 0,
          takesNames: function.kwargs >= 0, takesCaller: function.caller >= 0)))
  }

  mutating func enter<Output: TemplateOutput>(
    _ macro: MacroObject, _ arguments: Arguments, _ output: inout Output
  ) throws(ValueError) {
    guard macro.frame < frames.count, frames[macro.frame].serial == macro.serial else {
      throw ValueError(.macroOutOfScope)
    }
    let function = code.functions[Int(macro.function)]
    let given = try bind(arguments, to: function)
    output.beginCapture()
    captures += 1
    try enter(macro.function, outer: macro.frame, isCaptured: true, depth0: 0)
    for (slot, value) in given { slots[slotBase + Int(slot)] = value }
  }

  /// The values for a function's slots.
  private func bind(
    _ arguments: Arguments, to function: Function
  ) throws(ValueError) -> [(slot: Int32, value: Value)] {
    var given: [(slot: Int32, value: Value)] = []
    var isGiven = Set<String>()
    for (index, name) in function.parameters.enumerated() {
      if index < arguments.positional.count {
        given.append((Int32(index), arguments.positional[index]))
        isGiven.insert(name)
      } else {
        given.append(
          (Int32(index), .undefined(name: index < function.required ? name : Self.notGiven)))
      }
    }
    let surplus = arguments.positional.dropFirst(function.parameters.count)
    if function.varargs >= 0 {
      given.append((function.varargs, .list(Array(surplus))))
    } else if !surplus.isEmpty {
      throw ValueError(
        .tooManyArguments(
          function.name, takes: function.parameters.count, given: arguments.positional.count))
    }
    var more = Mapping()
    var caller = Value.undefined(name: "caller")
    for (name, value) in arguments.named {
      if let index = function.parameters.firstIndex(of: name) {
        guard isGiven.insert(name).inserted else { throw ValueError(.argumentTwice(function.name, name)) }
        given.append((Int32(index), value))
      } else if name == "caller" {
        guard function.caller >= 0 else { throw ValueError(.macroTakesNoCaller(function.name)) }
        caller = value
      } else if function.kwargs >= 0 {
        more[name] = value
      } else {
        throw ValueError(.unknownArgument(function.name, name, known: function.parameters))
      }
    }
    if function.kwargs >= 0 { given.append((function.kwargs, .mapping(more))) }
    if function.caller >= 0, !function.parameters.contains("caller") {
      given.append((function.caller, caller))
    }
    return given
  }

  mutating func enter(
    _ number: Int32, outer: Int, isCaptured: Bool, depth0: Int
  ) throws(ValueError) {
    let function = code.functions[Int(number)]
    serial += 1
    frames.append(
      Frame(
        function: number, serial: serial, outer: outer, returnAddress: address, slotBase: slots.count,
        loopBase: loops.count, stackBase: stack.count, isCaptured: isCaptured, depth0: depth0))
    slotBase = slots.count
    for _ in 0..<function.slotCount { slots.append(.none) }
    address = Int(function.entry)
    if !checkNesting() { throw over(.nestedTooDeeply(options.limits.nesting)) }
  }

  mutating func leaveFunction<Output: TemplateOutput>(_ output: inout Output) {
    guard let frame = frames.popLast(), let outer = frames.last else { return }
    address = frame.returnAddress
    slots.removeLast(slots.count - frame.slotBase)
    slotBase = outer.slotBase
    loops.removeLast(loops.count - frame.loopBase)
    if frame.isCaptured {
      captures -= 1
      stack.append(output.endCapture())
    }
  }
}
