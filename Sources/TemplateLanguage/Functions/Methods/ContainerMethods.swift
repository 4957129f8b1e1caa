extension Methods {
  static let listMethods: [NativeFunction] =
    [
      NativeFunction("index", Parameters("value", "start?", "stop?")) { (call) throws(ValueError) in
        let elements = try call.elements()
        func clamped(_ bound: Int) -> Int {
          min(max(bound < 0 ? bound + elements.count : bound, 0), elements.count)
        }
        let start = clamped(try call.integer(1, or: 0))
        let end = clamped(try call.integer(2, or: elements.count))
        guard start < end, let index = elements[start..<end].firstIndex(of: call[0] ?? .none) else {
          throw ValueError(.notFound(call.function))
        }
        return .int(index)
      },
      NativeFunction("count", Parameters("value")) { (call) throws(ValueError) in
        let wanted = call[0] ?? .none
        return .int(try call.elements().count { $0 == wanted })
      },
      NativeFunction("copy") { (call) throws(ValueError) in call.value },
    ] + refused("append", "extend", "insert", "pop", "remove", "clear", "sort", "reverse")

  static let mappingMethods: [NativeFunction] =
    [
      NativeFunction("items") { (call) throws(ValueError) in
        .list(try call.mapping().map { .list([$0.key, $0.value]) })
      },
      NativeFunction("keys") { (call) throws(ValueError) in .list(try call.mapping().keys) },
      NativeFunction("values") { (call) throws(ValueError) in .list(try call.mapping().values) },
      NativeFunction("get", Parameters("key", "default?")) { (call) throws(ValueError) in
        try call.mapping()[call[0] ?? .none] ?? call[1] ?? .none
      },
      NativeFunction("copy") { (call) throws(ValueError) in call.value },
    ] + refused("pop", "popitem", "setdefault", "update", "clear")
}
