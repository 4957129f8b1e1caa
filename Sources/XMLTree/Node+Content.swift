extension Node {
  /// The text of a text node, a comment or an instruction's data, or all text below an element.
  public var text: String {
    isElement ? String(decoding: textBytes, as: UTF8.self) : unsafe pointer.pointee.content.string
  }

  /// ``text`` as UTF-8.
  public var textBytes: [UInt8] {
    guard isElement else { return unsafe pointer.pointee.content.array }
    var bytes: [UInt8] = []
    for node in descendants where node.kind == .text || node.kind == .cdata { bytes += node.textBytes }
    return bytes
  }

  /// The number, in decimal digits, that a processing instruction for `target` has as its data; nil for anything else.
  public func instructionNumber(for target: Name) -> Int? {
    guard unsafe pointer.pointee.kind == .instruction, let name = unsafe pointer.pointee.name,
      unsafe target.matches(name)
    else { return nil }
    let data = unsafe pointer.pointee.content
    guard (1...18).contains(data.count) else { return nil }
    var number = 0
    for place in 0..<data.count {
      let digit = unsafe data.start[place] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      number = 10 * number + Int(digit)
    }
    return number
  }

  /// The target of a processing instruction; empty for anything else.
  public var instructionTarget: String {
    kind == .instruction ? unsafe pointer.pointee.name?.pointee.local.string ?? "" : ""
  }
}
