import Diagnostics

/// What a function takes besides its value.
struct Parameters: Sendable {
  struct Parameter: Sendable {
    let name: String
    let isRequired: Bool
  }

  /// In the order in which positional arguments fill them.
  var list: [Parameter] = []
  /// Whether more positional arguments may follow.
  var takesMore = false
  /// Whether other names may be given.
  var takesNames = false

  /// Nothing.
  static let none = Parameters()

  /// Names in order; a question mark at the end marks those that may be left out: `"length", "end?"`.
  init(_ names: String..., more: Bool = false, names takesNames: Bool = false) {
    list = names.map { name in
      name.hasSuffix("?")
        ? Parameter(name: String(name.dropLast()), isRequired: false)
        : Parameter(name: name, isRequired: true)
    }
    takesMore = more
    self.takesNames = takesNames
  }

  /// A host's function: so many arguments, by whatever names.
  init(count: ClosedRange<Int>) {
    list = (0..<count.upperBound).map { Parameter(name: "", isRequired: $0 < count.lowerBound) }
    takesNames = true
  }

  /// What is wrong with a call of `function` that gives so many arguments and these names.
  func problem(function: String, positional: Int, named: [String]) -> Message? {
    let required = list.count { $0.isRequired }
    if !takesMore, positional + (isAnonymous ? named.count : 0) > list.count {
      return .tooManyArguments(
        function, takes: list.count, given: positional + (isAnonymous ? named.count : 0))
    }
    if isAnonymous {
      let given = positional + named.count
      return given < required ? .tooFewArguments(function, needs: required, given: given) : nil
    }
    for (index, name) in named.enumerated() {
      if named[..<index].contains(name) { return .argumentTwice(function, name) }
      guard let position = list.firstIndex(where: { $0.name == name }) else {
        if takesNames { continue }
        return .unknownArgument(function, name, known: list.map(\.name))
      }
      if position < positional { return .argumentTwice(function, name) }
    }
    for (index, parameter) in list.enumerated() where parameter.isRequired && index >= positional {
      if !named.contains(parameter.name) { return .argumentMissing(function, parameter.name) }
    }
    return nil
  }

  /// Whether its parameters have no names, so that any name may be given.
  private var isAnonymous: Bool { takesNames && list.contains { $0.name.isEmpty } }

  /// Every parameter with its argument, in the order of the list; the call has been found right.
  func bind(_ arguments: Arguments) -> Bound {
    if arguments.isEmpty { return Bound(values: [], more: [], names: []) }
    let count = arguments.positional.count
    var values: [Value?] = []
    var names: [(name: String, value: Value)] = []
    for index in list.indices { values.append(index < count ? arguments.positional[index] : nil) }
    for argument in arguments.named {
      if let index = list.firstIndex(where: { $0.name == argument.name }) {
        values[index] = argument.value
      } else {
        names.append(argument)
      }
    }
    return Bound(values: values, more: Array(arguments.positional.dropFirst(list.count)), names: names)
  }
}

/// Arguments in the order of a function's parameters.
struct Bound: Sendable {
  var values: [Value?]
  /// Positional arguments beyond the parameters.
  var more: [Value]
  /// Named arguments that are no parameters.
  var names: [(name: String, value: Value)]

  /// The argument for the parameter with this number; nil if it was left out.
  subscript(index: Int) -> Value? { index < values.count ? values[index] : nil }
}
