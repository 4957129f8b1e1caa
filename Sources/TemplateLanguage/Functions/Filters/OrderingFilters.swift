extension BuiltIn {
  /// Filters that sort and compare elements; texts without regard to case unless `case_sensitive` is true.
  static let orderingFilters: [NativeFunction] = [
    NativeFunction("sort", Parameters("reverse?", "case_sensitive?", "attribute?")) {
      (call) throws(ValueError) in
      let paths = call.optional(2).map { AttributePath.several($0) } ?? []
      let keyed = try call.elements().map { (element) throws(ValueError) in
        var key: [Value] = []
        for path in paths { key.append(try path.value(of: element)) }
        if paths.isEmpty { key.append(element) }
        return (key: Value.list(call.flag(1) ? key : key.map(\.ignoringCase)), element: element)
      }
      return .list(try sorted(keyed, descending: call.flag(0)))
    },
    NativeFunction("dictsort", Parameters("case_sensitive?", "by?", "reverse?")) {
      (call) throws(ValueError) in
      let isByValue = try call.choice(1, ["key", "value"]) == "value"
      let keyed = try call.mapping().map { entry in
        let key = isByValue ? entry.value : entry.key
        return (key: call.flag(0) ? key : key.ignoringCase, element: Value.list([entry.key, entry.value]))
      }
      return .list(try sorted(keyed, descending: call.flag(2)))
    },
    NativeFunction("unique", Parameters("case_sensitive?", "attribute?")) { (call) throws(ValueError) in
      let elements = try call.elements()
      let keys = try call.elements(attribute: 1)
      var seen: Set<Value> = []
      var unique: [Value] = []
      for (element, key) in zip(elements, keys)
      where seen.insert(call.flag(0) ? key : key.ignoringCase).inserted {
        unique.append(element)
      }
      return .list(unique)
    },
    NativeFunction("min", Parameters("case_sensitive?", "attribute?")) { (call) throws(ValueError) in
      try extreme(call) { (key, best) throws(ValueError) in try Operators.isBefore(key, best) }
    },
    NativeFunction("max", Parameters("case_sensitive?", "attribute?")) { (call) throws(ValueError) in
      try extreme(call) { (key, best) throws(ValueError) in try Operators.isBefore(best, key) }
    },
    NativeFunction("groupby", Parameters("attribute", "default?", "case_sensitive?")) {
      (call) throws(ValueError) in
      .list(try groups(call))
    },
  ]

  /// The elements in the order of their keys; equal ones keep theirs, in descending order too.
  private static func sorted(
    _ keyed: [(key: Value, element: Value)], descending: Bool
  ) throws(ValueError) -> [Value] {
    var failure: ValueError?
    let ordered = keyed.sorted { left, right in
      guard failure == nil else { return false }
      do throws(ValueError) {
        return try descending
          ? Operators.isBefore(right.key, left.key) : Operators.isBefore(left.key, right.key)
      } catch {
        failure = error
        return false
      }
    }
    if let failure { throw failure }
    return ordered.map(\.element)
  }

  /// The first element whose key comes before those of all others.
  private static func extreme(
    _ call: Call, _ isBetter: (Value, Value) throws(ValueError) -> Bool
  ) throws(ValueError) -> Value {
    var best: (key: Value, element: Value)?
    for (element, attribute) in zip(try call.elements(), try call.elements(attribute: 1)) {
      let key = call.flag(0) ? attribute : attribute.ignoringCase
      if let current = best, try !isBetter(key, current.key) { continue }
      best = (key, element)
    }
    return best?.element ?? .undefined(name: call.function)
  }

  private static func groups(_ call: Call) throws(ValueError) -> [Value] {
    let path = AttributePath(call[0] ?? .none, standard: call.optional(1))
    var keyed: [(key: Value, element: Value)] = []
    for element in try call.elements() {
      let attribute = try path.value(of: element)
      keyed.append((call.flag(2) ? attribute : attribute.ignoringCase, .list([attribute, element])))
    }
    var groups: [(key: Value, grouper: Value, elements: [Value])] = []
    for pair in try sorted(keyed, descending: false) {
      guard case .list(let both) = pair else { continue }
      let key = call.flag(2) ? both[0] : both[0].ignoringCase
      if let last = groups.last, last.key == key {
        groups[groups.count - 1].elements.append(both[1])
      } else {
        groups.append((key, both[0], [both[1]]))
      }
    }
    return groups.map { .object(Group(grouper: $0.grouper, list: $0.elements)) }
  }
}

/// What `groupby` yields: a pair of what the group has in common and its elements.
struct Group: TemplateObject, Hashable {
  let grouper: Value
  let list: [Value]

  var typeName: String { "a group" }
  var chineseTypeName: String { "分组" }
  var elements: [Value]? { [grouper, .list(list)] }
  var text: String? { "(\(grouper.representation), \(Value.list(list).representation))" }

  func member(_ name: String) -> Value? {
    switch name {
    case "grouper": grouper
    case "list": .list(list)
    default: nil
    }
  }
}
