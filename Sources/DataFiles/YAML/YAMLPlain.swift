import Diagnostics

extension YAMLParser {
  /// Whether a plain scalar can begin here.
  func startsPlain(inFlow: Bool) -> Bool {
    switch peek() {
    case 0, 0x20, 0x09, 0x0A, 0x0D: false
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"):
      false
    case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"):
      !isBlankOrEnd(1) && !(inFlow && isFlowIndicator(peek(1)))
    default: true
    }
  }

  /// Reads an unquoted scalar, its further lines included; `offset` is then right after its last character.
  mutating func plainScalar(parent: Int, inFlow: Bool) -> String {
    var text: [UInt8] = []
    var (end, endLine) = (offset, lineStart)
    while true {
      appendPlainLine(to: &text, inFlow: inFlow)
      (end, endLine) = (offset, lineStart)
      guard let breaks = linesToContinuation(parent: parent, inFlow: inFlow) else { break }
      fold(breaks, into: &text)
    }
    (offset, lineStart) = (end, endLine)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends what the scalar has on this line, blanks at its end left out.
  private mutating func appendPlainLine(to text: inout [UInt8], inFlow: Bool) {
    let start = offset
    var end = offset
    scan: while offset < bytes.count {
      let byte = bytes[offset]
      switch byte {
      case 0x0A, 0x0D: break scan
      case 0x20, 0x09:
        offset += 1
        continue
      case UInt8(ascii: ":"):
        if isBlankOrEnd(1) || inFlow && isFlowIndicator(peek(1)) { break scan }
      case UInt8(ascii: "#"):
        if offset > end, offset > start { break scan }
      default:
        if inFlow, isFlowIndicator(byte) { break scan }
      }
      offset += 1
      end = offset
    }
    text.append(contentsOf: bytes[start..<end])
    offset = end
  }

  /// Goes to the scalar's next line, if there is one; says how many line breaks there are between.
  private mutating func linesToContinuation(parent: Int, inFlow: Bool) -> Int? {
    skipBlanks()
    guard offset < bytes.count, isLineBreak(bytes[offset]) else { return nil }
    var breaks = 0
    while offset < bytes.count, isLineBreak(bytes[offset]) {
      skipLineBreak()
      breaks += 1
      while peek() == 0x20 { offset += 1 }
      let indentation = column
      skipBlanks()
      guard offset < bytes.count else { return nil }
      if !isLineBreak(bytes[offset]) {
        guard inFlow || indentation > parent else { return nil }
      }
    }
    guard !atDocumentMarker(), peek() != UInt8(ascii: "#") else { return nil }
    if inFlow, isFlowIndicator(peek()) { return nil }
    if peek() == UInt8(ascii: ":"), isBlankOrEnd(1) || inFlow && isFlowIndicator(peek(1)) { return nil }
    return breaks
  }

  /// One line break is a blank; of more, all but the first are kept.
  func fold(_ breaks: Int, into text: inout [UInt8]) {
    if breaks == 1 {
      text.append(0x20)
    } else {
      text.append(contentsOf: repeatElement(0x0A, count: breaks - 1))
    }
  }
}
