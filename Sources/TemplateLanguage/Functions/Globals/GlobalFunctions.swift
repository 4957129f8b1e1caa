extension BuiltIn {
  /// Jinja2's global functions, but `lipsum`.
  static let globalFunctions: [NativeFunction] = [
    NativeFunction("range", Parameters("start", "stop?", "step?")) { (call) throws(ValueError) in
      let hasStop = call[1] != nil
      let start = hasStop ? try call.integer(0, or: 0) : 0
      let stop = hasStop ? try call.integer(1, or: 0) : try call.integer(0, or: 0)
      let step = try call.integer(2, or: 1)
      guard step != 0 else { throw call.outOfRange(2) }
      // Apart from each other they may be farther than Int tells.
      let distance = Double(stop) - Double(start)
      guard distance / Double(step) <= Double(ValueLimits.listLength) else { throw ValueError(.rangeTooLong) }
      return .list(stride(from: start, to: stop, by: step).map { .int($0) })
    },
    NativeFunction("dict", Parameters("pairs?", names: true)) { (call) throws(ValueError) in
      .mapping(try mapping(call))
    },
    NativeFunction("namespace", Parameters("pairs?", names: true)) { (call) throws(ValueError) in
      .object(Namespace(try mapping(call)))
    },
    NativeFunction("cycler", Parameters(more: true)) { (call) throws(ValueError) in
      guard !call.more.isEmpty else { throw ValueError(.tooFewArguments("cycler", needs: 1, given: 0)) }
      return .object(Cycler(call.more))
    },
    NativeFunction("joiner", Parameters("sep?")) { (call) throws(ValueError) in
      .object(Joiner(call[0] ?? ", "))
    },
  ]

  /// The entries of a mapping or list of pairs, and the named arguments.
  private static func mapping(_ call: Call) throws(ValueError) -> Mapping {
    var mapping = Mapping()
    switch call[0] {
    case nil: break
    case .mapping(let given)?: mapping = given
    case .list(let elements)?:
      for element in elements {
        guard case .list(let pair) = element, pair.count == 2 else {
          throw ValueError(.pairsNeeded(call.function))
        }
        mapping[pair[0]] = pair[1]
      }
    default: throw call.wrongArgument(0, .mapping)
    }
    for (name, value) in call.names { mapping[name] = value }
    return mapping
  }
}

extension BuiltIn {
  /// Objects that hand out functions under the names of methods.
  struct BoundMethod: CallableObject {
    let name: String
    let body: @Sendable () -> Value

    var typeName: String { "a method" }
    var chineseTypeName: String { "方法" }

    func call(_ arguments: Arguments) throws(ValueError) -> Value {
      guard arguments.isEmpty else {
        let given = arguments.positional.count + arguments.named.count
        throw ValueError(.tooManyArguments(name, takes: 0, given: given))
      }
      return body()
    }
  }
}
