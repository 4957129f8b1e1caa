/// Python's `str.format`: `'{} {0} {name} {a.b[0]!r:>10,.2f}'.format(…)`.
struct BraceFormat {
  private let positional: [Value]
  private let named: Mapping
  /// The number of the next place without one.
  private var nextNumber = 0
  /// Whether places are numbered in the format; nil until the first place that has no name.
  private var isNumbered: Bool?

  static func format(_ format: String, _ positional: [Value], _ named: Mapping) throws(ValueError) -> String {
    var formatter = BraceFormat(positional: positional, named: named)
    return try formatter.fill(Array(format.unicodeScalars), depth: 0)
  }

  private init(positional: [Value], named: Mapping) {
    self.positional = positional
    self.named = named
  }

  private mutating func fill(_ format: [Unicode.Scalar], depth: Int) throws(ValueError) -> String {
    guard depth < 2 else { throw ValueError(.formatSpecification) }
    var result = ""
    var rest = format[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "{":
        if rest.first == "{" {
          rest.removeFirst()
          result += "{"
        } else {
          result += try place(&rest, depth: depth)
        }
      case "}":
        guard rest.popFirst() == "}" else { throw ValueError(.formatBraces) }
        result += "}"
      default: result.unicodeScalars.append(scalar)
      }
      guard result.utf8.count <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
    }
    return result
  }

  /// What stands up to the closing brace, filled in.
  private mutating func place(
    _ rest: inout ArraySlice<Unicode.Scalar>, depth: Int
  ) throws(ValueError) -> String {
    var field: [Unicode.Scalar] = []
    while let scalar = rest.first, !"!:}".unicodeScalars.contains(scalar) {
      guard scalar != "{" else { throw ValueError(.formatBraces) }
      field.append(scalar)
      rest.removeFirst()
    }
    var value = try lookUp(field)
    if rest.first == "!" {
      rest.removeFirst()
      switch rest.popFirst() {
      case "r", "a": value = .string(value.representation)
      case "s": value = .string(value.printed)
      default: throw ValueError(.formatSpecification)
      }
      guard rest.first == ":" || rest.first == "}" else { throw ValueError(.formatBraces) }
    }
    var specification: [Unicode.Scalar] = []
    if rest.first == ":" {
      rest.removeFirst()
      var open = 0
      while let scalar = rest.first, open > 0 || scalar != "}" {
        open += scalar == "{" ? 1 : scalar == "}" ? -1 : 0
        specification.append(rest.removeFirst())
      }
    }
    guard rest.popFirst() == "}" else { throw ValueError(.formatBraces) }
    if specification.isEmpty {
      if case .undefined(let name) = value { throw ValueError(.unknownName(name)) }
      return value.printed
    }
    let text = try fill(specification, depth: depth + 1)
    if case .date(let date) = value { return try date.strftime(text) }
    return try FormatSpecification(text).text(value)
  }

  /// The value a field such as `0.name[key]` stands for.
  private mutating func lookUp(_ field: [Unicode.Scalar]) throws(ValueError) -> Value {
    var rest = field[...]
    var value = try argument(take(&rest) { $0 != "." && $0 != "[" })
    while let opening = rest.popFirst() {
      if opening == "." {
        let name = take(&rest) { $0 != "." && $0 != "[" }
        guard !name.isEmpty else { throw ValueError(.formatBraces) }
        value = Operators.member(name, of: value)
      } else {
        let key = take(&rest) { $0 != "]" }
        guard rest.popFirst() == "]", !key.isEmpty, rest.isEmpty || rest.first == "." || rest.first == "["
        else {
          throw ValueError(.formatBraces)
        }
        value = try Operators.item(Int(key).map { .int($0) } ?? .string(key), of: value)
      }
    }
    return value
  }

  private mutating func argument(_ name: String) throws(ValueError) -> Value {
    if !name.isEmpty, !name.utf8.allSatisfy(\.isDigit) {
      guard let value = named.lookup(name) else { throw ValueError(.formatKeyMissing(name)) }
      return value
    }
    guard isNumbered == nil || isNumbered == !name.isEmpty else { throw ValueError(.formatNumbering) }
    isNumbered = !name.isEmpty
    let index = name.isEmpty ? nextNumber : Int(name) ?? .max
    nextNumber += 1
    guard index < positional.count else { throw ValueError(.formatArgumentsMissing) }
    return positional[index]
  }

  private func take(
    _ rest: inout ArraySlice<Unicode.Scalar>, while isWanted: (Unicode.Scalar) -> Bool
  ) -> String {
    var taken: [Unicode.Scalar] = []
    while let first = rest.first, isWanted(first) { taken.append(rest.removeFirst()) }
    return String(taken)
  }
}
