/// Who can see which name: Jinja2's rules.
///
/// `for`, `with`, `macro`, `call`, `filter`, block `set` and `autoescape` open a scope; `if` does not. A name
/// assigned to anywhere in a scope is that scope's variable; until it is assigned to, it has the value the
/// name has outside.
struct Scopes {
  struct Scope {
    let parent: Int
    /// The function whose frame holds its variables.
    let function: Int
    /// The loop whose body it is, by its number in the function's frame, and the function entered again by
    /// `loop(…)`.
    var loop: (number: Int32, recursive: Int32?)?
    /// Whether that loop goes through a streamed list.
    var isStreamed = false
    var variables: [String: Int] = [:]
  }

  struct Variable {
    let name: String
    let scope: Int
    let slot: Int32
    /// Whether it certainly has a value of its own where the compiler is now.
    var isAssigned: Bool
    /// Whether it is assigned to outside of any branch.
    let isCertain: Bool
    /// The instruction that may give it the outer value.
    var initializer: Int?
    var reference: Int?
  }

  enum Found {
    /// A variable, and how many functions out it is.
    case variable(Int, hops: Int32)
    case loop(number: Int32, recursive: Int32?, hops: Int32)
    case nothing
  }

  private(set) var scopes: [Scope] = []
  private(set) var variables: [Variable] = []
  /// Variables in the order in which they got a value, to take it back at the end of a branch.
  private var assigned: [Int] = []
  var current = -1

  mutating func enter(function: Int) {
    scopes.append(Scope(parent: current, function: function))
    current = scopes.count - 1
  }

  mutating func leave() { current = scopes[current].parent }

  mutating func setLoop(_ number: Int32, recursive: Int32?, isStreamed: Bool) {
    scopes[current].loop = (number, recursive)
    scopes[current].isStreamed = isStreamed
  }

  /// Whether the loop that `loop` means here goes through a streamed list.
  var isLoopStreamed: Bool {
    var scope = current
    while scope >= 0 {
      if scopes[scope].loop != nil { return scopes[scope].isStreamed }
      scope = scopes[scope].parent
    }
    return false
  }

  /// Makes a variable of a scope that has none of this name.
  mutating func add(_ name: String, to scope: Int, slot: Int32, isAssigned: Bool, isCertain: Bool) -> Int {
    variables.append(
      Variable(name: name, scope: scope, slot: slot, isAssigned: isAssigned, isCertain: isCertain))
    scopes[scope].variables[name] = variables.count - 1
    return variables.count - 1
  }

  func find(_ name: String, from start: Int) -> Found {
    var scope = start
    var hops: Int32 = 0
    while scope >= 0 {
      if let variable = scopes[scope].variables[name] { return .variable(variable, hops: hops) }
      if name == "loop", let loop = scopes[scope].loop {
        return .loop(number: loop.number, recursive: loop.recursive, hops: hops)
      }
      let parent = scopes[scope].parent
      if parent >= 0, scopes[parent].function != scopes[scope].function { hops += 1 }
      scope = parent
    }
    return .nothing
  }

  /// The scope that is the outermost one of the innermost function around `start`.
  func functionScope(from start: Int) -> Int {
    var scope = start
    while scopes[scope].parent >= 0, scopes[scopes[scope].parent].function == scopes[scope].function {
      scope = scopes[scope].parent
    }
    return scope
  }

  subscript(variable: Int) -> Variable {
    get { variables[variable] }
    set { variables[variable] = newValue }
  }

  // MARK: What certainly has a value

  mutating func assign(_ variable: Int) {
    guard !variables[variable].isAssigned else { return }
    variables[variable].isAssigned = true
    assigned.append(variable)
  }

  var mark: Int { assigned.count }

  /// Takes back what was assigned since `mark` and returns it.
  mutating func takeBack(to mark: Int) -> [Int] {
    let since = Array(assigned[mark...])
    for variable in since { variables[variable].isAssigned = false }
    assigned.removeLast(since.count)
    return since
  }
}
