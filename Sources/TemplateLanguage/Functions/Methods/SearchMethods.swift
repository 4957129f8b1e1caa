extension Methods {
  static let searchMethods: [NativeFunction] = [
    NativeFunction("find", bounded) { (call) throws(ValueError) in
      .int(try Stretch(call).first(try call.strictText(0)) ?? -1)
    },
    NativeFunction("rfind", bounded) { (call) throws(ValueError) in
      .int(try Stretch(call).last(try call.strictText(0)) ?? -1)
    },
    NativeFunction("index", bounded) { (call) throws(ValueError) in
      guard let index = try Stretch(call).first(try call.strictText(0)) else {
        throw ValueError(.notFound(call.function))
      }
      return .int(index)
    },
    NativeFunction("rindex", bounded) { (call) throws(ValueError) in
      guard let index = try Stretch(call).last(try call.strictText(0)) else {
        throw ValueError(.notFound(call.function))
      }
      return .int(index)
    },
    NativeFunction("count", bounded) { (call) throws(ValueError) in
      .int(try Stretch(call).count(try call.strictText(0)))
    },
    NativeFunction("startswith", Parameters("prefix", "start?", "end?")) { (call) throws(ValueError) in
      let stretch = try Stretch(call)
      return .bool(try parts(call).contains { stretch.begins(with: $0) })
    },
    NativeFunction("endswith", Parameters("suffix", "start?", "end?")) { (call) throws(ValueError) in
      let stretch = try Stretch(call)
      return .bool(try parts(call).contains { stretch.ends(with: $0) })
    },
  ]

  private static let bounded = Parameters("sub", "start?", "end?")

  /// The first argument: a text or a list of texts.
  private static func parts(_ call: Call) throws(ValueError) -> [String] {
    guard case .list(let elements)? = call[0] else { return [try call.strictText(0)] }
    var parts: [String] = []
    for element in elements {
      guard case .string(let part) = element else { throw call.wrongArgument(0, .text) }
      parts.append(part)
    }
    return parts
  }
}

/// The part of a text in which `find` and others look, and its place in the text.
private struct Stretch {
  private let bytes: [UInt8]
  private let start: Int
  /// Whether it begins beyond the end of the text or after its own end: not even nothing is found in it.
  private let isOutside: Bool

  /// From the second argument to the third, which count as in a slice.
  init(_ call: Call) throws(ValueError) {
    let text = try call.text()
    guard call.optional(1) != nil || call.optional(2) != nil else {
      bytes = Array(text.utf8)
      start = 0
      isOutside = false
      return
    }
    let scalars = Array(text.unicodeScalars)
    func clamped(_ bound: Int) -> Int { max(bound < 0 ? bound + scalars.count : bound, 0) }
    start = call.optional(1) == nil ? 0 : clamped(try call.integer(1, or: 0))
    let end =
      call.optional(2) == nil ? scalars.count : min(clamped(try call.integer(2, or: 0)), scalars.count)
    isOutside = start > end
    bytes = isOutside ? [] : Array(String(scalars[start..<end]).utf8)
  }

  func first(_ part: String) -> Int? {
    if isOutside { return nil }
    if part.isEmpty { return start }
    return ByteSearch(part.utf8).first(in: bytes).map { start + characters(before: $0) }
  }

  func last(_ part: String) -> Int? {
    if isOutside { return nil }
    if part.isEmpty { return start + characters(before: bytes.count) }
    let found = ByteSearch(part.utf8.reversed()).first(in: bytes.reversed())
    return found.map { start + characters(before: bytes.count - $0 - part.utf8.count) }
  }

  func count(_ part: String) -> Int {
    if isOutside { return 0 }
    if part.isEmpty { return characters(before: bytes.count) + 1 }
    return ByteSearch(part.utf8).all(in: bytes).count
  }

  func begins(with part: String) -> Bool { !isOutside && bytes.starts(with: part.utf8) }
  func ends(with part: String) -> Bool { !isOutside && bytes.reversed().starts(with: part.utf8.reversed()) }

  private func characters(before index: Int) -> Int {
    bytes[..<index].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
