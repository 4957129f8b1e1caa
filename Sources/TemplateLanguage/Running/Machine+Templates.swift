import Diagnostics
import Synchronization

extension Machine {
  private static let serials = Atomic<Int>(0)

  /// The first serial number of a run; runs have a million each before they come near those of another.
  static func newSerial() -> Int { serials.add(1 << 20, ordering: .relaxed).newValue }

  mutating func include<Output: TemplateOutput>(
    _ instruction: Instruction, _ output: inout Output
  ) throws(ValueError) {
    let data = takeVariables(instruction)
    let names = try takeNames()
    guard let template = try find(names) else {
      if instruction.b & 1 != 0 { return }
      throw ValueError(.noTemplate(names))
    }
    let options = try inner(names, output.byteCount)
    switch template {
    case .text(let text):
      var written = TextOutput(literals: text.literals)
      var machine = Machine(text.program.code, data, options)
      machine.execute(&written)
      try take(machine, text)
      try print(.string(String(decoding: written.bytes, as: UTF8.self)), Int(instruction.a), &output)
    case .document(let document):
      switch document.render(data, options: options) {
      case .success(let value): try print(value, Int(instruction.a), &output)
      case .failure(let list): try fail(list.messages)
      }
    }
  }

  mutating func importTemplate(_ instruction: Instruction) throws(ValueError) {
    let data = takeVariables(instruction)
    let names = try takeNames()
    guard let template = try find(names) else { throw ValueError(.noTemplate(names)) }
    guard case .text(let text) = template else { throw ValueError(.documentImported(names[0])) }
    var machine = Machine(text.program.code, data, try inner(names, 0))
    // What is never assigned is not defined.
    for slot in machine.slots.indices { machine.slots[slot] = Self.noValue }
    let serial = machine.serial
    var output = TextOutput(literals: text.literals)
    machine.execute(&output)
    try take(machine, text)
    let module = TemplateModule(text, data: data, slots: machine.slots, serial: serial)
    stack.append(.object(ModuleObject(module: module)))
  }

  mutating func takeExported(_ instruction: Instruction) throws(ValueError) {
    let name = code.pools.constants[Int(instruction.a)].printed
    guard case .object(let object)? = stack.popLast(), let module = (object as? ModuleObject)?.module else {
      throw ValueError(.reported)
    }
    guard let value = module.exported(name) else {
      let nearest = Suggestion.nearest(to: name, in: module.names)
      throw ValueError(.notExported(name, by: module.template.name, nearest: nearest))
    }
    stack.append(value)
  }

  /// Runs a macro of another template, which writes text.
  mutating func run<Output: TemplateOutput>(
    _ imported: ModuleMacro, _ arguments: Arguments, _ output: inout Output
  ) throws(ValueError) {
    var arguments = arguments
    for (index, argument) in arguments.named.enumerated() where argument.name == "caller" {
      guard case .object(let object) = argument.value, let caller = object as? MacroObject else { continue }
      arguments.named[index].value = .object(WrittenCaller(content: try callNow(caller, &output)))
    }
    let (module, text) = (imported.module, imported.module.template)
    let options = try inner([text.name], output.byteCount)
    var machine = Machine(text.program.code, module.data, options, serial: module.serial)
    machine.slots = module.slots
    machine.address = text.program.code.instructions.count - 1
    var written = TextOutput(literals: text.literals)
    do throws(ValueError) {
      try machine.enter(imported.macro, arguments, &written)
    } catch {
      // What is wrong with the arguments is the caller's fault.
      throw error
    }
    machine.runToHalt(&written)
    let result = machine.stack.last ?? .none
    try take(machine, text)
    stack.append(result)
  }

  /// Carries out a macro of this run at once.
  private mutating func callNow<Output: TemplateOutput>(
    _ macro: MacroObject, _ output: inout Output
  ) throws(ValueError) -> Value {
    let back = address
    let height = stack.count
    address = code.instructions.count - 1
    try enter(macro, Arguments(), &output)
    runToHalt(&output)
    address = back
    guard !isOver, stack.count > height else { throw ValueError(.reported) }
    return stack.removeLast()
  }

  // MARK: What other templates get

  /// The data and the variables around; macros can't leave the run they were defined in.
  private mutating func takeVariables(_ instruction: Instruction) -> Mapping {
    guard case .mapping(let variables)? = stack.popLast(), instruction.b & 2 != 0 else { return Mapping() }
    var all = data
    for (name, value) in variables where !value.isUndefined {
      if case .object(let object) = value, object is MacroObject { continue }
      all[name] = value
    }
    return all
  }

  private mutating func takeNames() throws(ValueError) -> [String] {
    let value = stack.removeLast()
    switch value {
    case .string(let name): return [name]
    case .undefined(let name): try require(name)
    case .list(let items):
      var names: [String] = []
      for item in items {
        guard case .string(let name) = item else { throw ValueError(.templateNameWanted) }
        names.append(name)
      }
      if !names.isEmpty { return names }
    default: break
    }
    throw ValueError(.templateNameWanted)
  }

  /// The first of the templates that there is.
  private mutating func find(_ names: [String]) throws(ValueError) -> TemplateLibrary.Template? {
    guard let library = code.environment.library else { throw ValueError(.includeNeedsLoader) }
    for name in names {
      switch library.template(name, code.environment) {
      case nil: continue
      case .success(let template)?: return template
      case .failure(let list)?: try fail(list.messages)
      }
    }
    return nil
  }

  /// What is left of this run's limits.
  private mutating func inner(_ names: [String], _ written: Int) throws(ValueError) -> RunOptions {
    var options = options
    options.includeDepth += 1
    guard options.includeDepth <= options.limits.includes else {
      throw over(.includedTooDeeply(names[0]))
    }
    options.limits.steps = max(options.limits.steps - steps, 0)
    options.limits.outputBytes = max(options.limits.outputBytes - written, 0)
    options.limits.faults = max(options.limits.faults - faults.count, 1)
    return options
  }

  /// Takes over what a run of another template has used up and what went wrong in it.
  private mutating func take(_ machine: Machine, _ template: TextTemplate) throws(ValueError) {
    steps += machine.steps
    isOver = isOver || machine.hasMetLimit
    hasMetLimit = hasMetLimit || machine.hasMetLimit
    try fail(machine.faults.map(template.message))
  }

  /// Reports what went wrong in another template.
  private mutating func fail(_ messages: [Message]) throws(ValueError) {
    guard !messages.isEmpty else { return }
    for message in messages { record(message, at: address - 1) }
    throw ValueError(.reported)
  }
}
