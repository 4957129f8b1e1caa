import Diagnostics

/// What a function takes besides its value.
struct Parameters: Sendable {
  struct Parameter: Sendable {
    let name: String
    let isRequired: Bool
  }

  /// In the order in which positional arguments fill them.
  let list: [Parameter]
  /// Whether more positional arguments may follow.
  let takesMore: Bool
  /// Whether other names may be given.
  let takesNames: Bool
  /// Whether only the number of arguments counts, by whatever names they are given: a host's function.
  let isCounted: Bool

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
    isCounted = false
  }

  /// So many arguments, by whatever names.
  init(count: ClosedRange<Int>) {
    list = (0..<count.upperBound).map { Parameter(name: "", isRequired: $0 < count.lowerBound) }
    takesMore = false
    takesNames = true
    isCounted = true
  }

  /// What is wrong with a call of `function` that gives so many positional arguments and these names.
  func problem(function: String, positional: Int, named: [String]) -> Message? {
    if positional <= list.count, named.isEmpty, positional >= list.count { return nil }
    let given = isCounted ? positional + named.count : positional
    if !takesMore, given > list.count {
      return .tooManyArguments(function, takes: list.count, given: given)
    }
    if isCounted {
      let required = list.count { $0.isRequired }
      return given < required ? .tooFewArguments(function, needs: required, given: given) : nil
    }
    for (index, name) in named.enumerated() {
      if named[..<index].contains(name) { return .argumentTwice(function, name) }
      if let position = list.firstIndex(where: { $0.name == name }) {
        if position < positional { return .argumentTwice(function, name) }
      } else if !takesNames {
        return .unknownArgument(function, name, known: list.map(\.name))
      }
    }
    for parameter in list.dropFirst(positional) where parameter.isRequired && !named.contains(parameter.name)
    {
      return .argumentMissing(function, parameter.name)
    }
    return nil
  }
}
