import Diagnostics

/// Runs a program: one instruction after another, on a stack of values.
struct Machine {
  /// A function under way.
  struct Frame {
    let function: Int32
    /// Tells it from others that were in its place.
    let serial: Int
    /// The frame around it in the template's text.
    let outer: Int
    let returnAddress: Int
    let slotBase: Int
    let loopBase: Int
    let stackBase: Int
    /// Whether its output is captured and becomes a value.
    let isCaptured: Bool
    /// For a recursive loop, how often it has been entered from within itself.
    let depth0: Int
  }

  let code: Code
  let options: RunOptions
  let context: CallContext
  let data: Mapping

  var address = 0
  var stack: [Value] = []
  var slots: [Value] = []
  /// Where the present frame's slots begin.
  var slotBase = 0
  var frames: [Frame] = []
  var loops: [LoopState] = []
  var captures = 0
  /// The serial number of the frame made last.
  var serial: Int

  /// What data paths were found to be; each is looked up once.
  var pathValues: [Value]
  var isPathKnown: [Bool]
  /// Where a member was found last; the same shape of mapping has it there again.
  var memberHints: [Int32]
  var pathHints: [Int32]
  /// The mapping in which a member was missed last, for suggestions.
  var lastMiss: (text: String, owner: Value)?

  /// The unknown name that has just been used.
  var unknownInUse = ""

  var steps = 0
  var isOver = false
  /// Whether it is over because a limit was met.
  var hasMetLimit = false
  var faults: [Fault] = []
  var repeated: [FaultKey: Repeated] = [:]
  /// Faults that were found when enough were listed.
  var unlisted = 0

  struct FaultKey: Hashable {
    let place: SourcePlace
    let code: String
  }

  /// How often a kind of fault happened at a place, and the number of the last that is listed.
  struct Repeated {
    var count = 0
    var last: Int?
  }

  /// - Parameter serial: tells the macros of this run from those of others; nil for a number of its own.
  init(_ code: Code, _ data: Mapping, _ options: RunOptions, serial: Int? = nil) {
    let first = serial ?? Self.newSerial()
    self.serial = first
    self.code = code
    self.options = options
    self.data = data
    context = CallContext(environment: code.environment, undefined: options.undefined)
    pathValues = Array(repeating: .none, count: code.pools.paths.count)
    isPathKnown = Array(repeating: false, count: code.pools.paths.count)
    memberHints = Array(repeating: 0, count: code.pools.members.count)
    pathHints = Array(repeating: 0, count: code.pools.pathHintCount)
    stack.reserveCapacity(32)
    slots = Array(repeating: .none, count: Int(code.functions[0].slotCount))
    frames.append(
      Frame(
        function: 0, serial: first, outer: -1, returnAddress: 0, slotBase: 0, loopBase: 0, stackBase: 0,
        isCaptured: false, depth0: 0))
  }

  /// Runs to the end; every fault leaves the tag it happens in.
  mutating func execute<Output: TemplateOutput>(_ output: inout Output) {
    runToHalt(&output)
    isOver = true
    for _ in 0..<captures { _ = output.endCapture() }
    countUnlisted()
  }

  /// Runs until the program or what was entered last ends.
  mutating func runToHalt<Output: TemplateOutput>(_ output: inout Output) {
    while !isOver {
      do throws(ValueError) {
        try run(&output)
        return
      } catch {
        recover(from: error)
      }
    }
  }

  mutating func run<Output: TemplateOutput>(_ output: inout Output) throws(ValueError) {
    let instructions = code.instructions
    let stepLimit = options.limits.steps
    let byteLimit = options.limits.outputBytes
    while true {
      let instruction = instructions[address]
      address += 1
      steps += 1
      if steps > stepLimit { throw over(.tooManySteps(stepLimit)) }
      switch instruction.operation {
      case .literal:
        output.literal(Int(instruction.a))
        if output.byteCount > byteLimit { throw over(.tooMuchOutput(byteLimit)) }
      case .mark: output.mark(Int(instruction.a))
      case .print: try print(stack.removeLast(), Int(instruction.a), &output)
      case .printPath: try print(try path(Int(instruction.a)), Int(instruction.b), &output)
      case .printSlot: try print(slots[slotBase + Int(instruction.a)], Int(instruction.b), &output)
      case .printSlotMember:
        try print(
          member(Int(instruction.b), of: slots[slotBase + Int(instruction.a)]), Int(instruction.c), &output)

      case .constant: stack.append(code.pools.constants[Int(instruction.a)])
      case .loadSlot: stack.append(slots[slotBase + Int(instruction.a)])
      case .loadOuter: stack.append(slots[frames[frame(out: instruction.a)].slotBase + Int(instruction.b)])
      case .loadPath: stack.append(try path(Int(instruction.a)))
      case .noValue: stack.append(Self.noValue)
      case .require:
        if case .undefined(let name) = stack[stack.count - 1] { try require(name) }
      case .pop: stack.removeLast()
      case .member: stack[stack.count - 1] = member(Int(instruction.a), of: stack[stack.count - 1])
      case .slotMember:
        stack.append(member(Int(instruction.b), of: slots[slotBase + Int(instruction.a)]))
      case .item: try item(instruction)
      case .slice: try slice(instruction)
      case .list:
        let first = stack.count - Int(instruction.a)
        let list = Array(stack[first...])
        stack.removeLast(list.count)
        stack.append(.list(list))
      case .mapping: makeMapping(Int(instruction.a))

      case .binary: try binary(instruction)
      case .compare:
        let right = stack.removeLast()
        let top = stack.count - 1
        stack[top] = .bool(try compare(instruction, stack[top], right))
      case .compareChained:
        let right = stack.removeLast()
        let top = stack.count - 1
        if try compare(instruction, stack[top], right) {
          stack[top] = right
        } else {
          stack[top] = .bool(false)
          address = Int(instruction.b)
        }
      case .negate: stack.append(try Operators.negate(stack.removeLast()))
      case .plus: stack.append(try Operators.plus(stack.removeLast()))
      case .not: stack[stack.count - 1] = .bool(!stack[stack.count - 1].isTrue)

      case .nothing: break
      case .jump: address = Int(instruction.a)
      case .jumpIfFalse: if !stack.removeLast().isTrue { address = Int(instruction.a) }
      case .jumpIfFalseElsePop:
        if stack[stack.count - 1].isTrue { stack.removeLast() } else { address = Int(instruction.a) }
      case .jumpIfTrueElsePop:
        if stack[stack.count - 1].isTrue { address = Int(instruction.a) } else { stack.removeLast() }
      case .halt: return

      case .filter:
        let arguments = try takeArguments(instruction.b)
        let value = stack.removeLast()
        let result = try code.pools.natives[Int(instruction.a)].function.call(value, arguments, context)
        stack.append(
          result.isUndefined && !value.isUndefined
            ? .undefined(name: code.pools.constants[Int(instruction.c)].printed) : result)
      case .test:
        let arguments = try takeArguments(instruction.b)
        let value = stack.removeLast()
        stack.append(
          .bool(try code.pools.natives[Int(instruction.a)].function.call(value, arguments, context).isTrue))
      case .call:
        let arguments = try takeArguments(instruction.b)
        try call(stack.removeLast(), arguments, &output)
      case .callMethod: try callMethod(instruction, &output)
      case .callName: try callName(instruction, &output)
      case .macro: pushMacro(instruction.a)
      case .skipDefault:
        if case .undefined(Self.notGiven) = slots[slotBase + Int(instruction.a)] {
          break
        }
        address = Int(instruction.b)
      case .leave: leaveFunction(&output)

      case .storeSlot: slots[slotBase + Int(instruction.a)] = stack.removeLast()
      case .storeMember: try storeMember(instruction)
      case .unpack: try unpack(Int(instruction.b))
      case .poison: slots[slotBase + Int(instruction.a)] = Self.poison
      case .copySlot:
        slots[slotBase + Int(instruction.a)] =
          slots[frames[frame(out: instruction.b)].slotBase + Int(instruction.c)]
      case .copyPath: slots[slotBase + Int(instruction.a)] = try path(Int(instruction.b))

      case .loopBegin: try beginLoop(instruction)
      case .filterNext, .loopNext:
        let top = loops.count - 1
        let next = loops[top].index + 1
        if captures == 0 { output.endRound() }
        if loops[top].stream != nil {
          try nextStreamed(instruction)
        } else if next >= loops[top].items.count {
          address = Int(instruction.b)
        } else {
          loops[top].index = next
          if instruction.a >= 0 {
            slots[slotBase + Int(instruction.a)] = loops[top].items[next]
          } else {
            stack.append(loops[top].items[next])
          }
          if let object = loops[top].object { object.follow(index: next) }
        }
      case .filterKeep: filterKeep()
      case .filterDone: filterDone(instruction)
      case .loopEnd: loops.removeLast()
      case .loopMember:
        let member = LoopMember.byNumber[Int(instruction.c)]
        stack.append(member.value(in: loops[loop(instruction)]))
      case .loopValue: pushLoop(instruction)
      case .loopCycle, .loopChanged: loopMethod(instruction)
      case .enterLoop:
        let items = stack.removeLast()
        try enter(
          instruction.a, outer: frames.count - 1, isCaptured: false, depth0: 0)
        stack.append(items)
      case .callLoop:
        let items = stack.removeLast()
        let frame = frames[frame(out: instruction.a)]
        output.beginCapture()
        captures += 1
        try enter(frame.function, outer: frame.outer, isCaptured: true, depth0: frame.depth0 + 1)
        stack.append(items)

      case .include: try include(instruction, &output)
      case .importTemplate: try importTemplate(instruction)
      case .exported: try takeExported(instruction)

      case .beginCapture:
        output.beginCapture()
        captures += 1
      case .endCapture:
        captures -= 1
        stack.append(output.endCapture())
      case .dropCapture:
        captures -= 1
        _ = output.endCapture()
      }
    }
  }

  mutating func print<Output: TemplateOutput>(
    _ value: Value, _ site: Int, _ output: inout Output
  ) throws(ValueError) {
    switch value {
    case .undefined(let name): try require(name)
    case .object(let object as MacroObject): throw ValueError(.notPrintable(object.name))
    default: break
    }
    try output.value(value, site: site)
    if output.byteCount > options.limits.outputBytes {
      throw over(.tooMuchOutput(options.limits.outputBytes))
    }
  }

  /// The frame so many functions out from the present one.
  func frame(out hops: Int32) -> Int {
    var frame = frames.count - 1
    for _ in 0..<hops { frame = frames[frame].outer }
    return frame
  }

  func loop(_ instruction: Instruction) -> Int {
    frames[frame(out: instruction.a)].loopBase + Int(instruction.b)
  }
}
