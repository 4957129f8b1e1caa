import Diagnostics

/// Turns a tree of balanced tags into instructions.
struct Compiler {
  typealias ID = ExpressionTree.ID

  let tags: [ParsedTag]
  let environment: Environment
  var pools = PoolBuilder()
  var scopes = Scopes()
  var references = ReferenceCollector()
  var faults: [Fault] = []
  var functions: [Function] = []
  var loops: [LoopHeader] = []
  var names = OrderedNames()

  private var instructions: [Instruction] = []
  private var placeOfInstruction: [Int32] = []
  private var recoveryLabels: [Int32] = []
  private var places: [SourcePlace] = []
  private var labels: [Int32] = []

  /// The tag whose expressions are being compiled.
  var tag: ParsedTag
  /// Where the machine goes on after a fault in what is emitted now.
  var recovery: Label
  /// The function whose code is being emitted.
  var function = 0
  /// How many loops are under way in it.
  var loopDepth: Int32 = 0
  /// Whether what is being compiled is what a loop goes through.
  var isLoopedOver = false
  /// What `break` and `continue` have to leave.
  var surroundings: [Surrounding] = []

  /// A place in the code that may not be known yet.
  struct Label { let number: Int32 }

  enum Surrounding {
    case loop(next: Label, end: Label)
    case capture
    case function
  }

  init(tags: [ParsedTag], environment: Environment) {
    self.tags = tags
    self.environment = environment
    tag = tags.first ?? Self.noTag
    recovery = Label(number: 0)
    labels = [0]
  }

  private static let noTag = ParsedTag(
    origin: 0, role: .single, statement: .autoescape, tree: ExpressionTree(), source: [])

  /// Compiles a whole template; `faults` then says what is wrong with it.
  mutating func compile(_ nodes: [TemplateNode]) -> Code {
    functions.append(Function(name: "", kind: .main))
    enterScope(function: 0, storing: nodes)
    body(nodes)
    leaveScope()
    emit(.halt)
    labels[0] = Int32(instructions.count - 1)
    resolveLabels()
    return Code(
      instructions: instructions, placeOfInstruction: placeOfInstruction,
      recoveries: recoveryLabels.map { labels[Int($0)] }, places: places, pools: pools.pools,
      functions: functions,
      loops: loops, environment: environment, names: names.list,
      ownNames: Array(Set(scopes.variables.map(\.name))).sorted(), references: references.finish(),
      exports: exports)
  }

  /// What the outermost scope defines, but for names that begin with an underscore.
  private var exports: [(name: String, slot: Int32)] {
    let outermost = scopes.variables.filter { $0.scope == 0 && $0.name.utf8.first != UInt8(ascii: "_") }
    return outermost.map { ($0.name, $0.slot) }
  }

  // MARK: Instructions

  @discardableResult
  mutating func emit(
    _ operation: Instruction.Operation, _ a: Int32 = 0, _ b: Int32 = 0, _ c: Int32 = 0, at id: ID? = nil
  ) -> Int {
    let place = SourcePlace(
      origin: tag.origin, range: id.map { tag.tree.range(of: $0) } ?? 0..<tag.source.count)
    if places.last != place { places.append(place) }
    instructions.append(Instruction(operation, a, b, c))
    placeOfInstruction.append(Int32(places.count - 1))
    recoveryLabels.append(recovery.number)
    return instructions.count - 1
  }

  var nextInstruction: Int { instructions.count }

  mutating func patch(_ index: Int, _ instruction: Instruction) { instructions[index] = instruction }

  mutating func newLabel() -> Label {
    labels.append(0)
    return Label(number: Int32(labels.count - 1))
  }

  /// The label stands for the next instruction.
  mutating func set(_ label: Label) { labels[Int(label.number)] = Int32(instructions.count) }

  mutating func here() -> Label {
    let label = newLabel()
    set(label)
    return label
  }

  /// Emits what `body` does; a fault in it goes on after it.
  mutating func recovering(_ body: (inout Compiler) -> Void) {
    let after = newLabel()
    recovering(at: after, body)
    set(after)
  }

  mutating func recovering(at label: Label, _ body: (inout Compiler) -> Void) {
    let outer = recovery
    recovery = label
    body(&self)
    recovery = outer
  }

  private mutating func resolveLabels() {
    for index in instructions.indices {
      switch instructions[index].operation {
      case .jump, .jumpIfFalse, .jumpIfFalseElsePop, .jumpIfTrueElsePop, .filterDone:
        instructions[index].a = labels[Int(instructions[index].a)]
      case .compareChained, .skipDefault, .loopBegin, .filterNext, .loopNext:
        instructions[index].b = labels[Int(instructions[index].b)]
      default: break
      }
    }
  }

  mutating func fault(_ message: Message, at range: Range<Int>? = nil) {
    faults.append(Fault(origin: tag.origin, range: range ?? 0..<tag.source.count, message: message))
  }

  /// The source of a node.
  func source(of id: ID) -> String {
    let range = tag.tree.range(of: id)
    guard range.upperBound <= tag.source.count else { return "" }
    return String(decoding: tag.source[range], as: UTF8.self)
  }

  // MARK: Scopes

  /// Opens a scope in which `nodes` stand.
  mutating func enterScope(function: Int, storing nodes: [TemplateNode]) {
    scopes.enter(function: function)
    declareStores(of: nodes)
  }

  /// Makes the variables that `nodes` assign to.
  mutating func declareStores(of nodes: [TemplateNode]) {
    for (name, isCertain) in StoredNames.of(nodes, tags) { declareStored(name, isCertain: isCertain) }
  }

  mutating func leaveScope() { scopes.leave() }

  /// Makes a variable that is assigned to later; its initial value is filled in when something asks for it.
  private mutating func declareStored(_ name: String, isCertain: Bool) {
    let count = scopes.variables.count
    let variable = declare(name, isAssigned: false, isCertain: isCertain)
    guard variable == count else { return }
    let initializer = emit(.nothing)
    scopes[variable].initializer = initializer
  }

  @discardableResult
  mutating func declare(_ name: String, isAssigned: Bool, isCertain: Bool = true) -> Int {
    if let known = scopes.scopes[scopes.current].variables[name] { return known }
    let slot = newSlot(in: scopes.scopes[scopes.current].function)
    return scopes.add(name, to: scopes.current, slot: slot, isAssigned: isAssigned, isCertain: isCertain)
  }

  mutating func newSlot(in function: Int) -> Int32 {
    functions[function].slotCount += 1
    return functions[function].slotCount - 1
  }

  /// Makes sure that a variable which may not have a value of its own yet has the outer one.
  private mutating func initialize(_ variable: Int, hops: Int32) {
    guard !scopes[variable].isAssigned, let initializer = scopes[variable].initializer else { return }
    scopes[variable].initializer = nil
    let slot = scopes[variable].slot
    let name = scopes[variable].name
    let scope = scopes.scopes[scopes[variable].scope]
    switch find(name, from: scope.parent) {
    case .variable(let outer, let outerHops):
      let isOutermost = scopes.scopes[scope.parent].function != scope.function
      let distance = outerHops + (isOutermost ? 1 : 0)
      patch(initializer, Instruction(.copySlot, slot, distance, scopes[outer].slot))
      scopes[variable].reference = scopes[outer].reference
    case .loop: break
    case .nothing:
      // A function that uses what is assigned after it is meant to be called after that, without the data.
      let isLate = hops > 0 && scopes[variable].isCertain && functions[function].kind != .loop
      let root = rootPath(name, isAskedFor: !isLate)
      patch(initializer, Instruction(.copyPath, slot, root.path))
      scopes[variable].reference = root.reference
    }
  }

  /// What a name stands for at `scope`; a variable that is found has a value.
  mutating func find(_ name: String, from scope: Int? = nil) -> Scopes.Found {
    let found = scopes.find(name, from: scope ?? scopes.current)
    if case .variable(let variable, let hops) = found { initialize(variable, hops: hops) }
    if case .nothing = found { return implicitParameter(name, from: scope ?? scopes.current) }
    return found
  }

  /// `caller`, `varargs` and `kwargs` of the macro around, made when they are asked for.
  private mutating func implicitParameter(_ name: String, from scope: Int) -> Scopes.Found {
    guard name == "caller" || name == "varargs" || name == "kwargs" else { return .nothing }
    var inner = scope
    var hops: Int32 = 0
    while inner >= 0 {
      let outermost = scopes.functionScope(from: inner)
      let owner = scopes.scopes[outermost].function
      let kind = functions[owner].kind
      if kind == .macro || kind == .callBody && name != "caller" {
        let slot = newSlot(in: owner)
        let variable = scopes.add(name, to: outermost, slot: slot, isAssigned: true, isCertain: true)
        switch name {
        case "caller": functions[owner].caller = slot
        case "varargs": functions[owner].varargs = slot
        default: functions[owner].kwargs = slot
        }
        return .variable(variable, hops: hops)
      }
      inner = scopes.scopes[outermost].parent
      hops += 1
    }
    return .nothing
  }

  /// The data's name as a path.
  mutating func rootPath(
    _ name: String, isCalled: Bool = false, isAskedFor: Bool = true
  ) -> (path: Int32, reference: Int?) {
    let path = pools.path(-1, .string(name), isItem: false).number
    if environment.streamedNames.contains(name), !isLoopedOver { fault(.streamedElsewhere(name)) }
    if !isAskedFor || isCalled && environment.global(name) != nil { return (path, nil) }
    names.insert(name)
    return (path, references.root(name, origin: tag.origin))
  }
}

/// Names in the order of their first use.
struct OrderedNames {
  private(set) var list: [String] = []
  private var known: Set<String> = []

  mutating func insert(_ name: String) {
    if known.insert(name).inserted { list.append(name) }
  }
}
