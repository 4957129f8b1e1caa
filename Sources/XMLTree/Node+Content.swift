import CLibXML2

extension Node {
  /// The text of a text node, a comment or an instruction's data, or all text below an element.
  public var text: String { String(decoding: textBytes, as: UTF8.self) }

  /// ``text`` as UTF-8.
  public var textBytes: [UInt8] {
    guard isElement else { return unsafe Bytes.array(pointer.pointee.content) }
    var bytes: [UInt8] = []
    for node in descendants where node.kind == .text || node.kind == .cdata { bytes += node.textBytes }
    return bytes
  }

  /// The target of a processing instruction; empty for anything else.
  public var instructionTarget: String {
    kind == .instruction ? unsafe Bytes.string(pointer.pointee.name) : ""
  }
}
