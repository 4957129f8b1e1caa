/// A stretch of an input, moved on as it is read; knows where it is.
struct ByteWindow: Sendable {
  private let input: ByteInput
  private(set) var bytes: [UInt8] = []
  /// The first byte not taken yet.
  private(set) var start = 0
  /// Where that byte is.
  private(set) var position = Position.start
  private(set) var isAtEnd = false
  private var endedWithReturn = false

  /// Passes over a byte order mark.
  init(_ input: ByteInput) throws(ByteInput.Failure) {
    self.input = input
    while bytes.count < 3, try grow() {}
    if hasByteOrderMark(bytes) { start = 3 }
  }

  /// Reads on; false at the end of the input. Offsets into `bytes` are to be counted from `start` over this.
  mutating func grow() throws(ByteInput.Failure) -> Bool {
    guard !isAtEnd else { return false }
    let piece = try input.read()
    isAtEnd = piece.isEmpty
    if start > 0 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes += piece
    return !isAtEnd
  }

  /// Takes the bytes up to `end`.
  mutating func take(upTo end: Int) {
    var (line, column) = (position.line, position.column)
    for index in start..<end {
      let byte = bytes[index]
      if byte > 0x0D {
        column &+= byte & 0xC0 == 0x80 ? 0 : 1
      } else if byte == 0x0A {
        if !endedWithReturn { line += 1 }
        column = 1
      } else if byte == 0x0D {
        line += 1
        column = 1
      } else {
        column += 1
      }
      endedWithReturn = byte == 0x0D
    }
    position = Position(line: line, column: column)
    start = end
  }
}
