extension BuiltIn {
  /// Filters on lists; what yields elements is taken for one.
  static let sequenceFilters: [NativeFunction] = [
    length, length.renamed("count"),
    NativeFunction("list") { (call) throws(ValueError) in .list(try call.elements()) },
    NativeFunction("first") { (call) throws(ValueError) in
      try call.elements().first ?? .undefined(name: "first")
    },
    NativeFunction("last") { (call) throws(ValueError) in try call.elements().last ?? .undefined(name: "last")
    },
    NativeFunction("reverse") { (call) throws(ValueError) in
      if case .string(let text) = call.value { return .string(String(text.unicodeScalars.reversed())) }
      return .list(try call.elements().reversed())
    },
    NativeFunction("join", Parameters("d?", "attribute?")) { (call) throws(ValueError) in
      .string(try joined(try call.elements(attribute: 1), by: try call.text(0, or: "")))
    },
    NativeFunction("sum", Parameters("attribute?", "start?")) { (call) throws(ValueError) in
      var sum = call[1] ?? 0
      for element in try call.elements(attribute: 0) { sum = try Operators.binary(.add, sum, element) }
      return sum
    },
    NativeFunction("batch", Parameters("linecount", "fill_with?")) { (call) throws(ValueError) in
      let count = try call.size(0, most: ValueLimits.listLength)
      guard count > 0 else { throw call.outOfRange(0) }
      let elements = try call.elements()
      return .list(
        stride(from: 0, to: elements.count, by: count).map { start in
          var batch = Array(elements[start..<min(start + count, elements.count)])
          if let fill = call.optional(1), batch.count < count {
            batch += repeatElement(fill, count: count - batch.count)
          }
          return .list(batch)
        })
    },
    NativeFunction("slice", Parameters("slices", "fill_with?")) { (call) throws(ValueError) in
      .list(try slices(call))
    },
    NativeFunction("items") { (call) throws(ValueError) in
      .list(try call.mapping().map { .list([$0.key, $0.value]) })
    },
    NativeFunction("attr", Parameters("name")) { (call) throws(ValueError) in
      Operators.member(try call.text(0, or: ""), of: call.value)
    },
  ]

  private static let length = NativeFunction("length") { (call) throws(ValueError) in
    switch call.value {
    case .string(let text): .int(text.length)
    case .mapping(let mapping): .int(mapping.count)
    default: .int(try call.elements().count)
    }
  }

  static func joined(_ elements: [Value], by separator: String) throws(ValueError) -> String {
    var bytes: [UInt8] = []
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(contentsOf: separator.utf8) }
      element.appendPrinted(to: &bytes)
      guard bytes.count <= ValueLimits.textLength else { throw ValueError(.textTooLong) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// So many lists, the first ones longer by an element if it does not come out even.
  private static func slices(_ call: Call) throws(ValueError) -> [Value] {
    let count = try call.size(0, most: ValueLimits.listLength)
    guard count > 0 else { throw call.outOfRange(0) }
    let elements = try call.elements()
    let (size, longer) = elements.count.quotientAndRemainder(dividingBy: count)
    var start = 0
    return (0..<count).map { index in
      let end = start + size + (index < longer ? 1 : 0)
      var slice = Array(elements[start..<end])
      if let fill = call.optional(1), index >= longer { slice.append(fill) }
      start = end
      return .list(slice)
    }
  }
}
