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

  /// The target of a processing instruction; empty for anything else.
  public var instructionTarget: String {
    kind == .instruction ? unsafe pointer.pointee.name?.pointee.local.string ?? "" : ""
  }
}
